import { nextRatingOrLargest, type RatingSteps } from './standard-ratings.ts'

/** Lockable switches of motors outdoors, A. Source: UL 98, NEMA KS 1. */
const FIELD_SWITCH_A: RatingSteps = [30, 60, 100, 200, 400]

/**
 * Disconnecting means within sight of a unit with motors outdoors, lockable open: the step that holds the breaker in front of it. Source:
 * NEC 2023, 430.102(B), 440.14.
 */
export function fieldSwitchText(tripA: number, poles: number): string {
  return `lockable switch ${nextRatingOrLargest(FIELD_SWITCH_A, tripA)} A ${poles}P`
}
