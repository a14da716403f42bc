import { roundTo, type CurrentTransformer } from '@edp/schemas'

import { EARTH_CORE_A, NEUTRAL_A } from './neutral-current.ts'
import { CT_PRIMARY_A, nextRatingOrLargest, type RatingSteps } from './standard-ratings.ts'

/**
 * Voltage that a ring core of the size of a cubicle gives for each turn, V: 200 V at 600:5. A core of fewer turns reaches only a
 * smaller class. Source: `assumption`, makers' data of 15 kV metal-clad switchgear (IEEE C37.20.2).
 */
const CORE_V_PER_TURN = 200 / 120

/** Relay classes of IEEE C57.13: voltage at its terminals with 20 times rated current through the standard burden, V. */
const RELAY_CLASS_V: RatingSteps = [10, 20, 50, 100, 200, 400, 800]

/** Least class of 600:5 and more in metal-clad switchgear. Source: IEEE C37.20.2. */
const MV_LEAST_CLASS_V = 100

/** Secondary current of every current transformer, A, and what its class is stated at. Source: IEEE C57.13. */
const SECONDARY_A = 5
const CLASS_A = 20 * SECONDARY_A

/** Burden of a numerical relay with 20 m of leads of 10 AWG, forth and back, ohm. Source: `assumption`. */
export const RELAY_BURDEN_OHM = 0.5

/** Resistance of the secondary winding, ohm per turn. Source: `assumption`, makers' data of 600:5 to 2000:5 rings. */
const WINDING_OHM_PER_TURN = 0.0025

/** Short-time current that a core stands for a second, times its primary current. Source: `assumption`, makers' data. */
const SHORT_TIME = 100

/**
 * Least pick-up of relays with inputs of 5 A, as a share of the rated current: many start at a tenth (0.5 A), those with a wide range at a
 * twentieth (0.25 A), which is ordered where a setting is below the tenth. Source: `assumption`, makers' data.
 */
export const LEAST_PICKUP = 0.05
const USUAL_PICKUP = 0.1

/** Secondary current that the relay of a setting has to start at, A. */
export function relayFrom(pickupA: number, primaryA: number): number {
  return SECONDARY_A * (pickupA < USUAL_PICKUP * primaryA ? LEAST_PICKUP : USUAL_PICKUP)
}

/**
 * Accuracy of a metering core: 0.15S holds from 5 % of the rated current on (IEEE C57.13.6); a core that a strong bus makes large
 * for its load holds it from 1 % on. Source of the latter: `assumption`, extended-range cores of makers.
 */
const METERING_ACCURACY = { usual: '0.15S B0.5', extended: '0.15S B0.5 from 1 %' } as const
export const METERING_FROM = 0.05

/** Primary current of a ratio such as `600:5`, A. */
export function primaryOf(ratio: string): number {
  return Number(ratio.split(':')[0])
}

/**
 * Voltage that a core has to give at a fault current, V: through its own winding and the burden. The symmetrical current
 * counts; the direct-current component is left to the coordination study (IEEE C37.110).
 */
export function secondaryVoltage(primaryA: number, faultKa: number): number {
  const turns = primaryA / SECONDARY_A
  return ((faultKa * 1000) / turns) * (WINDING_OHM_PER_TURN * turns + RELAY_BURDEN_OHM)
}

/** Voltage that a core of a class can give, V: that at its terminals and what its winding takes at the same current. */
export function availableVoltage(primaryA: number, classV: number): number {
  return classV + CLASS_A * WINDING_OHM_PER_TURN * (primaryA / SECONDARY_A)
}

/** Relay core for a fault current: the smallest class, from `leastV` on, that does not saturate. */
export function relayClass(primaryA: number, faultKa: number, leastV = 10): string {
  const needed = secondaryVoltage(primaryA, faultKa)
  const classes = RELAY_CLASS_V.filter((classV) => classV >= leastV)
  const enough = classes.find((classV) => availableVoltage(primaryA, classV) >= needed)
  return `C${enough ?? Math.max(...RELAY_CLASS_V)}`
}

/** Whether a relay core that fits a cubicle stands a fault current for a second and does not saturate at it. */
function relayCoreHolds(primaryA: number, faultKa: number): boolean {
  const classV = Math.max(...RELAY_CLASS_V.filter((v) => v <= CORE_V_PER_TURN * (primaryA / SECONDARY_A)))
  return (
    faultKa * 1000 <= SHORT_TIME * primaryA &&
    availableVoltage(primaryA, classV) >= secondaryVoltage(primaryA, faultKa)
  )
}

/**
 * Relay core of a medium-voltage breaker: the smallest from 125 % of the load on that holds the fault current of its bus. A
 * weak bus has small cores, whose relays see the load; a strong one takes 600:5 or more, whatever the load.
 */
export function mvRelayCt(currentA: number, faultKa: number): CurrentTransformer {
  const least = roundTo(currentA * 1.25, 3)
  const steps = CT_PRIMARY_A.filter((primaryA) => primaryA >= least)
  const primaryA = steps.find((step) => relayCoreHolds(step, faultKa)) ?? Math.max(...CT_PRIMARY_A)
  return {
    ratio: `${primaryA}:${SECONDARY_A}`,
    accuracy: relayClass(primaryA, faultKa, primaryA >= 600 ? MV_LEAST_CLASS_V : undefined),
  }
}

/**
 * Core of 51G, in a neutral or around the three phases of a cable. Its window does not see the load nor the inrush of a transformer,
 * whose false sum in three phase cores is above what a resistor lets flow. At the earth fault of a utility it saturates, and 51 of the
 * phases trips.
 */
export function earthCore(): CurrentTransformer {
  return {
    ratio: `${EARTH_CORE_A}:${SECONDARY_A}`,
    accuracy: relayClass(EARTH_CORE_A, NEUTRAL_A / 1000),
  }
}

/** Cores of a meter at 480 V: a window of a small ratio has too few ampere turns for class 0.3. Source: `assumption`, makers' data. */
const LV_METERING = { from_a: 400, large: '0.3 B0.2', small: '0.6 B0.1' } as const

/** Current transformers of a meter behind a low-voltage breaker: next primary from its setting on. */
export function lvMeteringCt(tripA: number): CurrentTransformer {
  const primaryA = nextRatingOrLargest(CT_PRIMARY_A, tripA)
  return {
    ratio: `${primaryA}:${SECONDARY_A}`,
    accuracy: primaryA >= LV_METERING.from_a ? LV_METERING.large : LV_METERING.small,
  }
}

/** Metering core: near the load current, but able to stand the fault current for a second. */
export function meteringCt(currentA: number, faultKa: number): CurrentTransformer {
  const least = Math.max(currentA * 1.25, (faultKa * 1000) / SHORT_TIME)
  const primaryA = nextRatingOrLargest(CT_PRIMARY_A, roundTo(least, 3))
  return {
    ratio: `${primaryA}:${SECONDARY_A}`,
    accuracy: METERING_ACCURACY[currentA < METERING_FROM * primaryA ? 'extended' : 'usual'],
  }
}
