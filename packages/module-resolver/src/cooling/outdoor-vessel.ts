import { roundTo, type Cooling } from '@edp/schemas'

import type { CoolingPlan } from './cooling-plan.ts'
import { filledVessel, hotPressure, type ExpansionInput, type ExpansionVessel } from './expansion-vessel.ts'
import { expansionPct, FILL_C, HOT_C } from './glycol-expansion.ts'
import { fillPressures, PRESSURES } from './relief-settings.ts'

/** Vessel of the facility loop: it holds its fill pressure at the extreme low and stays below its greatest pressure when hot. */
export function outdoorVessel(volume_l: number, low_c: number, glycol_vol_pct: number): ExpansionVessel {
  return filledVessel(growth(volume_l, expansionPct(low_c, HOT_C, glycol_vol_pct)), COLD_BAR)
}

/** Pressure that the facility loop is filled to at `FILL_C`, so that at the extreme low its fill pressure is left, bar gauge. */
export function pressureWhenFilled(
  plan: Pick<CoolingPlan, 'facility' | 'facility_volume_l' | 'facility_vessel' | 'climate'>,
): number {
  const grown_pct = expansionPct(plan.climate.low_c, FILL_C, plan.facility.glycol_vol_pct)
  return hotPressure(growth(plan.facility_volume_l, grown_pct), plan.facility_vessel.nominal_l, COLD_BAR)
}

/** What the vessel takes up, from the extreme low to hot, % of the volume of the loop. */
export function outdoorExpansion(cooling: Pick<Cooling, 'design_low_c' | 'facility_coolant'>): number {
  return roundTo(expansionPct(cooling.design_low_c, HOT_C, cooling.facility_coolant.glycol_vol_pct), 2)
}

const COLD_BAR = fillPressures(PRESSURES.facility).filled

function growth(volume_l: number, expansion_pct: number): ExpansionInput {
  const { initial, final } = PRESSURES.facility
  return { volume_l, expansion_pct, initial_bar: initial, final_bar: final }
}
