import { roundTo, type StationBattery, type StationBatteryData } from '@edp/schemas'

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

/** Over all that flows at one time. Source: NEC 2023, 215.3. */
const FUSE = 1.25

/**
 * Capacity that a minute of coils takes over their current, Ah per A: shorter than a minute counts as one (IEEE 485), which a cell gives
 * no better than that. Source: `assumption`, makers' one-minute rates to 1.75 V a cell.
 */
const MINUTE_AH = 0.8

/** Voltage at the end of discharge over the nominal one: 1.75 V of the 2.083 V of a lead-acid cell. Source: IEEE 485 practice. */
const END_SHARE = 105 / 125

/** Voltage that is left at the end of discharge behind a cable, whose way there and back has a resistance, ohm, V. */
export function coilVoltage(nominal_v: number, momentary_a: number, resistance_ohm: number): number {
  return roundTo(END_SHARE * nominal_v - momentary_a * resistance_ohm, 0)
}

/** What the ways behind a charger take, A: all the time, and the coils that act together. */
export interface DirectLoad {
  readonly continuous_a: number
  readonly momentary_a: number
  readonly ways: StationBattery['ways']
}

/**
 * Battery and charger of a direct-current supply: capacity for the current that flows all the time and at its end for the coils that act
 * together, the charger for that current and the recharge beside it, L + 1.1 Ah / T (IEEE 946), the isolator for both together.
 */
export function stationBattery(
  data: StationBatteryData,
  { continuous_a, momentary_a, ways }: DirectLoad,
): StationBattery {
  const { autonomy_h, recharge_h } = data
  const ah = continuous_a * autonomy_h + MINUTE_AH * momentary_a
  const capacity_ah = nextRatingOrLargest(CAPACITY_AH, ah * AGEING * MARGIN)
  return {
    ...data,
    continuous_a,
    momentary_a,
    capacity_ah,
    charger_a: nextRatingOrLargest(
      CHARGER_A,
      roundTo(continuous_a + (RECHARGE * capacity_ah) / recharge_h, 3),
    ),
    isolator_a: nextRatingOrLargest(ISOLATOR_A, FUSE * (continuous_a + momentary_a)),
    ways,
  }
}
