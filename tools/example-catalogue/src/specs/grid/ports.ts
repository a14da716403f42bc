import { neutralPorts } from '../electrode-conductors.ts'
import { firePorts, monitorPorts } from '../fire-alarm.ts'
import { servicePorts, WITH_CORE_RACK } from '../service-power.ts'
import type { PortSource } from '../variant.ts'
import {
  at,
  BONDED,
  COMPONENTS,
  COMPUTE_FEEDERS,
  CONTROL_LOADS,
  DC_WAYS,
  NEUTRALS,
  OOB_PORTS,
  OT_DEVICES,
  SECTION_OF,
} from './components.ts'

const port = (
  id: string,
  on: string,
  service: PortSource['service'],
  flow: PortSource['flow'],
  termination: string,
  rating: PortSource['rating'],
  extra: Partial<PortSource> = {},
): PortSource => ({
  id,
  on,
  service,
  flow,
  position_mm: at(on),
  termination,
  rating,
  ...extra,
})
/** 13.8 kV three-phase. */
export const MV = { voltage_v: 13800, phases_count: 3 }
/** Cables that a seal of plate EX-G takes: three singles and the earthing conductor beside them. An incomer has two seals. */
export const SEAL_CABLES = 4
/** 480 V three-phase. */
export const LV = { voltage_v: 480, phases_count: 3 }
const exg = (
  slot: string,
  kind: NonNullable<PortSource['interface']>['with'],
  channel?: string,
): Partial<PortSource> => ({
  interface: { plate_id: 'EX-G', slot, with: kind, ...(channel === undefined ? {} : { channel }) },
  optional: true,
})
/** Part of the modules of a transit frame that is planned: the rest is for later cables. Source: `assumption`. */
const PLANNED = 0.8
/** Cables that are planned for a frame of the plates EX-F and EX-N, from its modules. */
const POWER_FRAME = Math.floor(PLANNED * 64)
const SIGNAL_FRAME = Math.floor(PLANNED * 48)
/** Fibres of a cable between modules on the fibre panel: spliced to pigtails, six duplex adapters before them. */
const SPLICED = 'splice cassette, LC duplex'
/** Transit frames of the plates EX-F and EX-N: those of paths A and B are apart. */
const ENTRIES = {
  PA: { plate_id: 'EX-F', slot: 'PA', slots_count: 4, cables_count: POWER_FRAME },
  PB: { plate_id: 'EX-F', slot: 'PB', slots_count: 4, cables_count: POWER_FRAME },
  A1: { plate_id: 'EX-F', slot: 'A', slots_count: 1, cables_count: POWER_FRAME },
  C1: { plate_id: 'EX-N', slot: 'C', slots_count: 1, cables_count: SIGNAL_FRAME },
  F1: { plate_id: 'EX-N', slot: 'FA', slots_count: 4, cables_count: SIGNAL_FRAME },
  F2: { plate_id: 'EX-N', slot: 'FB', slots_count: 4, cables_count: SIGNAL_FRAME },
  X1: { plate_id: 'EX-N', slot: 'FA', slots_count: 4, cables_count: SIGNAL_FRAME },
  X2: { plate_id: 'EX-N', slot: 'FB', slots_count: 4, cables_count: SIGNAL_FRAME },
} as const satisfies Record<string, NonNullable<PortSource['entry']>>

const toCompute = (slot: keyof typeof ENTRIES): Partial<PortSource> => ({
  entry: ENTRIES[slot],
  array: { var: 'n', from: 1, count: COMPUTE_FEEDERS },
  optional: true,
  interface: { plate_id: 'CG', slot, with: 'compute_container', channel: '{n}' },
})

/** Single-phase output of the control UPS. */
const CONTROL = { voltage_v: 240, phases_count: 1 }

/** Between two phases. */
const CHARGER = { voltage_v: 480, phases_count: 1 }

/** Ports to other modules, then those of the equipment; `plate` is the plate of the battery. */
export function ports(plate: string): PortSource[] {
  const toBattery = (slot: keyof typeof ENTRIES): Partial<PortSource> => ({
    entry: ENTRIES[slot],
    array: { var: 'n', from: 1, count: 32 },
    optional: true,
    interface: { plate_id: plate, slot, with: 'bess_unit', channel: '{n}' },
  })
  return [
    port(
      'EX-G.M1',
      'MVSG',
      'power_mv',
      'in',
      'cold-shrink termination',
      { ...MV, current_a: 1200, cables_count: 2 * SEAL_CABLES },
      exg('M1', 'utility_supply'),
    ),
    ...(['generator_supply', 'solar_supply', 'nuclear_supply'] as const).map((kind) =>
      port(
        `EX-G.M2-${kind}`,
        'MVSG',
        'power_mv',
        'in',
        'cold-shrink termination',
        { ...MV, current_a: 1200, cables_count: 2 * SEAL_CABLES },
        exg('M2', kind),
      ),
    ),
    port(
      'EX-G.T{n}',
      'MVSG',
      'power_mv',
      'out',
      'cold-shrink termination',
      { ...MV, current_a: 600, cables_count: SEAL_CABLES },
      { array: { var: 'n', from: 1, count: 4 }, ...exg('T', 'unit_transformer', '{n}') },
    ),
    port(
      'EX-L.L{n}',
      'LVS',
      'power_lv',
      'in',
      'two-hole lug',
      { ...LV, current_a: 4000 },
      {
        array: { var: 'n', from: 1, count: 4 },
        interface: { plate_id: 'EX-L', slot: 'L', with: 'unit_transformer', channel: '{n}' },
        optional: true,
      },
    ),
    port(
      'EX-G.X{n}',
      'MVSG',
      'control',
      'both',
      'terminal',
      { voltage_v: 125 },
      { array: { var: 'n', from: 1, count: 4 }, ...exg('X', 'unit_transformer', '{n}') },
    ),
    // Winding temperature of each transformer of a block, to its xfm-0n in a low-voltage compartment of the line-up.
    port(
      'EX-G.Y{n}',
      'MVSG',
      'control',
      'in',
      'terminal',
      { voltage_v: 24 },
      { array: { var: 'n', from: 1, count: 4 }, ...exg('Y', 'unit_transformer', '{n}') },
    ),
    port('EX-G.S1', 'MVSG', 'control', 'both', 'terminal', { voltage_v: 125 }, exg('S1', 'utility_supply')),
    ...(['generator_supply', 'solar_supply', 'nuclear_supply'] as const).map((kind) =>
      port(`EX-G.S2-${kind}`, 'MVSG', 'control', 'both', 'terminal', { voltage_v: 125 }, exg('S2', kind)),
    ),
    // Current transformers in the neutral of a machine, for the relay of its incomer.
    ...(['generator_supply', 'nuclear_supply'] as const).map((kind) =>
      port(`EX-G.S3-${kind}`, 'MVSG', 'control', 'in', 'shorting terminal', {}, exg('S3', kind)),
    ),
    port(
      'EX-G.E{n}',
      'MVSG',
      'control',
      'both',
      'terminal',
      { voltage_v: 125 },
      { array: { var: 'n', from: 1, count: 8 }, ...exg('E', 'bess_skid', '{n}') },
    ),
    port(
      'EX-G.H{n}',
      'RLY',
      'control',
      'both',
      'terminal',
      { voltage_v: 24 },
      { array: { var: 'n', from: 1, count: 8 }, ...exg('H', 'bess_skid', '{n}') },
    ),
    port(
      'EX-G.B{n}',
      'MVSG',
      'power_mv',
      'both',
      'cold-shrink termination',
      { ...MV, current_a: 600, cables_count: SEAL_CABLES },
      { array: { var: 'n', from: 1, count: 8 }, ...exg('B', 'bess_skid', '{n}') },
    ),
    port(
      'CG{n:02}.PA',
      'LVS',
      'power_lv',
      'out',
      'two-hole lug',
      { ...LV, current_a: 400 },
      { system: 'A', ...toCompute('PA') },
    ),
    port(
      'CG{n:02}.PB',
      'LVS',
      'power_lv',
      'out',
      'two-hole lug',
      { ...LV, current_a: 400 },
      { system: 'B', ...toCompute('PB') },
    ),
    port('CG{n:02}.C1', 'RLY', 'control', 'both', 'terminal', { voltage_v: 24 }, toCompute('C1')),
    port(
      'CG{n:02}.F1',
      'FPP',
      'fibre',
      'both',
      SPLICED,
      { fibres_count: 12 },
      { system: 'A', ...toCompute('F1') },
    ),
    port(
      'CG{n:02}.F2',
      'FPP',
      'fibre',
      'both',
      SPLICED,
      { fibres_count: 12 },
      { system: 'B', ...toCompute('F2') },
    ),
    port(
      'CG{n:02}.X1',
      'ODF',
      'fibre',
      'both',
      'MPO-12',
      { data_rate_gbps: 400, cables_count: 3 },
      { system: 'A', ...toCompute('X1') },
    ),
    port(
      'CG{n:02}.X2',
      'ODF',
      'fibre',
      'both',
      'MPO-12',
      { data_rate_gbps: 400, cables_count: 3 },
      { system: 'B', ...toCompute('X2') },
    ),
    port('BG{n:02}.A1', 'LVS', 'power_lv', 'out', 'lug', { ...LV, current_a: 60 }, toBattery('A1')),
    port(
      'BG{n:02}.F1',
      'FPP',
      'fibre',
      'both',
      SPLICED,
      { fibres_count: 12 },
      { system: 'A', ...toBattery('F1') },
    ),
    port(
      'BG{n:02}.F2',
      'FPP',
      'fibre',
      'both',
      SPLICED,
      { fibres_count: 12 },
      { system: 'B', ...toBattery('F2') },
    ),
    port('EX-G.W1', 'FPP', 'fibre', 'both', SPLICED, { fibres_count: 12 }, exg('W1', 'wan_service')),
    port('EX-G.W2', 'FPP', 'fibre', 'both', SPLICED, { fibres_count: 12 }, exg('W2', 'wan_service')),
    port(
      'EX-G.G1',
      'EX-G',
      'earth',
      'both',
      'stud M12',
      { short_time_current_ka: 25 },
      { interface: { plate_id: 'EX-G', slot: 'G1', with: 'earth_ring' } },
    ),
    port(
      'EX-G.G2',
      'EX-G',
      'earth',
      'both',
      'stud M12',
      { short_time_current_ka: 25 },
      { interface: { plate_id: 'EX-G', slot: 'G2', with: 'earth_ring' } },
    ),
    ...(['A', 'B'] as const).flatMap((system) => [
      port(`LVS.AUX-${system}`, 'LVS', 'power_lv', 'out', 'lug', { ...LV, current_a: 100 }, { system }),
      port(`ats-01.IN-${system}`, 'ats-01', 'power_lv', 'in', 'lug', { ...LV, current_a: 100 }, { system }),
    ]),
    port('ats-01.UPS', 'ats-01', 'power_lv', 'out', 'terminal', { ...LV, current_a: 20 }),
    port('ups-01.IN', 'ups-01', 'power_lv', 'in', 'terminal', { ...LV, current_a: 20 }),
    port('ats-01.CHG', 'ats-01', 'power_lv', 'out', 'terminal', { ...CHARGER, current_a: 20 }),
    port('CHG.IN', 'CHG', 'power_lv', 'in', 'terminal', { ...CHARGER, current_a: 20 }),
    ...[1, 2, 3].flatMap((n) => [
      port(`ats-01.AC${n}`, 'ats-01', 'power_lv', 'out', 'terminal', { ...LV, current_a: 20 }),
      port(`AC${n}.P`, `AC${n}`, 'power_lv', 'in', 'terminal', { ...LV, current_a: 20 }),
    ]),
    ...servicePorts('ats-01', COMPONENTS, WITH_CORE_RACK),
    // Between both legs of the panel.
    port('LP.EMSB', 'LP', 'power_lv', 'out', 'terminal', { ...CONTROL, current_a: 16 }),
    port('EMS.PB', 'EMS', 'power_lv', 'in', 'terminal', { ...CONTROL, current_a: 16 }),
    port('LVS.NET', 'LVS', 'power_lv', 'out', 'lug', { ...LV, current_a: 125 }),
    port('TX2.HV', 'TX2', 'power_lv', 'in', 'lug', { ...LV, current_a: 125 }),
    ...CONTROL_LOADS.flatMap(({ way, device, port: id }) => [
      port(`ups-01.${way}`, 'ups-01', 'power_lv', 'out', 'terminal', { ...CONTROL, current_a: 16 }),
      port(id, device, 'power_lv', 'in', 'terminal', { ...CONTROL, current_a: 16 }),
    ]),
    ...DC_WAYS.flatMap(({ way, device, port: id }) => [
      port(`CHG.${way}`, 'CHG', 'power_dc', 'out', 'terminal', { voltage_v: 125, current_a: 20 }),
      port(id, device, 'power_dc', 'in', 'terminal', { voltage_v: 125, current_a: 20 }),
    ]),
    port('RLY.TRIP', 'RLY', 'control', 'both', 'terminal', { voltage_v: 125 }),
    port('MVSG.TRIP', 'MVSG', 'control', 'both', 'terminal', { voltage_v: 125 }),
    port('LVS.TRIP', 'LVS', 'control', 'both', 'terminal', { voltage_v: 125 }),
    port('fap-01.EPO', 'fap-01', 'control', 'out', 'terminal', { voltage_v: 24 }),
    ...monitorPorts('RLY', COMPONENTS),
    ...firePorts(COMPONENTS),
    port('fap-01.EPO2', 'fap-01', 'control', 'out', 'terminal', { voltage_v: 24 }),
    port('ups-01.EPO', 'ups-01', 'control', 'in', 'terminal', { voltage_v: 24 }),
    port('RLY.EPO', 'RLY', 'control', 'in', 'terminal', { voltage_v: 24 }),
    port('CHG.64', 'CHG', 'control', 'out', 'terminal', { voltage_v: 125 }),
    port('MVSG.64', 'MVSG', 'control', 'in', 'terminal', { voltage_v: 125 }),
    port('RLY.TRIP2', 'RLY', 'control', 'both', 'terminal', { voltage_v: 125 }),
    port('MVSG.LVS', 'MVSG', 'control', 'both', 'terminal', { voltage_v: 125 }),
    port('LVS.MVSG', 'LVS', 'control', 'both', 'terminal', { voltage_v: 125 }),
    // Firewall A to core switch A, B to B: no single lead carries all zones.
    ...(
      [
        ['A', 'swo-01'],
        ['B', 'swo-02'],
      ] as const
    ).flatMap(([path, core]) => [
      port(`RTR.LAN${path}`, 'RTR', 'copper', 'both', 'SFP+', { data_rate_gbps: 10 }),
      port(`${core}.FW`, core, 'copper', 'both', 'SFP+', { data_rate_gbps: 10 }),
      port(`swa-01.UP${path}`, 'swa-01', 'copper', 'both', 'SFP+', { data_rate_gbps: 10 }),
      port(`${core}.ACC`, core, 'copper', 'both', 'SFP+', { data_rate_gbps: 10 }),
      port(`swm-01.UP${path}`, 'swm-01', 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
      port(`${core}.OOB`, core, 'copper', 'both', 'SFP 1000BASE-T, RJ45', { data_rate_gbps: 1 }),
      ...[1, 2].map((n) => port(`${core}.ISL${n}`, core, 'copper', 'both', 'SFP+', { data_rate_gbps: 10 })),
    ]),
    ...OT_DEVICES.flatMap((d, i) => [
      {
        ...port(`${d}.N`, d, 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
        ...(SECTION_OF[d] === undefined ? {} : { section: SECTION_OF[d] }),
      },
      port(`swa-01.P${i + 1}`, 'swa-01', 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
    ]),
    ...OOB_PORTS.flatMap((id, i) => [
      port(id, id.slice(0, id.indexOf('.')), 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
      port(`swm-01.P${i + 1}`, 'swm-01', 'copper', 'both', 'RJ45', { data_rate_gbps: 1 }),
    ]),
    port('EX-G.BAR', 'EX-G', 'earth', 'both', 'earth bar', { short_time_current_ka: 25 }),
    port('MVSG.PE', 'MVSG', 'earth', 'both', 'earth bar', { short_time_current_ka: 25 }),
    ...['TRAY', ...BONDED].map((on) =>
      port(`${on}.PE`, on, 'earth', 'both', 'earth bar', { short_time_current_ka: 25 }),
    ),
    port('LVS.PE', 'LVS', 'earth', 'both', 'earth bar', { short_time_current_ka: 25 }),
    ...neutralPorts(NEUTRALS, at),
  ]
}
