import type { StationBattery, StationBatteryData } from '@edp/schemas'

import { nextRatingOrLargest, type RatingSteps } from './standard-ratings.ts'

/** Capacities of station batteries, Ah, and chargers, A. Source: `assumption`, common US product lines. */
const CAPACITY_AH: RatingSteps = [25, 50, 75, 100, 150, 200, 300]
const CHARGER_A: RatingSteps = [6, 10, 15, 20, 25, 30, 50, 75, 100]
/** Fused isolators of direct current, A. Source: UL 98 sizes. */
const ISOLATOR_A: RatingSteps = [30, 60, 100, 200]

/** Capacity is lost with age, and a margin is left for what comes later. Source: IEEE 485, 1.25 for ageing; design margin 1.1: `assumption`. */
const AGEING = 1.25
const MARGIN = 1.1

/** What goes back into a battery over what came out of it. Source: IEEE 946, 1.1 for lead-acid. */
const RECHARGE = 1.1

/** Over all coils at one time. Source: NEC 2023, 215.3. */
const FUSE = 1.25

/**
 * Battery and charger of a direct-current supply: capacity for the current that flows all the time, the charger for that current and the
 * recharge beside it, L + 1.1 Ah / T (IEEE 946), the isolator for all of its ways together (`together_a`).
 */
export function stationBattery(data: StationBatteryData, together_a: number): StationBattery {
  const { continuous_a, autonomy_h, recharge_h } = data
  const capacity_ah = nextRatingOrLargest(CAPACITY_AH, continuous_a * autonomy_h * AGEING * MARGIN)
  return {
    ...data,
    capacity_ah,
    charger_a: nextRatingOrLargest(CHARGER_A, continuous_a + (RECHARGE * capacity_ah) / recharge_h),
    isolator_a: nextRatingOrLargest(ISOLATOR_A, FUSE * together_a),
  }
}
