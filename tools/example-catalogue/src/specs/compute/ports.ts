import type { PortSource } from '../variant.ts'
import { neutralPorts } from '../electrode-conductors.ts'
import { coolingWirePorts, SUPPLY_BOX } from '../cooling-wires.ts'
import { firePorts } from '../fire-alarm.ts'
import { SEALED_FIBRE } from '../cable-types.ts'
import { LIGHT_AND_RECEPTACLES, servicePorts } from '../service-power.ts'
import { at, COMPONENTS, NODES, RACKS, two } from './components.ts'
import { CONTROL_LOADS, HEAD_SERVERS, NEUTRALS, OOB_DEVICES, OT_DEVICES } from './devices.ts'

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

/** Hose of a node, and its couplings: they close when they are parted. */
const NODE_HOSE = { dn: 16, pressure_bar: 6 } as const
const DRY_BREAK: Partial<PortSource> = { dry_break: true }

/** 480 V three-phase. */
export const LV = { voltage_v: 480, phases_count: 3 }
const IT = { voltage_v: 415, phases_count: 3 }
/** Trunk cables that a position X of plate CG takes: the 28 up-links of a leaf, 12 in a cable. */
const TRUNKS = 3
const toGrid = (slot: string): Partial<PortSource> => ({
  interface: { plate_id: 'CG', slot, with: 'grid_container' },
})
const toCooler = (slot: string): Partial<PortSource> => ({
  interface: { plate_id: 'CD', slot, with: 'heat_rejection_unit' },
})
const toRing = (slot: string): Partial<PortSource> => ({
  interface: { plate_id: 'EX-C', slot, with: 'earth_ring' },
})

/** Branch of a manifold above the node that it serves. */
function branch(manifold: string, node: string): [number, number, number] {
  const [, y, z] = at(manifold)
  return [at(node)[0], y, z]
}

/** Ports to other modules, then those of the equipment. */
export const PORTS: PortSource[] = [
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
  port(
    'CG.C1',
    'CG',
    'control',
    'both',
    '24-pole rectangular connector',
    { voltage_v: 24 },
    {
      contacts: '1 to 8 and 13 to 16',
      ...toGrid('C1'),
    },
  ),
  port(
    'CG.F1',
    'CG',
    'fibre',
    'both',
    SEALED_FIBRE.outside,
    { fibres_count: 12 },
    { system: 'A', termination_inside: SEALED_FIBRE.inside, ...toGrid('F1') },
  ),
  port(
    'CG.F2',
    'CG',
    'fibre',
    'both',
    SEALED_FIBRE.outside,
    { fibres_count: 12 },
    { system: 'B', termination_inside: SEALED_FIBRE.inside, ...toGrid('F2') },
  ),
  port(
    'CG.X1',
    'CG',
    'fibre',
    'both',
    'MPO-12 panel behind split gland M63',
    { data_rate_gbps: 400, cables_count: TRUNKS },
    { system: 'A', ...toGrid('X1') },
  ),
  port(
    'CG.X2',
    'CG',
    'fibre',
    'both',
    'MPO-12 panel behind split gland M63',
    { data_rate_gbps: 400, cables_count: TRUNKS },
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
  // Hoses to the CDU end at the valves behind the plate.
  port('CD.XV-101', 'CD', 'coolant_supply', 'out', 'sanitary clamp', { dn: 50, pressure_bar: 10 }),
  port('CD.XV-102', 'CD', 'coolant_return', 'in', 'sanitary clamp', { dn: 50, pressure_bar: 10 }),
  // A gland of the plate passes the cable; its conductors are joined to those of W-HRU in the box behind it.
  port('CD.P1', SUPPLY_BOX, 'power_lv', 'out', 'terminal', { ...LV, current_a: 30 }, toCooler('P1')),
  port(
    'CD.C1',
    'CD',
    'control',
    'both',
    '24-pole rectangular connector',
    { voltage_v: 24 },
    {
      contacts: '1 to 8',
      ...toCooler('C1'),
    },
  ),
  port('CD.N1', 'CD', 'copper', 'both', 'RJ45 bulkhead', { data_rate_gbps: 1 }, toCooler('N1')),
  port(`swo-01.P${OT_DEVICES.length + 1}`, 'swo-01', 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
  port('EX-C.G1', 'EX-C', 'earth', 'both', 'stud M12', { short_time_current_ka: 25 }, toRing('G1')),
  port('EX-C.G2', 'EX-C', 'earth', 'both', 'stud M12', { short_time_current_ka: 25 }, toRing('G2')),
  port(
    'EX-C.DR1',
    'EX-C',
    'drain',
    'out',
    'EN 1092-1 flange PN16',
    { dn: 25 },
    { interface: { plate_id: 'EX-C', slot: 'DR1', with: 'site_drain' } },
  ),
  // Data of the tenants leave the storage switches here; what is plugged in is BY OTHERS.
  ...([1, 2] as const).flatMap((k) => [
    port(
      `EX-C.N${k}`,
      'EX-C',
      'fibre',
      'both',
      'sealed multi-fibre plug, 24 fibres',
      { data_rate_gbps: 400, fibres_count: 24 },
      {
        termination_inside: SEALED_FIBRE.inside,
        system: k === 1 ? 'A' : 'B',
        optional: true,
        interface: { plate_id: 'EX-C', slot: `N${k}`, with: 'wan_service' },
      },
    ),
    port(`sws-0${k}.NS`, `sws-0${k}`, 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
  ]),
  port('MDP.C', 'MDP', 'control', 'both', 'terminal', { voltage_v: 24 }),
  port('MDP.IN-A', 'MDP', 'power_lv', 'in', 'two-hole lug', { ...LV, current_a: 400 }),
  port('MDP.IN-B', 'MDP', 'power_lv', 'in', 'two-hole lug', { ...LV, current_a: 400 }),
  port('MDP.TX', 'MDP', 'power_lv', 'out', 'lug', { ...LV, current_a: 200 }),
  // Spare way; in a container that holds the spines it feeds their transformer.
  port('MDP.NET', 'MDP', 'power_lv', 'out', 'lug', { ...LV, current_a: 125 }, { optional: true }),
  port('TX1.HV', 'TX1', 'power_lv', 'in', 'lug', { ...LV, current_a: 200 }),
  port('TX1.LV', 'TX1', 'power_lv', 'out', 'lug', { ...IT, current_a: 250 }),
  port('PDB.IN', 'PDB', 'power_lv', 'in', 'lug', { ...IT, current_a: 250 }),
  port('MDP.UPS', 'MDP', 'power_lv', 'out', 'terminal', { ...LV, current_a: 30 }),
  port('ups-01.IN', 'ups-01', 'power_lv', 'in', 'terminal', { ...LV, current_a: 30 }),
  port('ups-01.RN', 'ups-01', 'power_lv', 'out', 'terminal', { ...IT, current_a: 30 }, { system: 'A' }),
  ...CONTROL_LOADS.flatMap(({ device, port: id }) => [
    port(`ups-01.${device}`, 'ups-01', 'power_lv', 'out', 'terminal', {
      voltage_v: 240,
      phases_count: 1,
      current_a: 16,
    }),
    port(id, device, 'power_lv', 'in', 'terminal', { voltage_v: 240, phases_count: 1, current_a: 16 }),
  ]),
  port('PDB.RN', 'PDB', 'power_lv', 'out', 'terminal', { ...IT, current_a: 20 }, { system: 'B' }),
  port('RN.PA', 'RN', 'power_lv', 'in', 'IEC 60309 20 A', { ...IT, current_a: 20 }, { system: 'A' }),
  port('RN.PB', 'RN', 'power_lv', 'in', 'IEC 60309 20 A', { ...IT, current_a: 20 }, { system: 'B' }),
  port('MDP.CDU', 'MDP', 'power_lv', 'out', 'terminal', { ...LV, current_a: 20 }),
  port('cdu-01.P', 'cdu-01', 'power_lv', 'in', 'terminal', { ...LV, current_a: 20 }),
  port('MDP.HRU', 'MDP', 'power_lv', 'out', 'terminal', { ...LV, current_a: 30 }),
  ...servicePorts('MDP', COMPONENTS, LIGHT_AND_RECEPTACLES),
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
      port(`${node}.S1`, node, 'fibre', 'both', '2 x QSFP112', { data_rate_gbps: 200 }),
      port(`${node}.S2`, node, 'fibre', 'both', '2 x QSFP112', { data_rate_gbps: 200 }),
      port(`sws-01.P${n}`, 'sws-01', 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
      port(`sws-02.P${n}`, 'sws-02', 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
      port(`${node}.CI`, node, 'coolant_supply', 'in', 'UQD08', NODE_HOSE, DRY_BREAK),
      port(`${node}.CO`, node, 'coolant_return', 'out', 'UQD08', NODE_HOSE, DRY_BREAK),
      port(`MF-S.N${n}`, 'MF-S', 'coolant_supply', 'out', 'UQD08', NODE_HOSE, {
        ...DRY_BREAK,
        position_mm: branch('MF-S', node),
      }),
      port(`MF-R.N${n}`, 'MF-R', 'coolant_return', 'in', 'UQD08', NODE_HOSE, {
        ...DRY_BREAK,
        position_mm: branch('MF-R', node),
      }),
      port(`swl-01.P${n}`, 'swl-01', 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
      port(`swl-02.P${n}`, 'swl-02', 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
    ]
  }),
  ...HEAD_SERVERS.flatMap((server, i) =>
    ([1, 2] as const).flatMap((k) => [
      port(`sws-0${k}.STO${i + 1}`, `sws-0${k}`, 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
      port(`${server}.S${k}`, server, 'fibre', 'both', '2 x QSFP112', { data_rate_gbps: 400 }),
    ]),
  ),
  port('swl-01.UP', 'swl-01', 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
  port('swl-02.UP', 'swl-02', 'fibre', 'both', 'OSFP', { data_rate_gbps: 400 }),
  // Spare cages; in a lone container they join the two leaves.
  ...([1, 2] as const).map((k) =>
    port(`swl-0${k}.J`, `swl-0${k}`, 'copper', 'both', 'OSFP', { data_rate_gbps: 400 }, { optional: true }),
  ),
  port('swo-01.UPA', 'swo-01', 'fibre', 'both', 'SFP LC duplex', { data_rate_gbps: 10 }),
  port('swo-01.UPB', 'swo-01', 'fibre', 'both', 'SFP LC duplex', { data_rate_gbps: 10 }),
  // Cassettes of the fibre panel behind positions F1 and F2, and the first of their six duplex channels.
  ...(['A', 'B'] as const).flatMap((system) => [
    port(`FPP.${system}1-${system}6`, 'FPP', 'fibre', 'both', 'MPO-12', { fibres_count: 12 }, { system }),
    port(`FPP.${system}1`, 'FPP', 'fibre', 'both', 'LC duplex', { data_rate_gbps: 10 }, { system }),
  ]),
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
  port('MF-R.BV-201', 'MF-R', 'coolant_return', 'out', 'sanitary clamp', { dn: 50, pressure_bar: 6 }),
  port('cdu-01.C', 'cdu-01', 'control', 'both', 'terminal', { voltage_v: 24 }),
  port('cdu-01.K', 'cdu-01', 'control', 'out', 'terminal', { voltage_v: 24 }),
  port('cdu-01.L', 'cdu-01', 'control', 'in', 'terminal', { voltage_v: 24 }),
  ...coolingWirePorts(at),
  ...([1, 2] as const).flatMap((n) => [
    port(`air-0${n}.BUS`, `air-0${n}`, 'control', 'both', 'terminal', { voltage_v: 24 }),
    port(`air-0${n + 1}.BUS-IN`, `air-0${n + 1}`, 'control', 'both', 'terminal', { voltage_v: 24 }),
  ]),
  port('lkd-01.C', 'lkd-01', 'control', 'out', 'terminal', { voltage_v: 24 }),
  port('MDP.UVR', 'MDP', 'control', 'in', 'terminal', { voltage_v: 24 }),
  port('fap-01.C', 'fap-01', 'control', 'both', 'terminal', { voltage_v: 24 }),
  port('fap-01.EPO1', 'fap-01', 'control', 'out', 'terminal', { voltage_v: 24 }),
  ...firePorts(COMPONENTS),
  port('fap-01.EPO2', 'fap-01', 'control', 'out', 'terminal', { voltage_v: 24 }),
  port('MDP.EPO', 'MDP', 'control', 'in', 'terminal', { voltage_v: 24 }),
  port('ups-01.EPO', 'ups-01', 'control', 'in', 'terminal', { voltage_v: 24 }),
  ...RACKS.map((r) => port(`R${r}.PE`, `R${r}`, 'earth', 'both', 'earth bar', { short_time_current_ka: 25 })),
  port('RN.PE', 'RN', 'earth', 'both', 'earth bar', { short_time_current_ka: 25 }),
  port('MDP.PE', 'MDP', 'earth', 'both', 'earth bar', { short_time_current_ka: 25 }),
  port('TRAY.PE', 'TRAY', 'earth', 'both', 'earth bar', { short_time_current_ka: 25 }),
  ...neutralPorts(NEUTRALS, at),
]
