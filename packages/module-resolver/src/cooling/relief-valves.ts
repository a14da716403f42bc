import type { CoolingValve, PipeLine } from '@edp/schemas'

import { lineOf } from './cooling-lines.ts'
import type { CoolingPlan } from './cooling-plan.ts'
import { DESIGN_PRESSURE_BAR } from './line-draft.ts'
import { reliefDesign, type ReliefDuty } from './relief-design.ts'
import { THERMAL_LPM } from './relief-settings.ts'

/** Delivery of a fill cart, L/min (assumption, limit for its pump). */
const FILL_CART_LPM = 30

/** What a relief valve is chosen by, and the line that takes its discharge. */
interface Relief extends Omit<ReliefDuty, 'inlet_dn' | 'outlet_dn' | 'discharge'> {
  readonly discharge_line: string
}

/** Relief valves by tag. */
export type Reliefs = Readonly<Record<string, Relief>>

/** The relief valves of both loops; settings of the loops stand at the suction of their pumps. */
export function reliefs(plan: CoolingPlan): Reliefs {
  return {
    'PSV-101': {
      relieves: 'delivery of the fill cart',
      set_bar: plan.facility_relief_bar,
      capacity_lpm: FILL_CART_LPM,
      coolant: plan.facility,
      discharge_line: '109',
    },
    'PSV-102': {
      relieves: 'expansion of what XV-101/102 and TCV-101 shut in',
      set_bar: plan.facility_relief_bar,
      capacity_lpm: THERMAL_LPM,
      coolant: plan.facility,
      discharge_line: '117',
    },
    'PSV-201': {
      relieves: 'delivery of the fill cart',
      set_bar: plan.technology_relief_bar,
      capacity_lpm: FILL_CART_LPM,
      coolant: plan.technology,
      discharge_line: '208',
    },
    'PSV-202': {
      relieves: 'expansion of what XV-201/202 shut in',
      set_bar: DESIGN_PRESSURE_BAR.technology,
      capacity_lpm: THERMAL_LPM,
      coolant: plan.technology,
      discharge_line: '212',
    },
  }
}

/** A valve with its sizing, where it is a relief valve. */
export function withRelief(
  valve: Omit<CoolingValve, 'relief'>,
  duties: Reliefs,
  lines: readonly PipeLine[],
): CoolingValve {
  const relief = duties[valve.tag]
  if (relief === undefined) return { ...valve, relief: null }
  const discharge = lineOf(lines, relief.discharge_line)
  return {
    ...valve,
    setting: `${relief.set_bar.toFixed(1)} bar(g), at least ${relief.capacity_lpm} L/min`,
    relief: reliefDesign({ ...relief, inlet_dn: valve.dn, outlet_dn: discharge.dn, discharge: discharge.to }),
  }
}
