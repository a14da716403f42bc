import type { When } from '@edp/schemas'

import { fireComponents } from '../fire-alarm.ts'
import { WITH_CORE_RACK, serviceComponents } from '../service-power.ts'
import { component, topOf } from '../variant.ts'
import { ELECTRICAL } from './electrical.ts'

/** Empty container with cable entries, kg (assumption). */
export const SHELL_KG = 6200
/** Compute containers that the low-voltage switchboard can feed. */
export const COMPUTE_FEEDERS = 32

/** Low-voltage sections that the switchboard may have, each with a meter at its main. */
export const METERED_SECTIONS = [1, 2, 3, 4] as const

/** Where the temperature controller of the transformer of each section stands: in the third panel of the line-up, the fifth and on, mm. */
const CONTROLLER_MM = { 1: 1840, 2: 2840, 3: 3440, 4: 4040 } as const satisfies Record<
  (typeof METERED_SECTIONS)[number],
  number
>

/** Air conditioners, one of them standby. */
export const AIR_CONDITIONERS = [1, 2, 3] as const

/** Equipment, from the plate end to the cargo doors. Masses are assumptions. */
export const COMPONENTS = [
  component(
    'EX-G',
    'plate_zone',
    [40, 570, 560],
    [80, 1260, 680],
    60,
    'Plate zone, utility, transformers (medium voltage, control), battery collectors, site fibres and earth',
  ),
  component(
    'MVSG',
    'mv_switchgear',
    [400, 120, 170],
    [4200, 950, 2100],
    3030,
    'Medium-voltage switchgear 13.8 kV, metal-clad, seven panels',
    { panels_count: 7, electrical: ELECTRICAL.MVSG },
  ),
  component(
    'LVS',
    'panel',
    [4700, 120, 170],
    [4200, 700, 2200],
    3100,
    'Low-voltage switchboard 480Y/277 V with bus sections and feeders',
    { electrical: ELECTRICAL.LVS },
  ),
  component(
    'ats-01',
    'panel',
    [9000, 120, 170],
    [700, 600, 2000],
    320,
    'Transfer switch of the critical auxiliaries',
    { electrical: ELECTRICAL['ats-01'] },
  ),
  component(
    'RLY',
    'panel',
    [9800, 120, 170],
    [900, 600, 2200],
    260,
    'Interlock panel with lock-out relay 86E of emergency power off, its auxiliary relays 86EX and the monitor modules of fap-01',
  ),
  // Relays and meters in the low-voltage compartments of the panels whose breakers they serve: their secondaries leave no cabinet.
  component('rly-pcc', 'sensor', [600, 1075, 1700], [200, 60, 180], 6, 'Relay, point of common coupling'),
  component('rly-cmp', 'sensor', [1800, 1075, 1700], [200, 60, 180], 6, 'Relay, compute feeders'),
  component('rly-bess', 'sensor', [2400, 1075, 1700], [200, 60, 180], 6, 'Relay, battery feeders'),
  component('mtr-rev', 'sensor', [650, 1075, 1400], [96, 40, 96], 1, 'Revenue meter'),
  component(
    'mtr-src',
    'sensor',
    [1250, 1075, 1700],
    [96, 40, 96],
    0.5,
    'Power quality meter, incomer of the on-site source',
  ),
  ...METERED_SECTIONS.map((n) =>
    component(
      `mtr-cmp-${n}`,
      'sensor',
      [4000 + 1000 * n, 825, 1700],
      [96, 40, 96],
      0.5,
      `Power quality meter, main of section ${n}`,
    ),
  ),
  component('mtr-aux-a', 'sensor', [5000, 825, 1400], [96, 40, 96], 0.5, 'Meter, auxiliaries by feeder A'),
  component('mtr-aux-b', 'sensor', [5200, 825, 1400], [96, 40, 96], 0.5, 'Meter, auxiliaries by feeder B'),
  ...METERED_SECTIONS.map((n) =>
    component(
      `xfm-0${n}`,
      'sensor',
      [CONTROLLER_MM[n], 1075, 1400],
      [120, 40, 120],
      1,
      `Temperature controller of unit transformer ${n} of its block`,
    ),
  ),
  component('gen-01', 'sensor', [1200, 1075, 1400], [200, 60, 180], 2, 'Generator controller interface'),
  component('ups-01', 'panel', [10800, 120, 170], [600, 600, 2000], 220, 'Protection and control UPS', {
    electrical: ELECTRICAL['ups-01'],
  }),
  component(
    'CHG',
    'panel',
    [10250, 1800, 170],
    [600, 500, 2000],
    420,
    'Charger of the 125 V DC with its station battery',
    { electrical: ELECTRICAL.CHG },
  ),
  component('EMS', 'rack', [11000, 1150, 170], [800, 1150, 2200], 320, 'EMS and core network rack'),
  ...(['a', 'b'] as const).map((s, i) =>
    component(
      `pdu-e${s}`,
      'rack_pdu',
      [11015 + i * 710, 1190, 300],
      [56, 56, 1500],
      6,
      `Rack PDU, EMS and OT core, feed ${s.toUpperCase()}`,
    ),
  ),
  component('swo-01', 'switch', [11160, 1350, 1900], [482, 400, 44], 6, 'OT core switch A'),
  component('swo-02', 'switch', [11160, 1350, 1840], [482, 400, 44], 6, 'OT core switch B'),
  component('swa-01', 'switch', [11160, 1350, 1600], [482, 400, 44], 6, 'OT access switch'),
  // In a rack of the spines, 30 units of height and 2 kg each (assumption): the frame of a block of 20 compute containers.
  component(
    'ODF',
    'switch',
    [9089, 1320, 300],
    [482, 300, 1334],
    60,
    'Optical distribution frame of the trunks of the compute fabric, in a rack of the spines',
  ),
  component(
    'FPP',
    'switch',
    [11160, 1350, 750],
    [482, 300, 533],
    25,
    'Fibre panels of the OT network and of the way out, up to 12U',
  ),
  component('RTR', 'switch', [11160, 1350, 1500], [482, 400, 44], 6, 'Router and firewall pair'),
  component('swm-01', 'switch', [11160, 1350, 1400], [482, 500, 44], 7.4, 'Out-of-band management switch'),
  component('AC1', 'hvac', [1200, 1700, 170], [1000, 600, 2000], 240, 'Air conditioner 30 kW, unit 1'),
  component('AC2', 'hvac', [6000, 1700, 170], [1000, 600, 2000], 240, 'Air conditioner 30 kW, unit 2'),
  component(
    'AC3',
    'hvac',
    [4300, 1700, 170],
    [1000, 600, 2000],
    240,
    'Air conditioner 30 kW, unit 3 (standby)',
  ),
  component(
    'TX2',
    'transformer',
    [8150, 1700, 170],
    [800, 600, 1100],
    320,
    'Step-down transformer of the spine racks, dry type, with main breaker',
  ),
  component(
    'fap-01',
    'wallbox',
    [480, 2180, 1300],
    [400, 150, 600],
    18,
    'Fire alarm control and release panel',
  ),
  component('FX1', 'cylinder', [3967, 1980, 170], [320, 320, 1500], 140, 'Clean-agent cylinder'),
  component('env-01', 'wallbox', [5450, 2190, 1750], [300, 140, 300], 4, 'Environmental monitoring unit'),
  component('met-01', 'sensor', [11800, 1200, 2500], [120, 120, 200], 3, 'Weather station'),
  ...serviceComponents(
    {
      panel: [5450, 2020, 900],
      luminaires: [900, 900, 2640],
      receptacles: [
        [900, 2270, 1000],
        [8960, 2270, 1000],
      ],
      access: [8090, 2210, 1400],
    },
    WITH_CORE_RACK,
  ),
  ...fireComponents({
    buttons: [
      [7050, 2270, 1300],
      [11900, 2270, 1300],
    ],
    detectors: [
      [3000, 1650, 2700],
      [9000, 1650, 2700],
    ],
    horn: [7560, 2270, 2400],
  }),
  component('TRAY', 'tray', [500, 1150, 2600], [10800, 400, 100], 110, 'Overhead cable tray'),
]

/** Where cables of a component arrive. */
export const at = (id: string): [number, number, number] => topOf(COMPONENTS, id)

/**
 * Each PDU of the core rack carries it alone, A: A on the UPS, B on panel LP. Source: `assumption`, 2.7 kW at 240 V.
 */
export const CORE_RACK_A = 12

/** What the control UPS feeds. */
export const CONTROL_LOADS = [
  { way: 'EMSA', device: 'EMS', port: 'EMS.PA', current_a: CORE_RACK_A },
  { way: 'fap-01', device: 'fap-01', port: 'fap-01.P', current_a: 2 },
  { way: 'env-01', device: 'env-01', port: 'env-01.P', current_a: 2 },
] as const

/**
 * Ways of the 125 V DC. Relays and trip circuits have different ones, and so do what feeds the bus and its transformer feeders: no way
 * that is lost takes protection and back-up together. `current_a` is what a port is made for; the design says what flows.
 */
export const DC_WAYS = [
  { way: 'MVSG-P', device: 'MVSG', port: 'MVSG.DC-P' },
  { way: 'MVSG-S', device: 'MVSG', port: 'MVSG.DC-S' },
  { way: 'MVSG-T', device: 'MVSG', port: 'MVSG.DC-T' },
  { way: 'RLY', device: 'RLY', port: 'RLY.DC' },
  { way: 'LVS', device: 'LVS', port: 'LVS.DC' },
] as const

/** Rack and panel that are bonded to the bar of the tray. */
export const BONDED = ['EMS', 'RLY'] as const

/** Devices that derive a neutral, which is earthed at them. */
export const NEUTRALS = ['ups-01', 'LP', 'TX2'] as const

/** Sites with a utility supply and sites with a generator plant: what serves their incomer is there with them. */
export const WITH_UTILITY: When = { grid_connection: ['grid_tied', 'grid_backup'] }
export const WITH_GENERATOR: When = { energy_source: ['off_grid', 'grid_hybrid'] }

/** Devices that are not on every site. */
export const CONDITIONS: Readonly<Record<string, When>> = {
  'rly-pcc': WITH_UTILITY,
  'mtr-rev': WITH_UTILITY,
  'gen-01': WITH_GENERATOR,
}

/** Devices on the OT access switch, in the order of its ports: copper of 10 to 1000 Mbit/s, which the core's SFP+ cages do not take. */
export const OT_DEVICES = [
  'rly-pcc',
  'rly-cmp',
  'rly-bess',
  'mtr-rev',
  'mtr-cmp-1',
  'mtr-aux-a',
  'xfm-01',
  'ats-01',
  'gen-01',
  'ups-01',
  'env-01',
  'fap-01',
  'met-01',
  'mtr-aux-b',
  'mtr-cmp-2',
  'mtr-cmp-3',
  'mtr-cmp-4',
  'mtr-src',
  'xfm-02',
  'xfm-03',
  'xfm-04',
] as const

/** Low-voltage section that a device belongs to, where it is not the whole block's. */
export const SECTION_OF: Readonly<Record<string, number>> = Object.fromEntries(
  METERED_SECTIONS.flatMap((n) => [
    [`mtr-cmp-${n}`, n],
    [`xfm-0${n}`, n],
  ]),
)

/**
 * Management ports on the out-of-band switch, in the order of its ports: both firewalls, both EMS servers, the PDUs of their rack.
 * Those of the spines and of their racks come after them, as many as the site has.
 */
export const OOB_PORTS = ['RTR.OOBA', 'RTR.OOBB', 'EMS.OOB1', 'EMS.OOB2', 'pdu-ea.OOB', 'pdu-eb.OOB'] as const
