import { roundTo, type Coolant, type FlowDesign } from '@edp/schemas'

import { hoseOf } from '../cooling/pipe-table.ts'
import { pipeFlow } from '../cooling/pressure-drop.ts'

/** Hydraulics of a hose, with the coolant's properties and the friction law of the pipes. */
export function hoseFlow(hose: {
  readonly flow_lpm: number
  readonly inner_diameter_mm: number
  readonly dn: number
  readonly coolant: Coolant
  readonly length_m: number
  readonly temperature_c: number
  readonly design_pressure_bar: number
}): FlowDesign {
  const flow = pipeFlow(hose.flow_lpm, hose.inner_diameter_mm, hose.coolant)
  return {
    flow_lpm: roundTo(hose.flow_lpm, 1),
    velocity_m_s: roundTo(flow.velocity_m_s, 2),
    pressure_drop_pa_per_m: roundTo(flow.pressure_drop_pa_per_m, 0),
    pressure_drop_kpa: roundTo((flow.pressure_drop_pa_per_m * hose.length_m) / 1000, 1),
    temperature_c: hose.temperature_c,
    design_pressure_bar: hose.design_pressure_bar,
    utilisation_pct: roundTo((100 * hose.flow_lpm) / hoseOf(hose.dn).max_flow_lpm, 1),
  }
}
