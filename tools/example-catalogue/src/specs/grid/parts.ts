import { fireParts } from '../fire-alarm.ts'
import { serviceParts, WITH_CORE_RACK } from '../service-power.ts'
import { part, type PartSource } from '../variant.ts'
import { METERED_SECTIONS, SHELL_KG, WITH_GENERATOR, WITH_UTILITY } from './components.ts'

/**
 * Lines of the bill of materials of one container; breakers, current transformers, arresters and surge protection follow from
 * the site's electrical design.
 */
export const BOM: PartSource[] = [
  part(
    'G-010',
    null,
    'enclosure',
    'Container shell 40 ft high cube, insulated, with doors and cable entries',
    1,
    { unit_mass_kg: SHELL_KG },
  ),
  part(
    'G-020',
    'MVSG',
    'power',
    'MV switchgear line-up, metal-clad, 15 kV class, without breakers, low-voltage compartments wired for the relays with shorting blocks and fuses; in each panel fuses of 6 A for the relay and of 10 A for trip and close, 27DC at the end of each of the three ways of 125 V DC',
    1,
    {
      rating: '{MVSG}',
      unit_mass_kg: 3030,
    },
  ),
  part(
    'G-022',
    'MVSG',
    'power',
    'Voltage transformers of the medium-voltage bus, 14400:120 V, set of three, fused on both sides',
    1,
    {
      unit: 'set',
      parent: 'G-020',
    },
  ),
  part(
    'G-030',
    'LVS',
    'power',
    'LV switchboard line-up, without breakers, meter compartments wired with shorting blocks and fuses; fuses of 10 A for trip and close of each main and tie, a relay 74 for each main and tie, 27DC at the end of the way of 125 V DC',
    1,
    {
      rating: '{LVS}',
      unit_mass_kg: 3100,
    },
  ),
  part(
    'G-040',
    'ats-01',
    'power',
    'Automatic transfer switch with distribution of the critical auxiliaries',
    1,
    {
      rating: '{ats-01}',
      unit_mass_kg: 320,
    },
  ),
  part(
    'G-050',
    'RLY',
    'control',
    'Interlock panel, wired, with lock-out relay 86E of emergency power off, reset by hand at the panel, and its auxiliary relays 86EX; monitor modules of fap-01 and their wires behind a partition (NFPA 70, 760.136); fuses of 10 A for its coil, 74 of the coil, 27DC at the end of its way of 125 V DC',
    1,
    { rating: '{RLY}', unit_mass_kg: 260 },
  ),
  part('G-051', 'rly-pcc', 'control', 'Station protection relay, DNP3: point of common coupling', 1, {
    unit_mass_kg: 6,
    when: WITH_UTILITY,
  }),
  part('G-056', 'rly-cmp', 'control', 'Station protection relay, DNP3: compute feeders', 1, {
    unit_mass_kg: 6,
  }),
  part('G-057', 'rly-bess', 'control', 'Station protection relay, DNP3: battery', 1, { unit_mass_kg: 6 }),
  part('G-052', 'mtr-rev', 'control', 'Revenue meter, class 0.2S', 1, {
    unit_mass_kg: 1,
    when: WITH_UTILITY,
  }),
  part(
    'G-059',
    'mtr-src',
    'control',
    'Power quality meter of the incomer of the on-site source, class 0.5',
    1,
    {
      unit_mass_kg: 0.5,
    },
  ),
  ...METERED_SECTIONS.map((n) =>
    part(
      n === 1 ? 'G-053' : `G-053S${n}`,
      `mtr-cmp-${n}`,
      'control',
      `Power quality meter of the main of section ${n}`,
      1,
      { unit_mass_kg: 0.5, section: n },
    ),
  ),
  part('G-058', 'mtr-aux-*', 'control', 'Power quality meter of a feeder of the auxiliaries', 2, {
    unit_mass_kg: 0.5,
  }),
  ...METERED_SECTIONS.map((n) =>
    part(
      n === 1 ? 'G-054' : `G-054S${n}`,
      `xfm-0${n}`,
      'control',
      `Temperature controller of unit transformer ${n} of its block`,
      1,
      { unit_mass_kg: 1, section: n },
    ),
  ),
  part('G-055', 'gen-01', 'control', 'Generator controller interface', 1, {
    unit_mass_kg: 2,
    when: WITH_GENERATOR,
  }),
  part(
    'G-060',
    'ups-01',
    'power',
    'Protection and control UPS with output breaker ups-01.Q1 and battery breaker ups-01.QB, both with shunt trip for emergency power off',
    1,
    {
      rating: '{ups-01}; output {ups-01.Q1}',
      unit_mass_kg: 220,
      battery: true,
    },
  ),
  part(
    'G-061',
    'CHG',
    'power',
    'Charger of the 125 V DC with distribution and station battery behind a fused isolator, unearthed with earth-fault detector (64) and undervoltage relay (27DC), alarm contacts of both, of the loss of its supply and of the isolator open',
    1,
    { rating: '{CHG}', unit_mass_kg: 420, battery: true },
  ),
  part('G-070', 'EMS', 'control', 'EMS servers and historian, redundant pair', 1, {
    unit: 'set',
    unit_mass_kg: 160,
  }),
  part('G-071', 'swo-*', 'network', 'OT core switch, 48 x SFP+', 2, { unit_mass_kg: 6, telecom: true }),
  part(
    'G-074',
    'swa-01',
    'network',
    'OT access switch, 24 x 10/100/1000BASE-T, PoE at the port of met-01, 2 x SFP+',
    1,
    {
      unit_mass_kg: 6,
      telecom: true,
    },
  ),
  part('G-072', 'RTR', 'network', 'Router and firewall, redundant pair', 1, {
    unit: 'set',
    unit_mass_kg: 6,
    telecom: true,
  }),
  part('G-075', 'swm-01', 'network', 'Out-of-band switch 48 x 1 GbE', 1, {
    manufacturer: 'NVIDIA',
    mpn: 'SN2201',
    unit_mass_kg: 7.4,
    telecom: true,
  }),
  part(
    'G-078',
    'swo-*',
    'network',
    'Transceiver SFP 1000BASE-T, RJ45, lead of the out-of-band switch at a core switch',
    2,
    { telecom: true, cryptography: false, spare_pct: 2 },
  ),
  part('G-077', 'pdu-e*', 'power', 'Rack PDU 240 V single-phase, metered, EMS and OT core', 2, {
    rating: '16 A',
    unit_mass_kg: 6,
  }),
  part('G-076', 'EMS', 'it', 'Rack 52U, 800 x 1200 mm', 1, { unit_mass_kg: 160 }),
  part(
    'G-073',
    'ODF',
    'network',
    'Optical distribution frame of the trunks of the compute fabric, in the racks of the spines',
    1,
    { rating: '{ODF}', unit_mass_kg: 60 },
  ),
  part(
    'G-069',
    'FPP',
    'network',
    'Fibre panels of the OT core in the EMS rack, for the cassettes of the cables that end there; caps on unused adapters',
    1,
    { rating: '{FPP}', unit: 'set', unit_mass_kg: 25 },
  ),
  part('G-080', 'AC*', 'cooling', 'Air conditioner, one of them standby', 3, {
    rating: '30 kW',
    unit_mass_kg: 240,
  }),
  part(
    'G-090',
    'fap-01',
    'safety',
    'Fire alarm control and release panel with supervised 24 V outputs of emergency power off that stay set until they are reset by hand, battery of its own for 24 h (NFPA 72), loop of monitor modules for the compute containers and the battery units',
    1,
    { unit_mass_kg: 18 },
  ),
  part('G-091', 'env-01', 'control', 'Environmental monitoring unit with sensors', 1, { unit_mass_kg: 4 }),
  part('G-092', 'met-01', 'control', 'Weather station, fed by PoE', 1, { unit_mass_kg: 3 }),
  part('G-093', 'FX1', 'safety', 'Clean-agent cylinder, NFPA 2001', 1, { unit_mass_kg: 140 }),
  part(
    'G-095',
    'SEC',
    'safety',
    'Access control and cameras with a recorder of their own, in zone Z6: a VLAN that is not routed, its switch ports by the supplier; the line to the security centre is BY OTHERS',
    1,
    { unit: 'set', telecom: true },
  ),
  ...serviceParts((n) => `G-${n}`, WITH_CORE_RACK),
  ...fireParts((n) => `G-${n}`),
  part('G-100', 'TRAY', 'consumable', 'Cable tray 400 mm with supports', 11, {
    unit: 'm',
    unit_mass_kg: 10,
    spare_pct: 2,
  }),
  part('G-110', 'EX-G', 'interface_plate', 'Interface plate EX-G with seals and glands', 1, {
    unit_mass_kg: 60,
  }),
  part(
    'G-111',
    null,
    'interface_plate',
    'Interface plate EX-F, feeders to compute containers and battery units: nine transit frames of 64 modules, at most 80 % for cables, blank modules in the rest',
    1,
    {
      unit_mass_kg: 120,
    },
  ),
  part(
    'G-112',
    null,
    'interface_plate',
    'Interface plate EX-N, control and fibre to compute containers and battery units: nine transit frames of 48 modules, at most 80 % for cables, blank modules in the rest',
    1,
    {
      unit_mass_kg: 100,
    },
  ),
  part(
    'G-113',
    null,
    'interface_plate',
    'Interface plate EX-L, secondaries of the unit transformers: four transit frames of 64 modules, blank modules for what is free',
    1,
    {
      unit_mass_kg: 60,
    },
  ),
  part(
    'G-121',
    null,
    'consumable',
    'Lugs, glands and termination kits of the wiring inside the container',
    1,
    {
      unit: 'lot',
    },
  ),
  part('G-122', 'EX-G', 'consumable', 'Earthing kit: two bonding studs with hardware, container side', 1, {
    unit: 'set',
  }),
  part('G-123', null, 'consumable', 'Twistlocks and anchor bolts for the foundation', 4, { spare_pct: 2 }),
  part('G-130', null, 'consumable', 'Labels, arc-flash signs and cable markers', 1, { unit: 'set' }),
]
