import type { CoolingPlan } from './cooling-plan.ts'
import { DESIGN_PRESSURE_BAR, type LineDraft } from './line-draft.ts'
import { pipeOf } from './pipe-table.ts'

/** Condensate of the air units, area 3. */
export function airLines(plan: CoolingPlan): LineDraft[] {
  const base = {
    coolant: plan.technology,
    fluid: 'condensate',
    service: 'CON',
    pipe: pipeOf(25),
    flow_lpm: 0,
    temperature_c: 15,
    pressure_bar: DESIGN_PRESSURE_BAR.open,
  } as const
  return [
    {
      ...base,
      sequence: '301',
      description: 'Hose, container to site drain',
      from: 'EX-C.DR1',
      to: 'site drain BY OTHERS',
      pipe_class: 'HS1A',
      outdoor: true,
    },
    {
      ...base,
      sequence: '302',
      description: 'Condensate hoses to EX-C.DRAIN, inside of EX-C.DR1',
      from: 'CRAC-301',
      to: 'EX-C.DR1',
      pipe_class: 'HS1A',
      outdoor: false,
    },
  ]
}
