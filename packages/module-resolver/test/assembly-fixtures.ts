import { AssemblySpec, type AssemblyPort, type When } from '@edp/schemas'

import { BESS_UNITS } from './bess-fixtures.ts'
import { COOLING_LIMITS } from './cooling-fixture.ts'

/** Small specifications with the ports of docs/conventions.md; ratings and masses as the example catalogue has them. */

type PortSource = Partial<AssemblyPort> & Pick<AssemblyPort, 'id' | 'service' | 'flow'>

const ORIGIN: [number, number, number] = [0, 0, 1000]

function port(source: PortSource): AssemblyPort {
  return { on: 'FRAME', position_mm: ORIGIN, termination: 'lug', rating: {}, ...source }
}

const LV = { voltage_v: 480, current_a: 400, phases_count: 3 }
const MV = { voltage_v: 13_800, current_a: 1200, phases_count: 3 }

function plate(
  plate_id: string | null,
  slot: string,
  counterpart: string,
  channel?: string,
): AssemblyPort['interface'] {
  return {
    plate_id,
    slot,
    with: counterpart,
    ...(channel === undefined ? {} : { channel }),
  } as AssemblyPort['interface']
}

const earth = (id: string, plate_id: string | null): AssemblyPort =>
  port({
    id,
    service: 'earth',
    flow: 'both',
    interface: plate(plate_id, id.replace(/^.*\./, ''), 'earth_ring'),
  })

function computePorts(): AssemblyPort[] {
  return [
    port({
      id: 'CG.PA',
      service: 'power_lv',
      flow: 'in',
      system: 'A',
      rating: LV,
      interface: plate('CG', 'PA', 'grid_container'),
    }),
    port({
      id: 'CG.PB',
      service: 'power_lv',
      flow: 'in',
      system: 'B',
      rating: LV,
      interface: plate('CG', 'PB', 'grid_container'),
    }),
    port({ id: 'CG.C1', service: 'control', flow: 'both', interface: plate('CG', 'C1', 'grid_container') }),
    ...['F1', 'F2', 'X1', 'X2'].map((slot) =>
      port({
        id: `CG.${slot}`,
        service: 'fibre',
        flow: 'both',
        interface: plate('CG', slot, 'grid_container'),
      }),
    ),
    port({
      id: 'CD.S1',
      service: 'coolant_supply',
      flow: 'in',
      rating: { dn: 50 },
      interface: plate('CD', 'S1', 'heat_rejection_unit'),
    }),
    port({
      id: 'CD.R1',
      service: 'coolant_return',
      flow: 'out',
      rating: { dn: 50 },
      interface: plate('CD', 'R1', 'heat_rejection_unit'),
    }),
    port({
      id: 'CD.P1',
      service: 'power_lv',
      flow: 'out',
      rating: { ...LV, current_a: 30 },
      interface: plate('CD', 'P1', 'heat_rejection_unit'),
    }),
    port({
      id: 'CD.C1',
      service: 'control',
      flow: 'both',
      interface: plate('CD', 'C1', 'heat_rejection_unit'),
    }),
    earth('EX-C.G1', 'EX-C'),
    earth('EX-C.G2', 'EX-C'),
    port({
      id: 'EX-C.DR1',
      service: 'drain',
      flow: 'out',
      rating: { dn: 25 },
      interface: plate('EX-C', 'DR1', 'site_drain'),
    }),
    port({
      id: 'MDP.IN-A',
      on: 'MDP',
      service: 'power_lv',
      flow: 'in',
      rating: LV,
      position_mm: [1100, 400, 2250],
    }),
    port({
      id: 'MDP.OUT{n}',
      on: 'MDP',
      service: 'power_lv',
      flow: 'out',
      rating: LV,
      array: { var: 'n', from: 1, count: 3 },
      position_mm: [1100, 400, 2250],
    }),
    port({
      id: 'air-{n:02}.P',
      on: 'air-{n:02}',
      service: 'power_lv',
      flow: 'in',
      rating: LV,
      array: { var: 'n', from: 1, count: 3 },
      position_mm: [9700, 600, 1000],
    }),
    port({
      id: 'cdu-01.FS',
      on: 'cdu-01',
      service: 'coolant_supply',
      flow: 'in',
      rating: { dn: 50 },
      position_mm: [4400, 700, 800],
    }),
    port({
      id: 'cdu-01.TS',
      on: 'cdu-01',
      service: 'coolant_supply',
      flow: 'out',
      rating: { dn: 50 },
      position_mm: [4400, 700, 800],
    }),
    port({
      id: 'node-01.CI',
      on: 'node-01',
      service: 'coolant_supply',
      flow: 'in',
      rating: { dn: 20 },
      position_mm: [5300, 700, 800],
    }),
    port({
      id: 'TRACE',
      on: 'MDP',
      service: 'power_lv',
      flow: 'out',
      rating: LV,
      when: { climate_zone: 'subarctic' },
    }),
  ]
}

const part = (line_id: string, extra: object = {}): object => ({
  line_id,
  component: null,
  category: 'power',
  description: line_id,
  quantity: 1,
  unit: 'ea',
  ...extra,
})

const FRAME = {
  status: 'example',
  assembly_version: '1.0.0',
  envelope: { iso_code: '45G1', length_mm: 12_192, width_mm: 2438, height_mm: 2896 },
  mass: { shell_kg: 7000, dry_declared_kg: 12_734, coolant_fill_kg: 380, gross_max_kg: 30_480 },
  footprint: { clearance_ends_mm: 4000, clearance_sides_mm: 1500 },
  openings: [],
  plate_mounts: [],
  length_rules: { tray_z_mm: 2650, slack_factor: 1.1, step_m: 0.5, tail_m: 0.5 },
} as const

/** Specification of a compute container; `changes` replace top-level fields. */
export function computeSpec(changes: object = {}): AssemblySpec {
  return AssemblySpec.parse({
    schema: 'edp.assembly.spec/1',
    ...FRAME,
    assembly_id: 'compute-container-fixture',
    role: 'compute_container',
    title: 'Compute container, fixture',
    cooling: COOLING_LIMITS,
    network: { leaf_switches_count: 2, leaf_ports_count: 64, ot_switches_count: 1, oob_switches_count: 1 },
    components: ['swl-01', 'swl-02', 'swm-01', 'swo-01', 'FW1'].map((id) => ({
      id,
      kind: 'switch',
      mass_kg: 5,
      description: id,
    })),
    ports: computePorts(),
    connections: [
      {
        id: 'W-PA',
        from: 'CG.PA',
        to: 'MDP.IN-A',
        description: 'feeder',
        route: 'tray',
        cable: {
          type: 'XHHW-2 Cu',
          voltage_rating_v: 1000,
          cores_count: 1,
          size_mm2: 107.2,
          current_a: 171,
          runs_count: 4,
        },
      },
      {
        id: 'W-AU{n}',
        for_each: { var: 'n', from: 1, count: 3 },
        from: 'MDP.OUT{n}',
        to: 'air-{n:02}.P',
        description: 'air unit {n}',
        route: 'tray',
        cable: { type: 'TC-ER Cu 600 V', cores_count: 4, size_mm2: 5.26, current_a: 9 },
      },
      {
        id: 'H-FS',
        from: 'CD.S1',
        to: 'cdu-01.FS',
        description: 'facility supply',
        route: 'direct',
        hose: { type: 'EPDM hose', dn: 50 },
      },
      {
        id: 'H-N1',
        from: 'cdu-01.TS',
        to: 'node-01.CI',
        description: 'node supply',
        route: 'direct',
        hose: { type: 'EPDM hose', dn: 20 },
      },
      {
        id: 'W-TR',
        from: 'TRACE',
        to: 'MDP.IN-A',
        description: 'tracing',
        route: 'direct',
        cable: { type: 'TC-ER', cores_count: 3 },
      },
    ],
    yard: [
      {
        kind: 'heat_rejection_unit',
        description: 'Heat rejection unit',
        size_m: [2.4, 2.2, 2.4],
        mass_kg: 1150,
        scope: 'bought_in',
        ports: [
          port({
            id: 'CD.S1',
            service: 'coolant_supply',
            flow: 'out',
            rating: { dn: 50 },
            interface: plate('CD', 'S1', 'compute_container'),
          }),
          port({
            id: 'CD.R1',
            service: 'coolant_return',
            flow: 'in',
            rating: { dn: 50 },
            interface: plate('CD', 'R1', 'compute_container'),
          }),
          port({
            id: 'CD.P1',
            service: 'power_lv',
            flow: 'in',
            rating: { ...LV, current_a: 30 },
            interface: plate('CD', 'P1', 'compute_container'),
          }),
          port({
            id: 'CD.C1',
            service: 'control',
            flow: 'both',
            interface: plate('CD', 'C1', 'compute_container'),
          }),
          earth('G1', null),
        ],
        bom: [part('D-010', { scope: 'bought_in' })],
      },
    ],
    bom: [
      part('C-010', { description: 'Shell', category: 'enclosure' }),
      part('C-030', {
        description: 'Node H100',
        category: 'it',
        quantity: 7,
        when: { gpu_variant: 'h100_sxm' },
      }),
      part('C-031', { description: 'Node B200', category: 'it', quantity: 7, when: { gpu_variant: 'b200' } }),
      part('C-070', {
        description: 'Leaf switch',
        category: 'network',
        quantity: 2,
        telecom: true,
        manufacturer: 'NVIDIA',
      }),
      part('C-075', {
        description: 'Transceiver',
        category: 'network',
        quantity: 84,
        spare_pct: 2,
        telecom: true,
        parent: 'C-070',
      }),
      part('C-080', {
        description: 'Camera',
        category: 'safety',
        quantity: 2,
        telecom: true,
        country_of_origin: 'CN',
        sourcing: {
          dod_eligible: { replaced_by: 'Camera of US make', country_of_origin: 'US' },
          federal_civilian: { excluded: true },
        },
      }),
    ],
    ...changes,
  })
}

const AC_COUPLED: When = { bess_coupling: ['ac_coupled', 'dc_integrated_pcs'] }
const DC_COUPLED: When = { bess_coupling: 'dc_external_pcs' }
const up = { array: { var: 'n', from: 1, count: 32 }, optional: true }

const control = (id: string, at: AssemblyPort['interface'], more: object = {}): AssemblyPort =>
  port({ id, service: 'control', flow: 'both', optional: true, interface: at, ...more })

function gridPorts(): AssemblyPort[] {
  return [
    port({
      id: 'EX-G.M1',
      service: 'power_mv',
      flow: 'in',
      rating: MV,
      optional: true,
      interface: plate('EX-G', 'M1', 'utility_supply'),
    }),
    ...['generator_supply', 'solar_supply', 'nuclear_supply'].map((kind) =>
      port({
        id: `EX-G.M2-${kind}`,
        service: 'power_mv',
        flow: 'in',
        rating: MV,
        optional: true,
        interface: plate('EX-G', 'M2', kind),
      }),
    ),
    control('EX-G.S1', plate('EX-G', 'S1', 'utility_supply')),
    ...['generator_supply', 'solar_supply', 'nuclear_supply'].map((kind) =>
      control(`EX-G.S2-${kind}`, plate('EX-G', 'S2', kind)),
    ),
    control('EX-G.S3-generator_supply', plate('EX-G', 'S3', 'generator_supply')),
    control('EX-G.S3-nuclear_supply', plate('EX-G', 'S3', 'nuclear_supply')),
    control('EX-G.E{n}', plate('EX-G', 'E', 'bess_skid', '{n}'), { array: { var: 'n', from: 1, count: 8 } }),
    port({
      id: 'EX-G.T{n}',
      service: 'power_mv',
      flow: 'out',
      rating: MV,
      array: { var: 'n', from: 1, count: 4 },
      optional: true,
      interface: plate('EX-G', 'T', 'unit_transformer', '{n}'),
    }),
    port({
      id: 'EX-G.L{n}',
      service: 'power_lv',
      flow: 'in',
      rating: { ...LV, current_a: 4000 },
      array: { var: 'n', from: 1, count: 4 },
      optional: true,
      interface: plate('EX-G', 'L', 'unit_transformer', '{n}'),
    }),
    port({
      id: 'EX-G.X{n}',
      service: 'control',
      flow: 'both',
      array: { var: 'n', from: 1, count: 4 },
      optional: true,
      interface: plate('EX-G', 'X', 'unit_transformer', '{n}'),
    }),
    port({
      id: 'EX-G.Y1',
      service: 'control',
      flow: 'in',
      optional: true,
      interface: plate('EX-G', 'Y', 'unit_transformer', '1'),
    }),
    port({
      id: 'EX-G.B{n}',
      service: 'power_mv',
      flow: 'both',
      rating: MV,
      array: { var: 'n', from: 1, count: 8 },
      optional: true,
      interface: plate('EX-G', 'B', 'bess_skid', '{n}'),
    }),
    ...['PA', 'PB'].map((slot) =>
      port({
        id: `CG{n:02}.${slot}`,
        service: 'power_lv',
        flow: 'out',
        rating: LV,
        ...up,
        interface: plate('CG', slot, 'compute_container', '{n}'),
      }),
    ),
    port({
      id: 'CG{n:02}.C1',
      service: 'control',
      flow: 'both',
      ...up,
      interface: plate('CG', 'C1', 'compute_container', '{n}'),
    }),
    ...['F1', 'F2', 'X1', 'X2'].map((slot) =>
      port({
        id: `CG{n:02}.${slot}`,
        service: 'fibre',
        flow: 'both',
        ...up,
        interface: plate('CG', slot, 'compute_container', '{n}'),
      }),
    ),
    port({
      id: 'BG{n:02}.A1',
      service: 'power_lv',
      flow: 'out',
      rating: { ...LV, current_a: 60 },
      ...up,
      interface: plate('BG', 'A1', 'bess_unit', '{n}'),
    }),
    ...['F1', 'F2'].map((slot) =>
      port({
        id: `BG{n:02}.${slot}`,
        service: 'fibre',
        flow: 'both',
        ...up,
        interface: plate('BG', slot, 'bess_unit', '{n}'),
      }),
    ),
    port({
      id: 'EX-G.W1',
      service: 'fibre',
      flow: 'both',
      optional: true,
      interface: plate('EX-G', 'W1', 'wan_service'),
    }),
    port({
      id: 'EX-G.W2',
      service: 'fibre',
      flow: 'both',
      optional: true,
      interface: plate('EX-G', 'W2', 'wan_service'),
    }),
    earth('EX-G.G1', 'EX-G'),
    earth('EX-G.G2', 'EX-G'),
  ]
}

/** Specification of a grid container with both kinds of battery; `changes` replace top-level fields. */
export function gridSpec(changes: object = {}): AssemblySpec {
  const bessPorts = (counterpart: string, flow: 'in' | 'out'): AssemblyPort[] => [
    port({
      id: 'BG.P1',
      service: 'power_lv',
      flow,
      rating: { ...LV, current_a: 3000 },
      when: AC_COUPLED,
      interface: plate('BG', 'P1', counterpart),
    }),
    port({
      id: 'BG.D1',
      service: 'power_dc',
      flow,
      rating: { voltage_v: 1500, current_a: 630, circuits_count: 6 },
      when: DC_COUPLED,
      interface: plate('BG', 'D1', counterpart),
    }),
    port({ id: 'BG.C1', service: 'control', flow: 'both', interface: plate('BG', 'C1', counterpart) }),
    earth('G1', null),
    earth('G2', null),
  ]
  return AssemblySpec.parse({
    schema: 'edp.assembly.spec/1',
    ...FRAME,
    assembly_id: 'grid-container-fixture',
    role: 'grid_container',
    title: 'Grid container, fixture',
    limits: { compute_feeders_count: 32, load_kva: 5000 },
    bess_units: [BESS_UNITS.ac, BESS_UNITS.dc, BESS_UNITS.integrated],
    components: ['swo-01', 'RTR', 'EMS'].map((id) => ({ id, kind: 'switch', mass_kg: 5, description: id })),
    ports: gridPorts(),
    connections: [],
    yard: [
      {
        kind: 'unit_transformer',
        description: 'Unit transformer',
        size_m: [2.6, 2.2, 2.2],
        mass_kg: 5600,
        scope: 'bought_in',
        bom: [],
        ports: [
          port({
            id: 'HV',
            service: 'power_mv',
            flow: 'in',
            rating: MV,
            interface: plate('EX-G', 'T', 'grid_container'),
          }),
          port({
            id: 'LV',
            service: 'power_lv',
            flow: 'out',
            rating: { ...LV, current_a: 4000 },
            interface: plate('EX-G', 'L', 'grid_container'),
          }),
          port({
            id: 'X',
            service: 'control',
            flow: 'both',
            interface: plate('EX-G', 'X', 'grid_container'),
          }),
          port({
            id: 'Y',
            service: 'control',
            flow: 'out',
            optional: true,
            interface: plate('EX-G', 'Y', 'grid_container'),
          }),
          earth('G1', null),
          earth('G2', null),
          earth('X0', null),
        ],
      },
      {
        kind: 'bess_skid',
        description: 'Battery skid',
        size_m: [6.5, 2.2, 2.4],
        mass_kg: 14_000,
        scope: 'bought_in',
        bom: [],
        ports: [
          ...bessPorts('bess_unit', 'in'),
          port({
            id: 'MV.IN',
            service: 'power_mv',
            flow: 'both',
            rating: MV,
            optional: true,
            interface: plate('EX-G', 'B', 'grid_container'),
          }),
          port({
            id: 'MV.UP',
            service: 'power_mv',
            flow: 'both',
            rating: MV,
            optional: true,
            interface: plate(null, 'MV-LINK', 'bess_skid'),
          }),
          port({
            id: 'MV.OUT',
            service: 'power_mv',
            flow: 'both',
            rating: MV,
            optional: true,
            interface: plate(null, 'MV-LINK', 'bess_skid'),
          }),
          control('EPO.IN', plate('EX-G', 'E', 'grid_container')),
          control('EPO.UP', plate(null, 'EPO-LINK', 'bess_skid')),
          control('EPO.OUT', plate(null, 'EPO-LINK', 'bess_skid')),
        ],
      },
      {
        kind: 'bess_unit',
        description: 'Battery unit',
        size_m: [6.1, 2.5, 2.9],
        mass_kg: 40_000,
        scope: 'bought_in',
        bom: [],
        ports: [
          ...bessPorts('bess_skid', 'out'),
          port({
            id: 'BG.A1',
            service: 'power_lv',
            flow: 'in',
            rating: { ...LV, current_a: 60 },
            interface: plate('BG', 'A1', 'grid_container'),
          }),
          ...['F1', 'F2'].map((slot) =>
            port({
              id: `BG.${slot}`,
              service: 'fibre',
              flow: 'both',
              interface: plate('BG', slot, 'grid_container'),
            }),
          ),
        ],
      },
    ],
    bom: [part('G-010'), part('G-071', { category: 'network', quantity: 2, telecom: true })],
    ...changes,
  })
}
