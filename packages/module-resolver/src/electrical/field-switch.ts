import type { FieldSwitch } from '@edp/schemas'

import { nextRatingOrLargest, type RatingSteps } from './standard-ratings.ts'

/** Lockable switches of motors outdoors, A. Source: UL 98, NEMA KS 1. */
const FIELD_SWITCH_A: RatingSteps = [30, 60, 100, 200, 400]

/** Most that a switch without fuses is listed for, kA. Source: UL 98, 10 kA; with fuses of class J the rating is theirs, up to 200 kA. */
const WITHOUT_FUSES_KA = 10

/**
 * Disconnecting means within sight of a unit with motors outdoors, lockable open: the step that holds the breaker in front of it. Source:
 * NEC 2023, 430.102(B), 440.14; number of its function 89: IEEE C37.2.
 */
export function fieldSwitch(
  unit: string,
  { trip_a, poles }: { readonly trip_a: number; readonly poles: number },
): FieldSwitch {
  return {
    tag: `89-${unit}`,
    rated_a: nextRatingOrLargest(FIELD_SWITCH_A, trip_a),
    poles,
    short_circuit_ka: null,
    rated_ka: null,
    fuse_a: null,
  }
}

/**
 * The switch for the current at it, which the unit behind has to hold as well: its controller is marked with a short-circuit current
 * rating. Source: NEC 2023, 110.9, 110.10, 440.4(B); fuses of the rating of the breaker in front of it, design choice.
 */
export function withFaultRating(
  field_switch: FieldSwitch,
  { short_circuit_ka, rated_ka }: { readonly short_circuit_ka: number; readonly rated_ka: number },
  trip_a: number,
): FieldSwitch {
  return { ...field_switch, short_circuit_ka, rated_ka, fuse_a: rated_ka > WITHOUT_FUSES_KA ? trip_a : null }
}

/** What is ordered. */
export function fieldSwitchRating({ rated_a, poles, rated_ka, fuse_a }: FieldSwitch): string {
  return [
    `${rated_a} A ${poles}P`,
    ...(fuse_a === null ? [] : [`fuses ${fuse_a} A class J`]),
    ...(rated_ka === null ? [] : [`${rated_ka} kA`]),
  ].join(', ')
}

/** The switch as the end of its cable. */
export function fieldSwitchText(field_switch: FieldSwitch): string {
  return `lockable switch ${field_switch.tag}, ${fieldSwitchRating(field_switch)}`
}
