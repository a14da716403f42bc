import { roundTo, type Breaker, type Scope } from '@edp/schemas'

import { earthFaultOf, type MvDuty } from './earth-fault-settings.ts'
import { LEAST_RATIO, nextSetting } from './grading.ts'
import { LEAST_PICKUP, mvRelayCt, primaryOf, relayFrom } from './instrument-transformers.ts'
import { MEASURES_VOLTAGE, PROTECTION_FUNCTIONS, type Duty } from './protection-functions.ts'
import {
  ACB_FRAME_A,
  MCCB_FRAME_A,
  MV_FRAME_A,
  MV_INTERRUPTING_KA,
  nextRatingOrLargest,
  OVERCURRENT_A,
} from './standard-ratings.ts'
import { LV_V, MV_V } from './system-voltages.ts'

/** Trips above this current are power circuit breakers, A. Source: design choice. */
const MCCB_TRIP_MAX_A = 800

/** Overcurrent device of a continuous load: at least 125 % of it, next standard rating (NEC 2023, 215.3 and 240.6). */
export function continuousTrip(designA: number): number {
  return nextRatingOrLargest(OVERCURRENT_A, roundTo(designA * 1.25, 3))
}

/**
 * Long-time setting of a power circuit breaker with an electronic trip. Such breakers are rated for 100 % of their setting
 * (NEC 2023, 215.3 exception) and set in steps of 10 A (240.6(B)), so that 125 % is not added again.
 */
export function adjustableTrip(currentA: number): number {
  return Math.ceil(roundTo(currentA / 10, 3)) * 10
}

/** Largest setting of the main of a transformer over its current (NEC 2023, Table 450.3(A)). */
const MAIN_MOST = 1.25

/**
 * Setting of the main of a transformer, A: its current, and above the largest feeder behind it as far as the transformer stands that, so that
 * a fault of one container leaves the others on.
 */
export function mainTrip(secondaryA: number, largestFeederA: number): number {
  const most = Math.floor(roundTo((MAIN_MOST * secondaryA) / 10, 3)) * 10
  return Math.max(adjustableTrip(secondaryA), Math.min(adjustableTrip(LEAST_RATIO * largestFeederA), most))
}

/**
 * A medium-voltage vacuum breaker for a load current; `faultKa` is the fault current of its bus: what it must interrupt
 * without its current transformers saturating. The relay picks up at 125 % of the current, but not below `leastA`, what grading
 * over the breakers behind it asks for, nor below its own range; 51V of a machine measures over the machine's own cores. The thermal
 * image (49) is left out where the load is below that range: the contacts of the transformer (26) warn.
 */
export function mvBreaker(
  tag: string,
  duty: MvDuty,
  currentA: number,
  faultKa: number,
  { scope = 'supply', leastA = 0 }: { readonly scope?: Scope; readonly leastA?: number } = {},
): Breaker {
  const ct = mvRelayCt(currentA, faultKa)
  const primaryA = primaryOf(ct.ratio)
  const onMachine = duty === 'generator'
  const rangeA = onMachine ? 0 : Math.ceil(primaryA * LEAST_PICKUP)
  const pickup = Math.max(pickUp(currentA), leastA, rangeA)
  return {
    tag,
    kind: 'MV vacuum',
    voltage_v: MV_V,
    // A breaker carries for ever what its relay does not pick up.
    frame_a: nextRatingOrLargest(MV_FRAME_A, pickup),
    trip_a: pickup,
    interrupting_ka: mvShortCircuitRating(faultKa),
    poles: 3,
    functions: PROTECTION_FUNCTIONS[duty].filter(
      (code) => code !== '49' || currentA >= primaryA * LEAST_PICKUP,
    ),
    ct_ratio: ct.ratio,
    ct_accuracy: ct.accuracy,
    neutral_sensor: false,
    earth_fault: earthFaultOf(duty, primaryA),
    emergency_lock_out: null,
    relay_from_a: onMachine ? null : relayFrom(pickup, primaryA),
    vt_ratio: MEASURES_VOLTAGE[duty] ? MV_VT_RATIO : null,
    relay: scope === 'by_others' ? 'BY OTHERS' : 'cubicle relay',
    ...ALONE,
    scope,
  }
}

/** A breaker that trips itself alone and has no device of the manifest beside it. */
const ALONE = { trips: [], grading: null, relay_tag: null, meter_tag: null } as const

/** Voltage transformers of a 13.8 kV system. Source: IEEE C57.13, 14,400 V group 2. */
export const MV_VT_RATIO = '14400:120'

/** Smallest medium-voltage breaker that is bought, kA: one rating for the line-up. Source: design choice. */
const MV_MINIMUM_KA = 25

/**
 * Largest share of a breaker's rating that the current of its bus takes while nobody has checked the ratio X/R, which the
 * rating covers up to 17. Source: IEEE C37.010, simplified (E/X) method.
 */
export const MV_FAULT_SHARE = 0.8

/** Short-circuit rating of line-up, breakers and ring main units on a bus, kA: its current is at most 80 % of it, if there is one. */
export function mvShortCircuitRating(faultKa: number): number {
  return nextRatingOrLargest(
    MV_INTERRUPTING_KA,
    Math.max(roundTo(faultKa / MV_FAULT_SHARE, 3), MV_MINIMUM_KA),
  )
}

/** Pick-up of a medium-voltage overcurrent relay, A: 125 % of a current, next setting. */
export function pickUp(currentA: number): number {
  return nextSetting(1.25 * currentA)
}

/** Moulded case or power circuit breaker, by its trip. */
export function lvBreakerKind(tripA: number): 'ACB' | 'MCCB' {
  return tripA > MCCB_TRIP_MAX_A ? 'ACB' : 'MCCB'
}

/**
 * Breakers that separate transformers switch the neutral: each transformer has its own neutral bond, so that a section fed
 * over a tie has to lose that of its own transformer (NEC 2023, 250.6 and 250.30(A)). Source: design choice.
 */
const POLES: Partial<Record<Duty, number>> = { main: 4, tie: 4 }

/** From this frame on a breaker reduces the energy of an arc while somebody works behind it, A. Source: NEC 2023, 240.87(A). */
const ARC_REDUCTION_FRAME_A = 1200

/** Maintenance switch with a lamp that shows it, which sets the breaker to trip at once. Source: NEC 2023, 240.87(B)(3). */
const ARC_REDUCTION = 'ARM'

/**
 * A 480 V breaker with a given trip. Its trip unit has sensors of its own; a ground element measures the neutral too, unless its circuit
 * has none.
 */
export function lvBreaker(
  tag: string,
  duty: Duty,
  tripA: number,
  interruptingKa: number,
  scope: Scope = 'supply',
): Breaker {
  const kind = lvBreakerKind(tripA)
  const power = kind === 'ACB'
  const frame_a = nextRatingOrLargest(power ? ACB_FRAME_A : MCCB_FRAME_A, tripA)
  return {
    tag,
    kind,
    voltage_v: LV_V,
    frame_a,
    trip_a: tripA,
    interrupting_ka: interruptingKa,
    poles: POLES[duty] ?? 3,
    functions: [...PROTECTION_FUNCTIONS[duty], ...(frame_a < ARC_REDUCTION_FRAME_A ? [] : [ARC_REDUCTION])],
    ct_ratio: null,
    ct_accuracy: null,
    neutral_sensor: PROTECTION_FUNCTIONS[duty].some((name) => name === 'LSIG'),
    earth_fault: null,
    emergency_lock_out: null,
    relay_from_a: null,
    vt_ratio: MEASURES_VOLTAGE[duty] ? '480:120' : null,
    relay: scope === 'by_others' ? 'BY OTHERS' : 'trip unit',
    ...ALONE,
    scope,
  }
}
