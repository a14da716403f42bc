import { component, dryMass, head, topOf, type ConnectionSource, type Coupling, type Family, type PartSource, type PortSource, type SpecSource, type YardSource } from './variant.ts'

const SHELL_KG = 6200
const COMPUTE_FEEDERS = 32

const COMPONENTS = [
  component('EX-G', 'plate_zone', [40, 700, 400], [80, 1000, 900], 90, 'Plate zone, utility, transformers, battery collectors, WAN and earth'),
  component('MVSG', 'mv_switchgear', [500, 120, 170], [3600, 950, 2100], 2600, 'Medium-voltage switchgear 13.8 kV, metal-clad, six panels', { panels_count: 6 }),
  component('LVS', 'panel', [4300, 120, 170], [4200, 700, 2200], 3100, 'Low-voltage switchboard 480Y/277 V with bus sections and feeders'),
  component('ats-01', 'panel', [8700, 120, 170], [700, 600, 2000], 320, 'Transfer switch of the critical auxiliaries'),
  component('RLY', 'panel', [9500, 120, 170], [900, 600, 2200], 260, 'Protection and relay panel'),
  component('rly-pcc', 'sensor', [9560, 725, 1700], [200, 60, 180], 6, 'Relay, point of common coupling'),
  component('rly-cmp', 'sensor', [9860, 725, 1700], [200, 60, 180], 6, 'Relay, compute feeders'),
  component('rly-bess', 'sensor', [10160, 725, 1700], [200, 60, 180], 6, 'Relay, battery feeders'),
  component('mtr-rev', 'sensor', [9560, 725, 1400], [96, 40, 96], 1, 'Revenue meter'),
  component('mtr-cmp', 'sensor', [9760, 725, 1400], [96, 40, 96], 0.5, 'Power quality meter, compute'),
  component('mtr-aux', 'sensor', [9960, 725, 1400], [96, 40, 96], 0.5, 'Meter, auxiliaries'),
  component('xfm-01', 'sensor', [10160, 725, 1400], [120, 40, 120], 1, 'Transformer temperature controller'),
  component('gen-01', 'sensor', [10160, 725, 1150], [200, 60, 180], 2, 'Generator controller interface'),
  component('ups-01', 'panel', [10500, 120, 170], [600, 600, 2000], 420, 'Protection and control UPS with 125 V DC charger'),
  component('EMS', 'rack', [10500, 1150, 170], [800, 1150, 2200], 320, 'EMS and core network rack'),
  component('swo-01', 'switch', [10660, 1350, 1900], [482, 400, 44], 6, 'OT core switch'),
  component('ODF', 'switch', [10660, 1350, 1700], [482, 300, 88], 8, 'Optical distribution frame and spine position'),
  component('RTR', 'switch', [10660, 1350, 1500], [482, 400, 44], 6, 'WAN router and firewall pair'),
  component('AC1', 'hvac', [1200, 1700, 170], [700, 600, 2000], 190, 'Air conditioner 20 kW, unit 1'),
  component('AC2', 'hvac', [6000, 1700, 170], [700, 600, 2000], 190, 'Air conditioner 20 kW, unit 2'),
  component('fap-01', 'wallbox', [9300, 2180, 1300], [400, 150, 600], 18, 'Fire alarm control panel'),
  component('env-01', 'wallbox', [8600, 2190, 1500], [300, 140, 300], 4, 'Environmental monitoring unit'),
  component('met-01', 'sensor', [11800, 1200, 2500], [120, 120, 200], 3, 'Weather station'),
  component('TRAY', 'tray', [500, 1150, 2600], [10800, 400, 100], 110, 'Overhead cable tray'),
]
const at = (id: string): [number, number, number] => topOf(COMPONENTS, id)
const port = (id: string, on: string, service: PortSource['service'], flow: PortSource['flow'], termination: string, rating: PortSource['rating'], extra: Partial<PortSource> = {}): PortSource => ({
  id, on, service, flow, position_mm: at(on), termination, rating, ...extra,
})
const MV = { voltage_v: 13800, phases_count: 3 }
const LV = { voltage_v: 480, phases_count: 3 }
const exg = (slot: string, kind: NonNullable<PortSource['interface']>['with'], channel?: string): Partial<PortSource> => ({
  interface: { plate_id: 'EX-G', slot, with: kind, ...(channel === undefined ? {} : { channel }) }, optional: true,
})
const toCompute = (slot: string): Partial<PortSource> => ({
  array: { var: 'n', from: 1, count: COMPUTE_FEEDERS }, optional: true, interface: { plate_id: 'CG', slot, with: 'compute_container', channel: '{n}' },
})

const OT_DEVICES = ['rly-pcc', 'rly-cmp', 'rly-bess', 'mtr-rev', 'mtr-cmp', 'mtr-aux', 'xfm-01', 'ats-01', 'gen-01', 'ups-01', 'env-01', 'fap-01', 'met-01'] as const

function ports(plate: string): PortSource[] {
  const toBattery = (slot: string): Partial<PortSource> => ({
    array: { var: 'n', from: 1, count: 32 }, optional: true, interface: { plate_id: plate, slot, with: 'bess_unit', channel: '{n}' },
  })
  return [
    port('EX-G.M1', 'MVSG', 'power_mv', 'in', 'cold-shrink termination', { ...MV, current_a: 1200 }, exg('M1', 'utility_supply')),
    ...(['generator_supply', 'solar_supply', 'nuclear_supply'] as const).map((kind) =>
      port(`EX-G.M2-${kind}`, 'MVSG', 'power_mv', 'in', 'cold-shrink termination', { ...MV, current_a: 1200 }, exg('M2', kind)),
    ),
    port('EX-G.T{n}', 'MVSG', 'power_mv', 'out', 'cold-shrink termination', { ...MV, current_a: 600 }, { array: { var: 'n', from: 1, count: 4 }, ...exg('T', 'unit_transformer', '{n}') }),
    port('EX-G.L{n}', 'LVS', 'power_lv', 'in', 'two-hole lug', { ...LV, current_a: 4000 }, { array: { var: 'n', from: 1, count: 4 }, ...exg('L', 'unit_transformer', '{n}') }),
    port('EX-G.X{n}', 'RLY', 'control', 'both', 'terminal', { voltage_v: 125 }, { array: { var: 'n', from: 1, count: 4 }, ...exg('X', 'unit_transformer', '{n}') }),
    port('EX-G.B{n}', 'MVSG', 'power_mv', 'both', 'cold-shrink termination', { ...MV, current_a: 600 }, { array: { var: 'n', from: 1, count: 8 }, ...exg('B', 'bess_skid', '{n}') }),
    port('CG{n:02}.PA', 'LVS', 'power_lv', 'out', 'two-hole lug', { ...LV, current_a: 400 }, { system: 'A', ...toCompute('PA') }),
    port('CG{n:02}.PB', 'LVS', 'power_lv', 'out', 'two-hole lug', { ...LV, current_a: 400 }, { system: 'B', ...toCompute('PB') }),
    port('CG{n:02}.C1', 'RLY', 'control', 'both', 'terminal', { voltage_v: 24 }, toCompute('C1')),
    port('CG{n:02}.F1', 'swo-01', 'fibre', 'both', 'LC duplex', { fibres_count: 12 }, { system: 'A', ...toCompute('F1') }),
    port('CG{n:02}.F2', 'swo-01', 'fibre', 'both', 'LC duplex', { fibres_count: 12 }, { system: 'B', ...toCompute('F2') }),
    port('CG{n:02}.X1', 'ODF', 'fibre', 'both', 'MPO-12', { data_rate_gbps: 400 }, { system: 'A', ...toCompute('X1') }),
    port('CG{n:02}.X2', 'ODF', 'fibre', 'both', 'MPO-12', { data_rate_gbps: 400 }, { system: 'B', ...toCompute('X2') }),
    port('BG{n:02}.A1', 'LVS', 'power_lv', 'out', 'lug', { ...LV, current_a: 60 }, toBattery('A1')),
    port('BG{n:02}.F1', 'swo-01', 'fibre', 'both', 'LC duplex', { fibres_count: 12 }, toBattery('F1')),
    port('EX-G.W1', 'RTR', 'fibre', 'both', 'LC duplex', { fibres_count: 12 }, exg('W1', 'wan_service')),
    port('EX-G.W2', 'RTR', 'fibre', 'both', 'LC duplex', { fibres_count: 12 }, exg('W2', 'wan_service')),
    port('EX-G.G1', 'EX-G', 'earth', 'both', 'stud M12', { short_time_current_ka: 25 }, { interface: { plate_id: 'EX-G', slot: 'G1', with: 'earth_ring' } }),
    port('EX-G.G2', 'EX-G', 'earth', 'both', 'stud M12', { short_time_current_ka: 25 }, { interface: { plate_id: 'EX-G', slot: 'G2', with: 'earth_ring' } }),
    port('LVS.ATS', 'LVS', 'power_lv', 'out', 'lug', { ...LV, current_a: 60 }),
    port('ats-01.IN', 'ats-01', 'power_lv', 'in', 'lug', { ...LV, current_a: 60 }),
    port('ats-01.UPS', 'ats-01', 'power_lv', 'out', 'terminal', { ...LV, current_a: 20 }),
    port('ups-01.IN', 'ups-01', 'power_lv', 'in', 'terminal', { ...LV, current_a: 20 }),
    ...[1, 2].flatMap((n) => [
      port(`ats-01.AC${n}`, 'ats-01', 'power_lv', 'out', 'terminal', { ...LV, current_a: 20 }),
      port(`AC${n}.P`, `AC${n}`, 'power_lv', 'in', 'terminal', { ...LV, current_a: 20 }),
    ]),
    port('RLY.TRIP', 'RLY', 'control', 'both', 'terminal', { voltage_v: 125 }),
    port('MVSG.TRIP', 'MVSG', 'control', 'both', 'terminal', { voltage_v: 125 }),
    port('LVS.TRIP', 'LVS', 'control', 'both', 'terminal', { voltage_v: 125 }),
    port('RLY.TRIP2', 'RLY', 'control', 'both', 'terminal', { voltage_v: 125 }),
    port('RTR.LAN', 'RTR', 'copper', 'both', 'RJ45', { data_rate_gbps: 10 }),
    port('swo-01.UP', 'swo-01', 'copper', 'both', 'RJ45', { data_rate_gbps: 10 }),
    ...OT_DEVICES.flatMap((d, i) => [
      port(`${d}.N`, d, 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
      port(`swo-01.P${i + 1}`, 'swo-01', 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
    ]),
    port('EX-G.BAR', 'EX-G', 'earth', 'both', 'earth bar', { short_time_current_ka: 25 }),
    port('MVSG.PE', 'MVSG', 'earth', 'both', 'earth bar', { short_time_current_ka: 25 }),
    port('LVS.PE', 'LVS', 'earth', 'both', 'earth bar', { short_time_current_ka: 25 }),
  ]
}

const power = (id: string, from: string, to: string, description: string, size_mm2: number, current_a: number): ConnectionSource => ({
  id, from, to, description, route: 'tray', cable: { type: 'TC-ER Cu 600 V', cores_count: 4, size_mm2, current_a },
})
const CONNECTIONS: ConnectionSource[] = [
  power('W-ATS', 'LVS.ATS', 'ats-01.IN', 'Critical auxiliaries', 13.3, 16),
  power('W-UPS', 'ats-01.UPS', 'ups-01.IN', 'Protection and control UPS', 5.26, 6),
  power('W-AC1', 'ats-01.AC1', 'AC1.P', 'Air conditioner 1', 5.26, 9),
  power('W-AC2', 'ats-01.AC2', 'AC2.P', 'Air conditioner 2', 5.26, 9),
  { id: 'C-MV', from: 'RLY.TRIP', to: 'MVSG.TRIP', description: 'Trip and close, MV breakers', route: 'tray', cable: { type: 'LiYCY', cores_count: 25, size_mm2: 2.5 } },
  { id: 'C-LV', from: 'RLY.TRIP2', to: 'LVS.TRIP', description: 'Trip and interlock, LV mains', route: 'tray', cable: { type: 'LiYCY', cores_count: 25, size_mm2: 2.5 } },
  { id: 'N-WAN', from: 'RTR.LAN', to: 'swo-01.UP', description: 'Firewall to OT core switch', route: 'tray', cable: { type: 'Cat 6A S/FTP' } },
  ...OT_DEVICES.map((d, i): ConnectionSource => ({ id: `N-OT${String(i + 1).padStart(2, '0')}`, from: `${d}.N`, to: `swo-01.P${i + 1}`, description: `${d} to OT core switch`, route: 'tray', cable: { type: 'Cat 6A S/FTP' } })),
  { id: 'G-MV', from: 'EX-G.BAR', to: 'MVSG.PE', description: 'Earth bar to MV switchgear', route: 'direct', cable: { type: 'Bare Cu', cores_count: 1, size_mm2: 107.2 } },
  { id: 'G-LV', from: 'MVSG.PE', to: 'LVS.PE', description: 'Earth bar to LV switchboard', route: 'tray', cable: { type: 'Bare Cu', cores_count: 1, size_mm2: 107.2 } },
]

const part = (line_id: string, component_id: string | null, category: PartSource['category'], description: string, quantity: number, extra: Partial<PartSource> = {}): PartSource => ({
  line_id, component: component_id, category, description, quantity, unit: 'ea', ...extra,
})
const BOM: PartSource[] = [
  part('G-010', null, 'enclosure', 'Container shell 40 ft high cube, insulated, with doors and cable entries', 1, { unit_mass_kg: SHELL_KG }),
  part('G-020', 'MVSG', 'power', 'MV switchgear line-up, metal-clad, 15 kV class, without breakers', 1, { rating: '13.8 kV, 1200 A, 25 kA', unit_mass_kg: 2600 }),
  part('G-030', 'LVS', 'power', 'LV switchboard line-up, without breakers', 1, { rating: '480Y/277 V, 4000 A, 65 kA', unit_mass_kg: 3100 }),
  part('G-040', 'ats-01', 'power', 'Automatic transfer switch 60 A', 1, { unit_mass_kg: 320 }),
  part('G-050', 'RLY', 'control', 'Protection and relay panel, wired', 1, { unit_mass_kg: 260 }),
  part('G-051', 'rly-*', 'control', 'Feeder protection relay, DNP3', 3, { unit_mass_kg: 6 }),
  part('G-052', 'mtr-rev', 'control', 'Revenue meter, class 0.2S', 1, { unit_mass_kg: 1 }),
  part('G-053', 'mtr-*', 'control', 'Power quality meter', 2, { unit_mass_kg: 0.5 }),
  part('G-054', 'xfm-01', 'control', 'Transformer temperature controller', 1, { unit_mass_kg: 1 }),
  part('G-055', 'gen-01', 'control', 'Generator controller interface', 1, { unit_mass_kg: 2, when: { grid_connection: ['grid_backup', 'none'] } }),
  part('G-060', 'ups-01', 'power', 'Protection and control UPS with 125 V DC charger and battery', 1, { unit_mass_kg: 420 }),
  part('G-070', 'EMS', 'control', 'EMS servers and historian, redundant pair', 1, { unit: 'set', unit_mass_kg: 160 }),
  part('G-071', 'swo-01', 'network', 'OT core switch, 24 x SFP+', 2, { unit_mass_kg: 6, telecom: true }),
  part('G-072', 'RTR', 'network', 'WAN router and firewall, redundant pair', 1, { unit: 'set', unit_mass_kg: 6, telecom: true }),
  part('G-073', 'ODF', 'network', 'Optical distribution frame', 1, { unit_mass_kg: 8 }),
  part('G-080', 'AC*', 'cooling', 'Air conditioner', 2, { rating: '20 kW', unit_mass_kg: 190 }),
  part('G-090', 'fap-01', 'safety', 'Fire alarm control panel', 1, { unit_mass_kg: 18 }),
  part('G-091', 'env-01', 'control', 'Environmental monitoring unit with sensors', 1, { unit_mass_kg: 4 }),
  part('G-092', 'met-01', 'control', 'Weather station', 1, { unit_mass_kg: 3 }),
  part('G-100', 'TRAY', 'consumable', 'Cable tray 400 mm with supports', 11, { unit: 'm', unit_mass_kg: 10, spare_pct: 2 }),
  part('G-110', 'EX-G', 'interface_plate', 'Interface plate EX-G with glands and terminations', 1, { unit_mass_kg: 90 }),
  part('G-130', null, 'consumable', 'Labels, arc-flash signs and cable markers', 1, { unit: 'set' }),
]

type YardPort = [id: string, service: PortSource['service'], flow: PortSource['flow'], termination: string, rating: PortSource['rating'], plate_id: string | null, slot: string, kind: NonNullable<PortSource['interface']>['with'], extra?: Partial<PortSource>]
const yardPort = ([id, service, flow, termination, rating, plate_id, slot, kind, extra]: YardPort): PortSource => ({
  id, on: 'FRAME', service, flow, position_mm: [0, 0, 800], termination, rating, interface: { plate_id, slot, with: kind }, ...extra,
})
const EARTHS: YardPort[] = (['G1', 'G2'] as const).map((slot) => [slot, 'earth', 'both', 'stud M12', { short_time_current_ka: 25 }, null, slot, 'earth_ring'])
const OUTPUT_AC = { when: { bess_coupling: ['ac_coupled' as const, 'dc_integrated_pcs' as const] } }
const OUTPUT_DC = { when: { bess_coupling: ['dc_external_pcs' as const] } }

function yard(plate: string): YardSource[] {
  const plateMass = part('B-020', null, 'interface_plate', `Interface plate ${plate} with connectors`, 1, { unit_mass_kg: 45 })
  return [
    {
      kind: 'unit_transformer', description: 'Unit transformer, pad-mounted, less-flammable liquid', size_m: [2.6, 2.2, 2.2], mass_kg: 5600, scope: 'bought_in', bom: [],
      ports: ([
        ['HV', 'power_mv', 'in', 'dead-front elbow', { ...MV, current_a: 600 }, 'EX-G', 'T', 'grid_container'],
        ['LV', 'power_lv', 'out', 'spade', { ...LV, current_a: 4000 }, 'EX-G', 'L', 'grid_container'],
        ['X', 'control', 'both', 'terminal box', { voltage_v: 125 }, 'EX-G', 'X', 'grid_container'],
        ...EARTHS,
      ] satisfies YardPort[]).map(yardPort),
    },
    {
      kind: 'bess_skid', description: 'Battery skid with step-up transformer', size_m: [6.5, 2.2, 2.4], mass_kg: 14000, scope: 'bought_in', bom: [],
      ports: ([
        ['BG.P1', 'power_lv', 'in', 'two-hole lug', { ...LV, current_a: 3000 }, plate, 'P1', 'bess_unit', OUTPUT_AC],
        ['BG.D1', 'power_dc', 'in', 'two-hole lug', { voltage_v: 1500, current_a: 2500 }, plate, 'D1', 'bess_unit', OUTPUT_DC],
        ['BG.C1', 'control', 'both', 'terminal box', { voltage_v: 24 }, plate, 'C1', 'bess_unit'],
        ['MV.IN', 'power_mv', 'both', 'dead-front elbow', { ...MV, current_a: 600 }, 'EX-G', 'B', 'grid_container', { optional: true }],
        ['MV.UP', 'power_mv', 'both', 'dead-front elbow', { ...MV, current_a: 600 }, null, 'MV-LINK', 'bess_skid', { optional: true }],
        ['MV.OUT', 'power_mv', 'both', 'dead-front elbow', { ...MV, current_a: 600 }, null, 'MV-LINK', 'bess_skid', { optional: true }],
        ...EARTHS,
      ] satisfies YardPort[]).map(yardPort),
    },
    {
      kind: 'bess_unit', description: 'Battery unit', size_m: [6.1, 2.5, 2.9], mass_kg: 40000, scope: 'bought_in', bom: [plateMass],
      ports: ([
        ['BG.P1', 'power_lv', 'out', 'two-hole lug', { ...LV, current_a: 3000 }, plate, 'P1', 'bess_skid', OUTPUT_AC],
        ['BG.D1', 'power_dc', 'out', 'two-hole lug', { voltage_v: 1500, current_a: 2500 }, plate, 'D1', 'bess_skid', OUTPUT_DC],
        ['BG.C1', 'control', 'both', 'M23 connector', { voltage_v: 24 }, plate, 'C1', 'bess_skid'],
        ['BG.A1', 'power_lv', 'in', 'gland', { ...LV, current_a: 60 }, plate, 'A1', 'grid_container'],
        ['BG.F1', 'fibre', 'both', 'LC duplex bulkhead', { fibres_count: 12 }, plate, 'F1', 'grid_container'],
        ...EARTHS,
      ] satisfies YardPort[]).map(yardPort),
    },
  ]
}

type Unit = NonNullable<SpecSource['bess_units']>[number]
const MEGAPACK = (model: string, energy_mwh: number, power_kw: number): Unit => ({
  unit_id: `megapack-2xl-${model}`, manufacturer: 'Tesla', model: `Megapack 2 XL ${model}`, chemistry: 'LFP', energy_mwh, power_kw, output: 'ac',
  voltage_min_v: 480, voltage_nominal_v: 480, voltage_max_v: 480, rack_circuits_count: 1, auxiliary_kw: 20, size_m: [8.99, 1.66, 2.89], mass_kg: 38100,
  country_of_origin: null, cell_source: 'TBC - supplier certificate', source: 'public configuration data, 84,000 lb; auxiliaries: assumption 20 kW peak',
})
const LG: Unit = {
  unit_id: 'lg-jf2-dc-link-5.1', manufacturer: 'LG Energy Solution', model: 'JF2 DC LINK 5.1', chemistry: 'LFP', energy_mwh: 5.112, power_kw: 1278, output: 'dc',
  voltage_min_v: 1150, voltage_nominal_v: 1325, voltage_max_v: 1500, rack_circuits_count: 6, auxiliary_kw: 25, size_m: [7.17, 2.57, 2.9], mass_kg: 48000,
  country_of_origin: 'US', cell_source: 'LG Energy Solution Michigan, supplier certificate required', source: 'public equipment catalogue of a utility project; auxiliaries: assumption 25 kW peak',
}
const ENERC: Unit = {
  unit_id: 'catl-enerc-plus', manufacturer: 'CATL', model: 'EnerC+', chemistry: 'LFP', energy_mwh: 4.073, power_kw: 2035, output: 'dc',
  voltage_min_v: 1081.6, voltage_nominal_v: 1331.2, voltage_max_v: 1497.6, rack_circuits_count: 5, auxiliary_kw: 25, size_m: [6.058, 2.438, 2.896], mass_kg: 36000,
  country_of_origin: 'CN', cell_source: 'CATL', source: 'public product page; mass and auxiliaries: assumption',
}
const INTEGRATED: Unit = {
  ...ENERC, unit_id: 'catl-enerc-plus-pcs', model: 'EnerC+ with integrated PCS', output: 'ac', voltage_min_v: 480, voltage_nominal_v: 480, voltage_max_v: 480,
  source: 'figures of the DC container; no public data of the integrated product was found: assumption',
}
const LG_AC: Unit = {
  ...LG, unit_id: 'lg-jf2-ac', model: 'JF2 AC LINK 5.1 with US-made PCS', output: 'ac', voltage_min_v: 480, voltage_nominal_v: 480, voltage_max_v: 480,
  source: 'figures of the DC product with a PCS in the enclosure: assumption',
}

/** Battery products in order of preference: the first whose conditions hold is taken. */
function bessUnits(family: Family, coupling: Coupling): Unit[] {
  if (coupling === 'ac') return family === 'defense' ? [LG_AC] : [MEGAPACK('4 h', 3.916, 979)]
  if (family === 'defense') return [LG]
  return [
    { ...(family === 'federal' ? LG : ENERC), when: { bess_coupling: 'dc_external_pcs' } },
    { ...INTEGRATED, when: { bess_coupling: 'dc_integrated_pcs' } },
  ]
}

/** spec.yaml of a grid container. */
export function gridSpec(family: Family, coupling: Coupling): SpecSource {
  const plate = coupling === 'ac' ? 'BG-AC' : 'BG-DC'
  return {
    ...head('grid_container', family, coupling, 'Grid container, 40 ft high cube, MV and LV switchgear, protection and EMS'),
    envelope: { iso_code: '45G1', length_mm: 12192, width_mm: 2438, height_mm: 2896 },
    mass: { shell_kg: SHELL_KG, dry_declared_kg: dryMass(SHELL_KG, COMPONENTS), coolant_fill_kg: 0, gross_max_kg: 30480 },
    footprint: { clearance_ends_mm: 3000, clearance_sides_mm: 3000 },
    limits: { compute_feeders_count: COMPUTE_FEEDERS, load_kva: 5000 },
    bess_units: bessUnits(family, coupling),
    components: COMPONENTS,
    openings: [
      { id: 'DOOR-P', kind: 'personnel_door', wall: 'y_max', centre_mm: [7600, 1250], size_mm: [900, 2050] },
      { id: 'LV-1', kind: 'louvre', wall: 'y_max', centre_mm: [3200, 1500], size_mm: [1500, 1200] },
    ],
    plate_mounts: [
      { id: 'PLATE-EX-G', plate_id: 'EX-G', wall: 'x_min', centre_mm: [1200, 900] },
      { id: 'PLATE-CG', plate_id: 'CG', wall: 'y_min', centre_mm: [6400, 1500] },
    ],
    ports: ports(plate),
    connections: CONNECTIONS,
    yard: yard(plate),
    length_rules: { tray_z_mm: 2650, slack_factor: 1.1, step_m: 0.5, tail_m: 0.5 },
    bom: BOM,
  }
}
