import type { FieldSwitch } from '@edp/schemas'

import { nextRatingOrLargest, type RatingSteps } from './standard-ratings.ts'

/** Lockable switches of motors outdoors, A. Source: UL 98, NEMA KS 1. */
const FIELD_SWITCH_A: RatingSteps = [30, 60, 100, 200, 400]

/**
 * Disconnecting means within sight of a unit with motors outdoors, lockable open: the step that holds the breaker in front of it. Source:
 * NEC 2023, 430.102(B), 440.14; number of its function 89: IEEE C37.2.
 */
export function fieldSwitch(
  unit: string,
  { trip_a, poles }: { readonly trip_a: number; readonly poles: number },
): FieldSwitch {
  return { tag: `89-${unit}`, rated_a: nextRatingOrLargest(FIELD_SWITCH_A, trip_a), poles }
}

/** What is ordered. */
export function fieldSwitchRating({ rated_a, poles }: FieldSwitch): string {
  return `${rated_a} A ${poles}P`
}

/** The switch as the end of its cable. */
export function fieldSwitchText(field_switch: FieldSwitch): string {
  return `lockable switch ${field_switch.tag}, ${fieldSwitchRating(field_switch)}`
}
