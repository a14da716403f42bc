import { fireParts } from '../fire-alarm.ts'
import { LIGHT_AND_RECEPTACLES, serviceParts } from '../service-power.ts'
import { part, type PartSource } from '../variant.ts'
import { SHELL_KG } from './components.ts'
import { STORAGE_OPTICS } from './storage-optics.ts'

const NVIDIA = { manufacturer: 'NVIDIA' }
/** Rating and reach of the optics inside the container. Source: NVIDIA list of NDR twin-port OSFP optics. */
const MULTIMODE = '2 x 400 Gbit/s, OM4 MPO-12, up to 50 m'

/** Lines of the bill of materials of one container. */
export const BOM: PartSource[] = [
  part(
    'C-010',
    null,
    'enclosure',
    'Container shell 40 ft high cube, insulated, with doors and floor reinforcement',
    1,
    { unit_mass_kg: SHELL_KG },
  ),
  part('C-020', 'R*', 'it', 'Rack 52U, 800 x 1200 mm', 5, { unit_mass_kg: 160 }),
  part('C-030', 'node-*', 'it', 'GPU node 8 x H100 SXM, liquid cooled', 7, {
    rating: '10.2 kW max',
    unit_mass_kg: 130.45,
    spare_pct: 0,
    when: { gpu_variant: 'h100_sxm' },
  }),
  part('C-031', 'node-*', 'it', 'GPU node 8 x B200, liquid cooled', 7, {
    rating: '14.3 kW max',
    unit_mass_kg: 142.4,
    when: { gpu_variant: 'b200' },
  }),
  part('C-040', 'pdu-r*', 'power', 'Rack PDU 415 V 3-phase 60 A, metered', 8, {
    rating: '34.5 kVA',
    unit_mass_kg: 12,
  }),
  part('C-041', 'pdu-n*', 'power', 'Rack PDU 415 V 3-phase 20 A, metered, network rack', 2, {
    rating: '11.5 kVA',
    unit_mass_kg: 9,
  }),
  part(
    'C-050',
    'MDP',
    'power',
    'Main distribution panel, two incomers with automatic 4-pole transfer, shunt trips for emergency power off and its lock-out relay 86E, which blocks the transfer until it is reset by hand at the panel, undervoltage release of MDP.TX',
    1,
    {
      rating: '{MDP}',
      unit_mass_kg: 520,
    },
  ),
  part('C-055', 'TX1', 'power', 'Step-down transformer, dry type', 1, {
    rating: '{TX1}',
    unit_mass_kg: 780,
  }),
  part('C-060', 'PDB', 'power', 'IT distribution board with main breaker', 1, {
    rating: '{PDB}',
    unit_mass_kg: 260,
  }),
  part(
    'C-065',
    'ups-01',
    'power',
    'Control and network UPS with output breaker ups-01.Q1 and battery breaker ups-01.QB, both with shunt trip for emergency power off',
    1,
    {
      rating: '{ups-01}; output {ups-01.Q1}',
      unit_mass_kg: 280,
      battery: true,
    },
  ),
  part('C-066', 'mtr-*', 'power', 'Feeder meter, class 0.5', 2, { unit_mass_kg: 0.5 }),
  part('C-068', 'mtr-*', 'power', 'Set of three current transformers of a feeder meter', 2, {
    unit: 'set',
    rating: '{CT}',
    parent: 'C-050',
  }),
  part(
    'C-067',
    'MDP',
    'power',
    'Surge protective device, type 2, with its disconnect, main distribution panel and IT board',
    2,
    { rating: 'In 20 kA, VPR at most 1200 V (UL 1449; assumption)' },
  ),
  part('C-070', 'swl-*', 'network', 'Leaf switch NDR, managed, 64 x 400 Gbit/s', 2, {
    ...NVIDIA,
    mpn: 'QM9700',
    unit_mass_kg: 14.8,
    telecom: true,
  }),
  part('C-071', 'swm-01', 'network', 'Out-of-band switch 48 x 1 GbE', 1, {
    ...NVIDIA,
    mpn: 'SN2201',
    unit_mass_kg: 7.4,
    telecom: true,
  }),
  part('C-072', 'swo-01', 'network', 'Managed OT switch, 24 ports, 2 fibre up-links', 1, {
    unit_mass_kg: 6,
    telecom: true,
  }),
  part('C-073', 'FW1', 'network', 'OT firewall and edge gateway', 1, { unit_mass_kg: 5, telecom: true }),
  part(
    'C-074',
    'sto-*',
    'it',
    'Storage head server with its shelf of drives, 4U, four ports of 400 Gbit/s, management controller',
    2,
    { unit_mass_kg: 35 },
  ),
  part(
    'C-075',
    'swl-*',
    'network',
    'Optical transceiver twin-port OSFP 2 x 400G, multimode, nodes to leaves',
    56,
    {
      rating: MULTIMODE,
      telecom: true,
      cryptography: false,
      spare_pct: 2,
    },
  ),
  part('C-076', 'sws-*', 'network', 'Storage and in-band switch, 64 x 800 Gbit/s', 2, {
    ...NVIDIA,
    mpn: 'SN5600',
    unit_mass_kg: 23.5,
    telecom: true,
  }),
  ...STORAGE_OPTICS.map(({ line, on, description, quantity, rating }) =>
    part(line, on, 'network', `Optical transceiver ${description}`, quantity, {
      rating,
      telecom: true,
      cryptography: false,
      spare_pct: 2,
    }),
  ),
  part(
    'C-078',
    'swl-*',
    'network',
    'Optical transceiver twin-port OSFP 2 x 400G, single mode, leaf up-links',
    28,
    {
      rating: '{OPTIC}',
      telecom: true,
      cryptography: false,
      spare_pct: 2,
    },
  ),
  part(
    'C-079',
    'CG',
    'network',
    'MPO-12 adapter panel, single mode APC, keys opposed, inside behind positions X1 and X2 of plate CG',
    2,
    { rating: '36 adapters, 28 of them used', spare_pct: 0 },
  ),
  part(
    'C-069',
    'FPP',
    'network',
    'Fibre panel 1U of the network rack: a cassette MPO-12, pinned, to six LC duplex adapters for each path of the OT network, caps on unused adapters',
    1,
    { rating: '2 cassettes, 12 LC duplex, OS2', unit_mass_kg: 3 },
  ),
  part(
    'C-080',
    'cdu-01',
    'cooling',
    'Coolant distribution unit with plate heat exchanger HX-201, pumps P-201A/B (N+1), duplex filter F-201A/B, strainer STR-101, drip tray DT-201, controller cdu-01 with load shed relay JY-201',
    1,
    { rating: '{HX-201}; pumps {P-201A}', unit_mass_kg: 900 },
  ),
  part('C-081', 'cdu-01', 'spare', 'Filter element 50 um', 2, { parent: 'C-080', spare_pct: 10 }),
  part('C-082', 'MF-*', 'cooling', 'Manifold MF-201S, MF-201R, DN50 with quick disconnects, stainless', 2, {
    unit_mass_kg: 38,
  }),
  part(
    'C-083',
    'air-*',
    'cooling',
    'Air unit CRAC-301A/B/C for residual heat, packaged with its condenser, with sensors of its own for supply and return air, group bus with change-over of the standby unit, and collars to its louvres',
    3,
    {
      rating: '{CRAC-301A}',
      unit_mass_kg: 165,
    },
  ),
  part(
    'C-084',
    'cdu-01',
    'cooling',
    'Valves and instruments of both loops as on the P&ID lists: isolation, balancing, check, relief, vents, drains, transmitters and position switches; what stands on the CDU is wired to cdu-01, the rest by cables C-XV-101 to C-TT-202 of the schedule',
    1,
    { unit: 'set', parent: 'C-080' },
  ),
  part(
    'C-085',
    'cdu-01',
    'cooling',
    'Technology expansion vessel T-201, make-up tank V-201 with pump P-203, catch tank V-202',
    1,
    { rating: '{T-201}; make-up {V-201}; catch {V-202}', unit: 'set', parent: 'C-080' },
  ),
  part(
    'C-090',
    'fap-01',
    'safety',
    'Fire alarm control and release panel with supervised 24 V outputs of emergency power off that stay set until they are reset by hand, battery of its own for 24 h (NFPA 72)',
    1,
    { unit_mass_kg: 18 },
  ),
  part('C-091', 'FX1', 'safety', 'Clean-agent cylinder, NFPA 2001', 1, { unit_mass_kg: 140 }),
  part(
    'C-092',
    'lkd-01',
    'safety',
    'Leak detection controller with relays and rope sensors of four zones, led to it by cables C-LDS-201 to C-LDS-204 of the schedule',
    1,
    { unit_mass_kg: 4 },
  ),
  part('C-086', 'TT-301', 'cooling', 'Temperature transmitter of the cold aisle, 4-20 mA', 1, {
    rating: '0..60 degC',
    unit_mass_kg: 0.3,
  }),
  part('C-087', 'MT-301', 'cooling', 'Humidity transmitter of the cold aisle, 4-20 mA', 1, {
    rating: '0..100 % RH',
    unit_mass_kg: 0.3,
  }),
  part('C-093', 'env-01', 'control', 'Environmental monitoring unit with sensors', 1, { unit_mass_kg: 4 }),
  part(
    'C-095',
    'SEC',
    'safety',
    'Access control and cameras with a recorder of their own, in zone Z6: a VLAN that is not routed, its switch ports by the supplier; the line to the security centre is BY OTHERS',
    1,
    { unit: 'set', telecom: true },
  ),
  ...serviceParts((n) => `C-${n}`, LIGHT_AND_RECEPTACLES),
  ...fireParts((n) => `C-${n}`),
  part('C-100', 'TRAY', 'consumable', 'Cable tray 450 mm with supports', 11, {
    unit: 'm',
    unit_mass_kg: 10,
    spare_pct: 2,
  }),
  part(
    'C-110',
    'CG',
    'interface_plate',
    'Interface plate CG with connectors and split glands of the trunk cables',
    1,
    { unit_mass_kg: 60 },
  ),
  part('C-111', 'CD', 'interface_plate', 'Interface plate CD with flanges', 1, { unit_mass_kg: 55 }),
  part(
    'C-113',
    'TB-HRU',
    'power',
    'Terminal box behind plate CD, joins W-HRU and the cable of the heat rejection unit',
    1,
    {
      rating: '480 V, 30 A, 3P + PE, IP54, 35 kA behind its breaker',
      unit_mass_kg: 3,
    },
  ),
  part(
    'C-112',
    'EX-C',
    'interface_plate',
    'Interface plate EX-C with earth studs, drain and fibre couplers of the tenants',
    1,
    {
      unit_mass_kg: 20,
    },
  ),
  part(
    'C-120',
    null,
    'cooling',
    'Electric heat tracing for outdoor coolant lines, fed and supervised on the heat rejection unit: thermostat TT-111, 30 mA ground-fault protection, circuit monitoring',
    1,
    {
      unit: 'set',
      when: { climate_zone: 'subarctic' },
    },
  ),
  part(
    'C-121',
    null,
    'consumable',
    'Lugs, glands and termination kits of the wiring inside the container',
    1,
    {
      unit: 'lot',
    },
  ),
  part('C-122', 'EX-C', 'consumable', 'Earthing kit: two bonding studs with hardware, container side', 1, {
    unit: 'set',
  }),
  part('C-123', null, 'consumable', 'Twistlocks and anchor bolts for the foundation', 4, { spare_pct: 2 }),
  part('C-130', null, 'consumable', 'Labels, arc-flash signs and cable markers', 1, { unit: 'set' }),
]
