import { roundTo } from '@edp/schemas'

import type { CoolingPlan } from './cooling-plan.ts'
import { DESIGN_PRESSURE_BAR, type LineDraft } from './line-draft.ts'
import { pipeOf, type PipeSize } from './pipe-table.ts'

type Base = Omit<LineDraft, 'sequence' | 'description' | 'from' | 'to'>

/** What the lines of the facility loop have alike. */
export interface FacilityLineBases {
  readonly supply: Base
  readonly back: Base
  /** Lines of DN25 without a flow of their own. */
  readonly small: Omit<Base, 'service'>
  /** Between the tees of the least flow: pumps, cooler and BV-101 carry it too. */
  readonly pumped: Pick<LineDraft, 'flow_lpm' | 'outdoor'>
  /** Behind the tee in the return, where the least flow has cooled what comes back, degC. */
  readonly mixed_c: number
  /** Size of the lines inside the container. */
  readonly supply_c: number
  readonly inside: { readonly pipe: PipeSize }
  /** Hoses to the CDU, null where it has pipes. */
  readonly hose: Pick<LineDraft, 'pipe' | 'pipe_class'> | null
}

/** What the lines of the facility loop of a plan have alike. */
export function facilityLineBases(plan: CoolingPlan): FacilityLineBases {
  const supply_c = plan.climate.facility_supply_c
  const base = {
    coolant: plan.facility,
    fluid: plan.facility.name,
    pressure_bar: DESIGN_PRESSURE_BAR.facility,
    pipe_class: 'SS1A',
    outdoor: false,
  } as const
  const supply = {
    ...base,
    service: 'FWSS',
    pipe: plan.facility_pipe,
    flow_lpm: plan.facility_flow_lpm,
    temperature_c: supply_c,
  }
  const back = { ...supply, service: 'FWSR', temperature_c: supply_c + plan.delta_t_k }
  const pumped = { flow_lpm: plan.pumped_flow_lpm, outdoor: true }
  const mixed_c = roundTo(supply_c + (plan.delta_t_k * plan.facility_flow_lpm) / pumped.flow_lpm, 1)
  const hose = plan.main_hose === null ? null : { pipe: plan.main_hose, pipe_class: 'HS1A' as const }
  const inside = { pipe: plan.container_pipe }
  const small = { ...base, pipe: pipeOf(25), flow_lpm: 0, temperature_c: 20 }
  return { supply_c, supply, back, small, pumped, mixed_c, inside, hose }
}
