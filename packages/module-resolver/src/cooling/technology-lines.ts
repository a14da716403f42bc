import type { CoolingPlan } from './cooling-plan.ts'
import { DESIGN_PRESSURE_BAR, FILL_LPM, type LineDraft } from './line-draft.ts'
import { pipeOf } from './pipe-table.ts'
import { SAMPLE_LPM } from './pump-duty.ts'

/** Lines between heat exchanger and manifolds, area 2. */
export function technologyLines(plan: CoolingPlan): LineDraft[] {
  const supply_c = plan.climate.technology_supply_c
  const base = {
    coolant: plan.technology,
    fluid: plan.technology.name,
    pressure_bar: DESIGN_PRESSURE_BAR.technology,
    pipe_class: 'SS1A',
    outdoor: false,
  } as const
  const supply = {
    ...base,
    service: 'TCSS',
    pipe: plan.technology_pipe,
    flow_lpm: plan.technology_flow_lpm,
    temperature_c: supply_c,
  }
  const back = { ...supply, service: 'TCSR', temperature_c: supply_c + plan.delta_t_k }
  const pumped = { ...back, flow_lpm: plan.technology_pumped_lpm }
  const small = { ...base, pipe: pipeOf(25), flow_lpm: 0, temperature_c: 20 }
  const open = { ...small, service: 'DR', pressure_bar: DESIGN_PRESSURE_BAR.open }
  const node_hose = plan.node_hose === null ? null : { pipe: plan.node_hose, pipe_class: 'HS1A' as const }
  const main_hose = plan.main_hose === null ? null : { pipe: plan.main_hose, pipe_class: 'HS1A' as const }
  const tags = plan.nodes.map((node) => node.tag)
  const nodes = tags.length > 1 ? `${tags[0] ?? ''}..${tags.at(-1) ?? ''}` : (tags[0] ?? '')
  const share = plan.technology_flow_lpm / Math.max(1, plan.nodes.length)
  return [
    { ...supply, sequence: '201', description: 'Supply to manifold', from: 'HX-201', to: 'MF-201S' },
    {
      ...back,
      sequence: '202',
      description: 'Return from manifold, through the filters',
      from: 'MF-201R',
      to: 'line 203',
    },
    { ...pumped, sequence: '203', description: 'Pump suction', from: 'line 202', to: 'P-201A/B' },
    {
      ...pumped,
      sequence: '204',
      description: 'Pump discharge to the tee of line 207',
      from: 'P-201A/B',
      to: 'line 215',
    },
    {
      ...small,
      sequence: '205',
      service: 'TCSR',
      description: 'Expansion line',
      from: 'line 203',
      to: 'T-201',
    },
    {
      ...small,
      sequence: '206',
      service: 'GF',
      description: 'Fill and make-up, through the filters',
      from: 'V-201',
      to: 'line 202',
      flow_lpm: FILL_LPM,
    },
    {
      ...small,
      sequence: '207',
      service: 'TCSR',
      description: 'Side stream to analysers',
      from: 'line 204',
      to: 'line 203',
      flow_lpm: SAMPLE_LPM,
      temperature_c: supply_c + plan.delta_t_k,
    },
    { ...open, sequence: '208', description: 'Relief discharge', from: 'PSV-201', to: 'V-202' },
    {
      ...open,
      sequence: '209',
      description: 'Drip tray drain, emptied by suction',
      from: 'DT-201',
      to: 'portable pump',
    },
    ...(node_hose === null
      ? []
      : [
          {
            ...supply,
            ...node_hose,
            sequence: '210',
            description: `Hoses to the nodes, each of ${plan.nodes.length}`,
            from: 'MF-201S',
            to: nodes,
            flow_lpm: share,
          },
          {
            ...back,
            ...node_hose,
            sequence: '211',
            description: `Hoses from the nodes, each of ${plan.nodes.length}`,
            from: nodes,
            to: 'MF-201R',
            flow_lpm: share,
          },
        ]),
    { ...open, sequence: '212', description: 'Thermal relief discharge', from: 'PSV-202', to: 'V-202' },
    ...(main_hose === null
      ? []
      : [
          {
            ...supply,
            ...main_hose,
            sequence: '213',
            description: 'Hose in line 201, from the CDU',
            from: 'XV-201',
            to: 'MF-201S',
          },
          {
            ...back,
            ...main_hose,
            sequence: '214',
            description: 'Hose in line 202, to the CDU',
            from: 'BV-201',
            to: 'XV-202',
          },
        ]),
    { ...back, sequence: '215', description: 'To the heat exchanger', from: 'line 204', to: 'HX-201' },
    {
      ...small,
      sequence: '216',
      service: 'GF',
      description: 'Fill connection, through the filters',
      from: 'fill cart',
      to: 'line 206',
      tie_in: { point: 'fill cart', at: 'compute_container' },
    },
  ]
}
