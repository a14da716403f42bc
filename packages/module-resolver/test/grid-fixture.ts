import { AssemblySpec, type AssemblyPort, type When } from '@edp/schemas'

import { BESS_UNITS } from './bess-fixtures.ts'
import { FRAME, part } from './frame-fixture.ts'
import { earth, LV, MV, plate, port } from './port-fixtures.ts'

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
    control('EX-G.H{n}', plate('EX-G', 'H', 'bess_skid', '{n}'), { array: { var: 'n', from: 1, count: 8 } }),
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
      id: 'EX-L.L{n}',
      service: 'power_lv',
      flow: 'in',
      rating: { ...LV, current_a: 4000 },
      array: { var: 'n', from: 1, count: 4 },
      optional: true,
      interface: plate('EX-L', 'L', 'unit_transformer', '{n}'),
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
      id: 'EX-G.Y{n}',
      service: 'control',
      flow: 'in',
      optional: true,
      interface: plate('EX-G', 'Y', 'unit_transformer', '{n}'),
      array: { var: 'n', from: 1, count: 4 },
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
            interface: plate('EX-L', 'L', 'grid_container'),
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
          control('FIRE.IN', plate('EX-G', 'H', 'grid_container')),
          control('FIRE.UP', plate(null, 'FIRE-LINK', 'bess_skid')),
          control('FIRE.OUT', plate(null, 'FIRE-LINK', 'bess_skid')),
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
