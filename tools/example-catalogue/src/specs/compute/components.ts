import { SUPPLY_BOX } from '../cooling-wires.ts'
import { fireComponents } from '../fire-alarm.ts'
import { LIGHT_AND_RECEPTACLES, serviceComponents } from '../service-power.ts'
import { component, topOf } from '../variant.ts'
import { ELECTRICAL } from './electrical.ts'

/** GPU nodes, two to a rack. */
export const NODES = [1, 2, 3, 4, 5, 6, 7]
/** Racks of GPU nodes. */
export const RACKS = [1, 2, 3, 4]
/** Rack that holds a node. */
export const rackOf = (node: number): number => Math.ceil(node / 2)
/** Two digits. */
export const two = (n: number): string => String(n).padStart(2, '0')
/** Empty container with floor reinforcement, kg (assumption). */
export const SHELL_KG = 7000

/** Equipment, from the interface end to the cargo doors. Masses: makers' data where known, else assumption. */
export const COMPONENTS = [
  component(
    'CG',
    'plate_zone',
    [40, 1180, 1250],
    [80, 980, 540],
    60,
    'Plate zone, power and data to the grid container',
  ),
  component(
    'CD',
    'plate_zone',
    [40, 1180, 500],
    [80, 980, 540],
    55,
    'Plate zone, coolant to the heat rejection unit',
  ),
  component(
    SUPPLY_BOX,
    'wallbox',
    [130, 1900, 1120],
    [120, 200, 300],
    3,
    'Terminal box behind plate CD, supply of the heat rejection unit',
  ),
  component('EX-C', 'plate_zone', [40, 200, 500], [80, 620, 380], 20, 'Plate zone, earth and drain'),
  component(
    'MDP',
    'panel',
    [500, 120, 170],
    [1200, 600, 2100],
    520,
    'Main distribution panel 480 V with incomers A and B and automatic 4-pole transfer',
    { electrical: ELECTRICAL.MDP },
  ),
  component(
    'TX1',
    'transformer',
    [1750, 120, 170],
    [1100, 900, 1500],
    780,
    'Step-down transformer 480 V delta to 415Y/240 V, dry type',
    { electrical: ELECTRICAL.TX1 },
  ),
  component(
    'PDB',
    'panel',
    [2900, 120, 170],
    [800, 500, 2100],
    260,
    'IT distribution board 415Y/240 V with main breaker',
    { electrical: ELECTRICAL.PDB },
  ),
  component('ups-01', 'panel', [3750, 120, 170], [600, 800, 2000], 280, 'Control and network UPS', {
    electrical: ELECTRICAL['ups-01'],
  }),
  component(
    'cdu-01',
    'cdu',
    [4400, 120, 170],
    [700, 1200, 2200],
    900,
    'Coolant distribution unit with duty and standby pump',
  ),
  ...RACKS.map((r) =>
    component(
      `R${r}`,
      'rack',
      [5150 + (r - 1) * 820, 120, 170],
      [800, 1200, 2350],
      160,
      `Rack ${r}, 52U, 800 x 1200 mm`,
    ),
  ),
  component('RN', 'rack', [8430, 120, 170], [800, 1200, 2350], 160, 'Network rack, 52U'),
  ...NODES.map((n) =>
    component(
      `node-${two(n)}`,
      'node',
      [5310 + (rackOf(n) - 1) * 820, 320, n % 2 === 1 ? 500 : 1150],
      [482, 897, 444],
      142.4,
      `GPU node ${n}, 8 GPUs`,
    ),
  ),
  ...RACKS.flatMap((r) =>
    (['a', 'b'] as const).map((s, i) =>
      component(
        `pdu-r${r}${s}`,
        'rack_pdu',
        [5165 + (r - 1) * 820 + i * 710, 160, 300],
        [56, 56, 1900],
        12,
        `Rack PDU, rack ${r}, feed ${s.toUpperCase()}`,
      ),
    ),
  ),
  ...(['a', 'b'] as const).map((s, i) =>
    component(
      `pdu-n${s}`,
      'rack_pdu',
      [8445 + i * 710, 160, 300],
      [56, 56, 1500],
      9,
      `Rack PDU, network rack, feed ${s.toUpperCase()}`,
    ),
  ),
  component('swl-01', 'switch', [8590, 420, 1900], [482, 760, 44], 14.8, 'Compute fabric leaf switch 1'),
  component('swl-02', 'switch', [8590, 420, 1800], [482, 760, 44], 14.8, 'Compute fabric leaf switch 2'),
  component('swm-01', 'switch', [8590, 420, 1650], [482, 500, 44], 7.4, 'Out-of-band management switch'),
  component('swo-01', 'switch', [8590, 420, 1550], [482, 400, 44], 6, 'OT switch'),
  component('FPP', 'switch', [8590, 420, 1380], [482, 300, 44], 3, 'Fibre panel of the OT network'),
  component('FW1', 'switch', [8590, 420, 1450], [482, 400, 44], 5, 'OT firewall and edge gateway'),
  component('sws-01', 'switch', [8590, 320, 1250], [482, 760, 88], 23.5, 'Storage and in-band switch 1'),
  component('sws-02', 'switch', [8590, 320, 1120], [482, 760, 88], 23.5, 'Storage and in-band switch 2'),
  ...[1, 2].map((n) =>
    component(
      `sto-0${n}`,
      'node',
      [8590, 320, 500 + (n - 1) * 178],
      [482, 800, 176],
      35,
      `Storage head server ${n} with its shelf of drives`,
    ),
  ),
  component(
    'air-01',
    'hvac',
    [9400, 120, 170],
    [650, 1000, 2200],
    165,
    'Air unit 20 kW for residual heat, packaged with its condenser, unit 1',
  ),
  component('air-02', 'hvac', [10080, 120, 170], [650, 1000, 2200], 165, 'Air unit 20 kW, unit 2'),
  component('air-03', 'hvac', [10760, 120, 170], [650, 1000, 2200], 165, 'Air unit 20 kW, unit 3 (standby)'),
  component(
    'fap-01',
    'wallbox',
    [9600, 2180, 1300],
    [400, 150, 600],
    18,
    'Fire alarm control and release panel',
  ),
  component('FX1', 'cylinder', [11550, 1980, 170], [320, 320, 1500], 140, 'Clean-agent cylinder'),
  component('env-01', 'wallbox', [9100, 2190, 1500], [300, 140, 300], 4, 'Environmental monitoring unit'),
  component(
    'lkd-01',
    'wallbox',
    [4500, 2190, 1300],
    [300, 140, 400],
    4,
    'Leak detection controller with ropes',
  ),
  component('mtr-a', 'sensor', [560, 725, 1500], [96, 40, 96], 0.5, 'Feeder meter, feed A'),
  component('mtr-b', 'sensor', [760, 725, 1500], [96, 40, 96], 0.5, 'Feeder meter, feed B'),
  ...serviceComponents(
    {
      panel: [600, 2020, 900],
      luminaires: [900, 1750, 2640],
      receptacles: [
        [1100, 2270, 1000],
        [9000, 2270, 1000],
      ],
      access: [1300, 2210, 1400],
    },
    LIGHT_AND_RECEPTACLES,
  ),
  ...fireComponents({
    buttons: [
      [10400, 2270, 1300],
      [11900, 2270, 1300],
    ],
    detectors: [
      [3000, 1950, 2700],
      [9000, 1950, 2700],
    ],
    horn: [10960, 2270, 2400],
  }),
  component(
    'TT-301',
    'sensor',
    [6000, 2270, 1600],
    [80, 60, 120],
    0.3,
    'Temperature transmitter, cold aisle',
  ),
  component('MT-301', 'sensor', [6200, 2270, 1600], [80, 60, 120], 0.3, 'Humidity transmitter, cold aisle'),
  component('TRAY', 'tray', [500, 700, 2600], [10800, 450, 100], 110, 'Overhead cable tray'),
  component('MF-S', 'manifold', [4400, 1360, 2560], [4000, 60, 60], 38, 'Technology manifold, supply', {
    colour: 'supply',
  }),
  component('MF-R', 'manifold', [4400, 1460, 2560], [4000, 60, 60], 38, 'Technology manifold, return', {
    colour: 'return',
  }),
]

/** Where cables and hoses of a component arrive. */
export const at = (id: string): [number, number, number] => topOf(COMPONENTS, id)
