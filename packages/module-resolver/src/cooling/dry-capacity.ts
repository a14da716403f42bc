import { roundTo } from '@edp/schemas'

import type { ClimateRow } from './climate-table.ts'

/** Facility supply over the air on the coil at full heat, K (the rule of the setpoints). */
const COOLER_APPROACH_K = 7
/** Technology over facility supply, K (CDU). */
const CDU_APPROACH_K = 3
/** Warmest technology supply without an alarm that sheds, degC: 45 degC less the margin of control. */
export const WARMEST_SUPPLY_C = 43

/** What the heat rejection carries while no water comes to its pads. */
export interface DryCapacity {
  /** Share of the heat at the design dry bulb, 0 to 1. */
  readonly share: number
  /** Outdoor temperature up to which all of it is carried, degC. */
  readonly full_up_to_c: number
}

/**
 * Capacity with dry pads: the supply may rise to what the nodes take, and the approach of the cooler falls with the heat. A trim
 * chiller in series takes its share of the temperature rise behind the cooler.
 */
export function dryCapacity(climate: ClimateRow, trim_share: number, delta_t_k: number): DryCapacity {
  const leaving_c = WARMEST_SUPPLY_C - CDU_APPROACH_K + trim_share * delta_t_k
  const share = (leaving_c - climate.dry_bulb_c) / COOLER_APPROACH_K
  return {
    share: Math.min(1, Math.max(0, share)),
    full_up_to_c: roundTo(leaving_c - COOLER_APPROACH_K, 0),
  }
}
