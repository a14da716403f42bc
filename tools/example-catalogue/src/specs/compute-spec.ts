import {
  component,
  dryMass,
  head,
  topOf,
  type ConnectionSource,
  type Coupling,
  type Family,
  type PartSource,
  type PortSource,
  type SpecSource,
  type YardSource,
} from './variant.ts'

const SHELL_KG = 7000
const NODES = [1, 2, 3, 4, 5, 6, 7]
const RACKS = [1, 2, 3, 4]
const rackOf = (node: number): number => Math.ceil(node / 2)
const two = (n: number): string => String(n).padStart(2, '0')

/** Equipment, from the interface end to the cargo doors. Masses: makers' data where known, else assumption. */
const COMPONENTS = [
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
  component('EX-C', 'plate_zone', [40, 200, 500], [80, 620, 380], 20, 'Plate zone, earth and drain'),
  component(
    'MDP',
    'panel',
    [500, 120, 170],
    [1200, 600, 2100],
    520,
    'Main distribution panel 480 V with incomers A and B and automatic transfer',
  ),
  component(
    'TX1',
    'transformer',
    [1750, 120, 170],
    [1100, 900, 1500],
    780,
    'Step-down transformer 480 V delta to 415Y/240 V, dry type',
  ),
  component('PDB', 'panel', [2900, 120, 170], [800, 500, 2100], 260, 'IT distribution board 415Y/240 V'),
  component('ups-01', 'panel', [3750, 120, 170], [600, 800, 2000], 280, 'Control and network UPS 10 kVA'),
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
  component('swl-01', 'switch', [8590, 420, 1900], [482, 760, 44], 14.8, 'Compute fabric leaf switch 1'),
  component('swl-02', 'switch', [8590, 420, 1800], [482, 760, 44], 14.8, 'Compute fabric leaf switch 2'),
  component('swm-01', 'switch', [8590, 420, 1650], [482, 500, 44], 7.4, 'Out-of-band management switch'),
  component('swo-01', 'switch', [8590, 420, 1550], [482, 400, 44], 6, 'OT switch'),
  component('FW1', 'switch', [8590, 420, 1450], [482, 400, 44], 5, 'OT firewall and edge gateway'),
  component('STO', 'node', [8590, 320, 500], [482, 800, 354], 70, 'Storage shelves and head servers'),
  component(
    'air-01',
    'hvac',
    [9400, 120, 170],
    [650, 1000, 2200],
    165,
    'Air unit 20 kW, cooling coil for residual heat, unit 1',
  ),
  component('air-02', 'hvac', [10080, 120, 170], [650, 1000, 2200], 165, 'Air unit 20 kW, unit 2'),
  component('air-03', 'hvac', [10760, 120, 170], [650, 1000, 2200], 165, 'Air unit 20 kW, unit 3 (standby)'),
  component(
    'fap-01',
    'wallbox',
    [11500, 110, 1300],
    [400, 150, 600],
    18,
    'Fire alarm control and release panel',
  ),
  component('FX1', 'cylinder', [11560, 300, 170], [320, 320, 1500], 140, 'Clean-agent cylinder'),
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
  component('TRAY', 'tray', [500, 700, 2600], [10800, 450, 100], 110, 'Overhead cable tray'),
  component('MF-S', 'manifold', [4400, 1360, 2560], [4000, 60, 60], 38, 'Technology manifold, supply', {
    colour: 'supply',
  }),
  component('MF-R', 'manifold', [4400, 1460, 2560], [4000, 60, 60], 38, 'Technology manifold, return', {
    colour: 'return',
  }),
]

const at = (id: string): [number, number, number] => topOf(COMPONENTS, id)

function port(
  id: string,
  on: string,
  service: PortSource['service'],
  flow: PortSource['flow'],
  termination: string,
  rating: PortSource['rating'],
  extra: Partial<PortSource> = {},
): PortSource {
  return { id, on, service, flow, position_mm: at(on), termination, rating, ...extra }
}

const LV = { voltage_v: 480, phases_count: 3 }
const IT = { voltage_v: 415, phases_count: 3 }
const toGrid = (slot: string): Partial<PortSource> => ({
  interface: { plate_id: 'CG', slot, with: 'grid_container' },
})
const toCooler = (slot: string): Partial<PortSource> => ({
  interface: { plate_id: 'CD', slot, with: 'heat_rejection_unit' },
})
const toRing = (slot: string): Partial<PortSource> => ({
  interface: { plate_id: 'EX-C', slot, with: 'earth_ring' },
})

const OT_DEVICES = ['cdu-01', 'mtr-a', 'mtr-b', 'ups-01', 'air-01', 'env-01', 'lkd-01', 'fap-01'] as const
const OOB_DEVICES = [
  ...NODES.map((n) => `node-${two(n)}`),
  ...RACKS.flatMap((r) => [`pdu-r${r}a`, `pdu-r${r}b`]),
  'swl-01',
  'swl-02',
]

const PORTS: PortSource[] = [
  port(
    'CG.PA',
    'CG',
    'power_lv',
    'in',
    'two-hole lug',
    { ...LV, current_a: 400 },
    { system: 'A', ...toGrid('PA') },
  ),
  port(
    'CG.PB',
    'CG',
    'power_lv',
    'in',
    'two-hole lug',
    { ...LV, current_a: 400 },
    { system: 'B', ...toGrid('PB') },
  ),
  port('CG.C1', 'CG', 'control', 'both', 'M23 connector', { voltage_v: 24 }, toGrid('C1')),
  port(
    'CG.F1',
    'CG',
    'fibre',
    'both',
    'LC duplex bulkhead',
    { fibres_count: 12 },
    { system: 'A', ...toGrid('F1') },
  ),
  port(
    'CG.F2',
    'CG',
    'fibre',
    'both',
    'LC duplex bulkhead',
    { fibres_count: 12 },
    { system: 'B', ...toGrid('F2') },
  ),
  port(
    'CG.X1',
    'CG',
    'fibre',
    'both',
    'MPO-12 bulkhead',
    { data_rate_gbps: 400 },
    { system: 'A', ...toGrid('X1') },
  ),
  port(
    'CG.X2',
    'CG',
    'fibre',
    'both',
    'MPO-12 bulkhead',
    { data_rate_gbps: 400 },
    { system: 'B', ...toGrid('X2') },
  ),
  port(
    'CD.S1',
    'CD',
    'coolant_supply',
    'in',
    'EN 1092-1 flange PN16',
    { dn: 50, pressure_bar: 10 },
    toCooler('S1'),
  ),
  port(
    'CD.R1',
    'CD',
    'coolant_return',
    'out',
    'EN 1092-1 flange PN16',
    { dn: 50, pressure_bar: 10 },
    toCooler('R1'),
  ),
  port('CD.P1', 'CD', 'power_lv', 'out', 'gland', { ...LV, current_a: 30 }, toCooler('P1')),
  port('CD.C1', 'CD', 'control', 'both', 'M23 connector', { voltage_v: 24 }, toCooler('C1')),
  port('EX-C.G1', 'EX-C', 'earth', 'both', 'stud M12', { short_time_current_ka: 25 }, toRing('G1')),
  port('EX-C.G2', 'EX-C', 'earth', 'both', 'stud M12', { short_time_current_ka: 25 }, toRing('G2')),
  port(
    'EX-C.DR1',
    'EX-C',
    'drain',
    'out',
    'camlock DN25',
    { dn: 25 },
    { interface: { plate_id: 'EX-C', slot: 'DR1', with: 'site_drain' } },
  ),
  port('MDP.IN-A', 'MDP', 'power_lv', 'in', 'two-hole lug', { ...LV, current_a: 400 }),
  port('MDP.IN-B', 'MDP', 'power_lv', 'in', 'two-hole lug', { ...LV, current_a: 400 }),
  port('MDP.TX', 'MDP', 'power_lv', 'out', 'lug', { ...LV, current_a: 200 }),
  port('TX1.HV', 'TX1', 'power_lv', 'in', 'lug', { ...LV, current_a: 200 }),
  port('TX1.LV', 'TX1', 'power_lv', 'out', 'lug', { ...IT, current_a: 250 }),
  port('PDB.IN', 'PDB', 'power_lv', 'in', 'lug', { ...IT, current_a: 250 }),
  port('MDP.UPS', 'MDP', 'power_lv', 'out', 'terminal', { ...LV, current_a: 20 }),
  port('ups-01.IN', 'ups-01', 'power_lv', 'in', 'terminal', { ...LV, current_a: 20 }),
  port('MDP.CDU', 'MDP', 'power_lv', 'out', 'terminal', { ...LV, current_a: 20 }),
  port('cdu-01.P', 'cdu-01', 'power_lv', 'in', 'terminal', { ...LV, current_a: 20 }),
  port('MDP.HRU', 'MDP', 'power_lv', 'out', 'terminal', { ...LV, current_a: 30 }),
  ...[1, 2, 3].flatMap((n) => [
    port(`MDP.AU${n}`, 'MDP', 'power_lv', 'out', 'terminal', { ...LV, current_a: 20 }),
    port(`air-0${n}.P`, `air-0${n}`, 'power_lv', 'in', 'terminal', { ...LV, current_a: 20 }),
    port(`air-0${n}.DR`, `air-0${n}`, 'drain', 'out', 'push-fit DN25', { dn: 25 }),
  ]),
  port('EX-C.DRAIN', 'EX-C', 'drain', 'in', 'header DN25', { dn: 25 }),
  ...RACKS.flatMap((r) =>
    (['A', 'B'] as const).flatMap((s) => [
      port(`PDB.Q${s}${r}`, 'PDB', 'power_lv', 'out', 'terminal', { ...IT, current_a: 60 }, { system: s }),
      port(
        `pdu-r${r}${s.toLowerCase()}.IN`,
        `pdu-r${r}${s.toLowerCase()}`,
        'power_lv',
        'in',
        'IEC 60309 60 A',
        { ...IT, current_a: 60 },
        { system: s },
      ),
      port(
        `pdu-r${r}${s.toLowerCase()}.OUT`,
        `pdu-r${r}${s.toLowerCase()}`,
        'power_lv',
        'out',
        'C19',
        { voltage_v: 240, phases_count: 1, current_a: 16 },
        { system: s },
      ),
    ]),
  ),
  ...NODES.flatMap((n) => {
    const node = `node-${two(n)}`
    return [
      port(
        `${node}.PA`,
        node,
        'power_lv',
        'in',
        'C20',
        { voltage_v: 240, phases_count: 1, current_a: 16 },
        { system: 'A' },
      ),
      port(
        `${node}.PB`,
        node,
        'power_lv',
        'in',
        'C20',
        { voltage_v: 240, phases_count: 1, current_a: 16 },
        { system: 'B' },
      ),
      port(`${node}.X1`, node, 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
      port(`${node}.X2`, node, 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
      port(`${node}.CI`, node, 'coolant_supply', 'in', 'UQD06', { dn: 10, pressure_bar: 6 }),
      port(`${node}.CO`, node, 'coolant_return', 'out', 'UQD06', { dn: 10, pressure_bar: 6 }),
      port(`MF-S.N${n}`, 'MF-S', 'coolant_supply', 'out', 'UQD06', { dn: 10, pressure_bar: 6 }),
      port(`MF-R.N${n}`, 'MF-R', 'coolant_return', 'in', 'UQD06', { dn: 10, pressure_bar: 6 }),
      port(`swl-01.P${n}`, 'swl-01', 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
      port(`swl-02.P${n}`, 'swl-02', 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
    ]
  }),
  port('swl-01.UP', 'swl-01', 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
  port('swl-02.UP', 'swl-02', 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
  port('swo-01.UPA', 'swo-01', 'fibre', 'both', 'SFP LC duplex', { data_rate_gbps: 10 }),
  port('swo-01.UPB', 'swo-01', 'fibre', 'both', 'SFP LC duplex', { data_rate_gbps: 10 }),
  port('swm-01.UP', 'swm-01', 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
  port('FW1.OOB', 'FW1', 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
  port('FW1.OT', 'FW1', 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
  port('swo-01.FW', 'swo-01', 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
  ...OT_DEVICES.flatMap((d, i) => [
    port(`${d}.N`, d, 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
    port(`swo-01.P${i + 1}`, 'swo-01', 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
  ]),
  ...OOB_DEVICES.flatMap((d, i) => [
    port(`${d}.OOB`, d, 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
    port(`swm-01.P${i + 1}`, 'swm-01', 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
  ]),
  port('cdu-01.FS', 'cdu-01', 'coolant_supply', 'in', 'sanitary clamp', { dn: 50, pressure_bar: 10 }),
  port('cdu-01.FR', 'cdu-01', 'coolant_return', 'out', 'sanitary clamp', { dn: 50, pressure_bar: 10 }),
  port('cdu-01.TS', 'cdu-01', 'coolant_supply', 'out', 'sanitary clamp', { dn: 50, pressure_bar: 6 }),
  port('cdu-01.TR', 'cdu-01', 'coolant_return', 'in', 'sanitary clamp', { dn: 50, pressure_bar: 6 }),
  port('MF-S.IN', 'MF-S', 'coolant_supply', 'in', 'sanitary clamp', { dn: 50, pressure_bar: 6 }),
  port('MF-R.OUT', 'MF-R', 'coolant_return', 'out', 'sanitary clamp', { dn: 50, pressure_bar: 6 }),
  port('cdu-01.C', 'cdu-01', 'control', 'both', 'terminal', { voltage_v: 24 }),
  port('fap-01.C', 'fap-01', 'control', 'both', 'terminal', { voltage_v: 24 }),
  port('MDP.PE', 'MDP', 'earth', 'both', 'earth bar', { short_time_current_ka: 25 }),
  port('TRAY.PE', 'TRAY', 'earth', 'both', 'earth bar', { short_time_current_ka: 25 }),
]

const power = (
  id: string,
  from: string,
  to: string,
  description: string,
  type: string,
  size_mm2: number,
  cores_count: number,
  current_a: number,
  runs_count = 1,
): ConnectionSource => ({
  id,
  from,
  to,
  description,
  route: 'tray',
  cable: { type, cores_count, size_mm2, current_a, runs_count },
})
const cat6 = (id: string, from: string, to: string, description: string): ConnectionSource => ({
  id,
  from,
  to,
  description,
  route: 'tray',
  cable: { type: 'Cat 6A S/FTP' },
})

const CONNECTIONS: ConnectionSource[] = [
  power('W-PA', 'CG.PA', 'MDP.IN-A', 'Incoming feeder A', 'XHHW-2 Cu 600 V', 107.2, 1, 171, 4),
  power('W-PB', 'CG.PB', 'MDP.IN-B', 'Incoming feeder B', 'XHHW-2 Cu 600 V', 107.2, 1, 171, 4),
  power('W-TX1', 'MDP.TX', 'TX1.HV', 'Step-down transformer primary', 'XHHW-2 Cu 600 V', 85, 1, 144, 3),
  power('W-TX2', 'TX1.LV', 'PDB.IN', 'Step-down transformer secondary', 'XHHW-2 Cu 600 V', 107.2, 1, 166, 4),
  power('W-UPS', 'MDP.UPS', 'ups-01.IN', 'Control UPS supply', 'TC-ER Cu 600 V', 5.26, 4, 12),
  power('W-CDU', 'MDP.CDU', 'cdu-01.P', 'CDU supply', 'TC-ER Cu 600 V', 5.26, 4, 8),
  power('W-HRU', 'MDP.HRU', 'CD.P1', 'Heat rejection unit supply', 'TC-ER Cu 600 V', 5.26, 4, 8),
  ...[1, 2, 3].map((n) =>
    power(`W-AU${n}`, `MDP.AU${n}`, `air-0${n}.P`, `Air unit ${n} supply`, 'TC-ER Cu 600 V', 5.26, 4, 9),
  ),
  ...RACKS.flatMap((r) =>
    (['A', 'B'] as const).map((s) =>
      power(
        `W-R${r}${s}`,
        `PDB.Q${s}${r}`,
        `pdu-r${r}${s.toLowerCase()}.IN`,
        `Rack ${r} PDU, feed ${s}`,
        'SOOW Cu 600 V',
        13.3,
        5,
        42,
      ),
    ),
  ),
  ...NODES.flatMap((n) =>
    (['A', 'B'] as const).map((s) =>
      power(
        `W-N${n}${s}`,
        `pdu-r${rackOf(n)}${s.toLowerCase()}.OUT`,
        `node-${two(n)}.P${s}`,
        `GPU node ${n} cords, feed ${s}`,
        'C19 to C20 cord',
        3.31,
        3,
        16,
        3,
      ),
    ),
  ),
  ...NODES.flatMap((n) =>
    ([1, 2] as const).map((k): ConnectionSource => ({
      id: `F-N${n}-${k}`,
      from: `node-${two(n)}.X${k}`,
      to: `swl-0${k}.P${n}`,
      description: `GPU node ${n} to leaf ${k}, 4 links of 400 Gbit/s`,
      route: 'tray',
      cable: { type: 'OM4 MPO-12', fibres_count: 12, runs_count: 4 },
    })),
  ),
  ...([1, 2] as const).map((k): ConnectionSource => ({
    id: `F-UP${k}`,
    from: `swl-0${k}.UP`,
    to: `CG.X${k}`,
    description: `Leaf ${k} up-links, 28 links of 400 Gbit/s`,
    route: 'tray',
    cable: { type: 'OS2 MPO-12', fibres_count: 12, runs_count: 28 },
  })),
  {
    id: 'F-OTA',
    from: 'swo-01.UPA',
    to: 'CG.F1',
    description: 'OT up-link A',
    route: 'tray',
    cable: { type: 'OS2 12F', fibres_count: 12 },
  },
  {
    id: 'F-OTB',
    from: 'swo-01.UPB',
    to: 'CG.F2',
    description: 'OT up-link B',
    route: 'tray',
    cable: { type: 'OS2 12F', fibres_count: 12 },
  },
  cat6('N-FW', 'FW1.OT', 'swo-01.FW', 'Firewall to OT switch'),
  cat6('N-OOB', 'swm-01.UP', 'FW1.OOB', 'Out-of-band switch to firewall'),
  ...OT_DEVICES.map((d, i) => cat6(`N-OT${two(i + 1)}`, `${d}.N`, `swo-01.P${i + 1}`, `${d} to OT switch`)),
  ...OOB_DEVICES.map((d, i) =>
    cat6(`N-M${two(i + 1)}`, `${d}.OOB`, `swm-01.P${i + 1}`, `${d} to out-of-band switch`),
  ),
  {
    id: 'H-FS',
    from: 'CD.S1',
    to: 'cdu-01.FS',
    description: 'Facility supply to CDU',
    route: 'direct',
    hose: { type: 'EPDM hose', dn: 50 },
  },
  {
    id: 'H-FR',
    from: 'cdu-01.FR',
    to: 'CD.R1',
    description: 'Facility return from CDU',
    route: 'direct',
    hose: { type: 'EPDM hose', dn: 50 },
  },
  {
    id: 'H-TS',
    from: 'cdu-01.TS',
    to: 'MF-S.IN',
    description: 'Technology supply to manifold',
    route: 'direct',
    hose: { type: 'EPDM hose', dn: 50 },
  },
  {
    id: 'H-TR',
    from: 'MF-R.OUT',
    to: 'cdu-01.TR',
    description: 'Technology return from manifold',
    route: 'direct',
    hose: { type: 'EPDM hose', dn: 50 },
  },
  ...NODES.flatMap((n): ConnectionSource[] => [
    {
      id: `H-N${n}S`,
      from: `MF-S.N${n}`,
      to: `node-${two(n)}.CI`,
      description: `GPU node ${n} supply`,
      route: 'direct',
      hose: { type: 'EPDM hose', dn: 10 },
    },
    {
      id: `H-N${n}R`,
      from: `node-${two(n)}.CO`,
      to: `MF-R.N${n}`,
      description: `GPU node ${n} return`,
      route: 'direct',
      hose: { type: 'EPDM hose', dn: 10 },
    },
  ]),
  ...[1, 2, 3].map((n): ConnectionSource => ({
    id: `H-DR${n}`,
    from: `air-0${n}.DR`,
    to: 'EX-C.DRAIN',
    description: `Condensate of air unit ${n}`,
    route: 'direct',
    hose: { type: 'EPDM hose', dn: 25 },
  })),
  {
    id: 'C-EPO',
    from: 'fap-01.C',
    to: 'CG.C1',
    description: 'Emergency power off and fire status',
    route: 'tray',
    cable: { type: 'LiYCY', cores_count: 12, size_mm2: 0.75 },
  },
  {
    id: 'C-HRU',
    from: 'cdu-01.C',
    to: 'CD.C1',
    description: 'Fan speed and outdoor temperature',
    route: 'tray',
    cable: { type: 'LiYCY', cores_count: 8, size_mm2: 0.75 },
  },
  {
    id: 'G-1',
    from: 'EX-C.G1',
    to: 'MDP.PE',
    description: 'Main earth bar',
    route: 'direct',
    cable: { type: 'Bare Cu', cores_count: 1, size_mm2: 67.4 },
  },
  {
    id: 'G-2',
    from: 'EX-C.G2',
    to: 'TRAY.PE',
    description: 'Tray and rack bonding bar',
    route: 'direct',
    cable: { type: 'Bare Cu', cores_count: 1, size_mm2: 67.4 },
  },
]

/** Where electronics may come from in the stricter tiers is the supplier's to certify; nothing is made up here. */
const part = (
  line_id: string,
  component_id: string | null,
  category: PartSource['category'],
  description: string,
  quantity: number,
  extra: Partial<PartSource> = {},
): PartSource => ({
  line_id,
  component: component_id,
  category,
  description,
  quantity,
  unit: 'ea',
  ...extra,
})

const NVIDIA = { manufacturer: 'NVIDIA' }
const BOM: PartSource[] = [
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
  part('C-040', 'pdu-*', 'power', 'Rack PDU 415 V 3-phase 60 A, metered', 8, {
    rating: '34.5 kVA',
    unit_mass_kg: 12,
  }),
  part(
    'C-050',
    'MDP',
    'power',
    'Main distribution panel 480 V, 400 A, two incomers with automatic transfer',
    1,
    { rating: '400 A, 65 kA', unit_mass_kg: 520 },
  ),
  part('C-055', 'TX1', 'power', 'Step-down transformer 480 V delta - 415Y/240 V, dry type, K-13', 1, {
    rating: '150 kVA',
    unit_mass_kg: 780,
  }),
  part('C-060', 'PDB', 'power', 'IT distribution board 415Y/240 V', 1, {
    rating: '250 A',
    unit_mass_kg: 260,
  }),
  part('C-065', 'ups-01', 'power', 'Control and network UPS', 1, { rating: '10 kVA', unit_mass_kg: 280 }),
  part('C-066', 'mtr-*', 'power', 'Feeder meter, class 0.5', 2, { unit_mass_kg: 0.5 }),
  part('C-070', 'swl-*', 'network', 'Leaf switch NDR, 64 x 400 Gbit/s', 2, {
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
  part('C-074', 'STO', 'it', 'Storage shelves and head servers', 1, { unit: 'set', unit_mass_kg: 70 }),
  part('C-075', 'swl-*', 'network', 'Optical transceiver twin-port OSFP 2 x 400G', 84, {
    telecom: true,
    spare_pct: 2,
  }),
  part('C-080', 'cdu-01', 'cooling', 'Coolant distribution unit with plate heat exchanger and pumps N+1', 1, {
    rating: '150 kW at 3 K approach',
    unit_mass_kg: 900,
  }),
  part('C-081', 'cdu-01', 'spare', 'Filter element 50 um', 2, { parent: 'C-080', spare_pct: 10 }),
  part('C-082', 'MF-*', 'cooling', 'Manifold DN50 with quick disconnects, stainless', 2, {
    unit_mass_kg: 38,
  }),
  part('C-083', 'air-*', 'cooling', 'Air unit for residual heat', 3, { rating: '20 kW', unit_mass_kg: 165 }),
  part('C-090', 'fap-01', 'safety', 'Fire alarm control and release panel', 1, { unit_mass_kg: 18 }),
  part('C-091', 'FX1', 'safety', 'Clean-agent cylinder, NFPA 2001', 1, { unit_mass_kg: 140 }),
  part('C-092', 'lkd-01', 'safety', 'Leak detection controller with rope sensors', 1, { unit_mass_kg: 4 }),
  part('C-093', 'env-01', 'control', 'Environmental monitoring unit with sensors', 1, { unit_mass_kg: 4 }),
  part('C-100', 'TRAY', 'consumable', 'Cable tray 450 mm with supports', 11, {
    unit: 'm',
    unit_mass_kg: 10,
    spare_pct: 2,
  }),
  part('C-110', 'CG', 'interface_plate', 'Interface plate CG with connectors', 1, { unit_mass_kg: 60 }),
  part('C-111', 'CD', 'interface_plate', 'Interface plate CD with flanges', 1, { unit_mass_kg: 55 }),
  part('C-112', 'EX-C', 'interface_plate', 'Interface plate EX-C with earth studs and drain', 1, {
    unit_mass_kg: 20,
  }),
  part('C-120', null, 'cooling', 'Electric heat tracing for outdoor coolant connections', 1, {
    unit: 'set',
    when: { climate_zone: 'subarctic' },
  }),
  part('C-130', null, 'consumable', 'Labels, arc-flash signs and cable markers', 1, { unit: 'set' }),
]

const ringPort = (slot: string): PortSource => ({
  id: slot,
  on: 'FRAME',
  service: 'earth',
  flow: 'both',
  position_mm: [0, 0, 0],
  termination: 'stud M12',
  rating: { short_time_current_ka: 25 },
  interface: { plate_id: null, slot, with: 'earth_ring' },
})
const coolerPort = (
  slot: string,
  service: PortSource['service'],
  flow: PortSource['flow'],
  termination: string,
  rating: PortSource['rating'],
): PortSource => ({
  id: `CD.${slot}`,
  on: 'FRAME',
  service,
  flow,
  position_mm: [0, 0, 800],
  termination,
  rating,
  interface: { plate_id: 'CD', slot, with: 'compute_container' },
})
const HEAT_REJECTION: YardSource = {
  kind: 'heat_rejection_unit',
  description: 'Heat rejection unit',
  size_m: [2.4, 2.2, 2.4],
  mass_kg: 1150,
  scope: 'bought_in',
  ports: [
    coolerPort('S1', 'coolant_supply', 'out', 'EN 1092-1 flange PN16', { dn: 50, pressure_bar: 10 }),
    coolerPort('R1', 'coolant_return', 'in', 'EN 1092-1 flange PN16', { dn: 50, pressure_bar: 10 }),
    coolerPort('P1', 'power_lv', 'in', 'terminal box', { ...LV, current_a: 30 }),
    coolerPort('C1', 'control', 'both', 'terminal box', { voltage_v: 24 }),
    ringPort('G1'),
  ],
  bom: [
    part('D-010', null, 'cooling', 'Heat rejection unit with EC fans and controls', 1, {
      unit_mass_kg: 1150,
      scope: 'bought_in',
    }),
    part('D-020', null, 'cooling', 'Adiabatic pad set with dosing and drain-down', 1, {
      unit: 'set',
      scope: 'bought_in',
      when: { climate_zone: ['temperate', 'arid_hot', 'tropical'] },
    }),
  ],
}

/** spec.yaml of a compute container. */
export function computeSpec(family: Family, coupling: Coupling): SpecSource {
  return {
    ...head(
      'compute_container',
      family,
      coupling,
      'Compute container, 40 ft high cube, 7 nodes of 8 GPUs, liquid cooled',
    ),
    envelope: { iso_code: '45G1', length_mm: 12192, width_mm: 2438, height_mm: 2896 },
    mass: {
      shell_kg: SHELL_KG,
      dry_declared_kg: dryMass(SHELL_KG, COMPONENTS),
      coolant_fill_kg: 380,
      gross_max_kg: 30480,
    },
    footprint: { clearance_ends_mm: 4000, clearance_sides_mm: 1500 },
    cooling: {
      cdu_heat_kw: 150,
      technology_volume_l: 120,
      facility_volume_l: 250,
      air_unit_kw: 20,
      air_units_count: 3,
    },
    network: { leaf_switches_count: 2, leaf_ports_count: 64, ot_switches_count: 1, oob_switches_count: 1 },
    components: COMPONENTS,
    openings: [
      { id: 'DOOR-P', kind: 'personnel_door', wall: 'y_max', centre_mm: [11000, 1250], size_mm: [900, 2050] },
      { id: 'LV-1', kind: 'louvre', wall: 'y_min', centre_mm: [10400, 1500], size_mm: [1200, 1200] },
    ],
    plate_mounts: [
      { id: 'PLATE-CG', plate_id: 'CG', wall: 'x_min', centre_mm: [1670, 1520] },
      { id: 'PLATE-CD', plate_id: 'CD', wall: 'x_min', centre_mm: [1670, 770] },
      { id: 'PLATE-EX-C', plate_id: 'EX-C', wall: 'x_min', centre_mm: [510, 690] },
    ],
    ports: PORTS,
    connections: CONNECTIONS,
    yard: [HEAT_REJECTION],
    length_rules: { tray_z_mm: 2650, slack_factor: 1.1, step_m: 0.5, tail_m: 0.5 },
    bom: BOM,
  }
}
