import { nextRatingOrLargest, LV_INTERRUPTING_KA, TRANSFORMER_KVA } from './standard-ratings.ts'
import { testAsymmetry, transformerXOverR, type LvBreakerKind } from './test-asymmetry.ts'

/** Most of a transformer's rating that is used: harmonics of the IT load and growth. Source: design choice. */
export const TRANSFORMER_LOADING = 0.8

/** Largest unit transformer, kVA: above it the fault current at 480 V exceeds common 65 kA switchboards. */
const LARGEST_KVA = 2500

/** Impedance from this rating on, and below it, %. Source: IEEE C57.12.34 practice for padmounted units. */
const IMPEDANCE_PCT = { large: 5.75, small: 4, large_from_kva: 750 } as const

/** Impedance of a unit transformer, %. */
export function impedancePct(ratingKva: number): number {
  return ratingKva >= IMPEDANCE_PCT.large_from_kva ? IMPEDANCE_PCT.large : IMPEDANCE_PCT.small
}

/** Number and rating of the equal unit transformers that carry a demand at 80 % loading. */
export function selectTransformers(demandKva: number): {
  readonly count: number
  readonly rating_kva: number
} {
  const required = demandKva / TRANSFORMER_LOADING
  const count = Math.max(1, Math.ceil(required / LARGEST_KVA))
  return { count, rating_kva: nextRatingOrLargest(TRANSFORMER_KVA, required / count) }
}

/** Largest interrupting rating at 480 V, kA. */
export const LARGEST_INTERRUPTING_KA = Math.max(...LV_INTERRUPTING_KA)

/** Full-load current, A. */
export function fullLoadCurrent(kva: number, voltageV: number): number {
  return (kva * 1000) / (Math.sqrt(3) * voltageV)
}

/**
 * Three-phase short-circuit current at the secondary terminals, kA, behind a source of `sourceMva`; `Infinity` is the
 * infinite bus.
 */
export function transformerShortCircuitKa(kva: number, secondaryV: number, sourceMva: number): number {
  const perUnit = impedancePct(kva) / 100 + kva / 1000 / sourceMva
  return fullLoadCurrent(kva, secondaryV) / perUnit / 1000
}

/** Least impedance of a two-winding transformer over its nominal one. Source: IEEE C57.12.00, tolerance of 7.5 %. */
export const LEAST_IMPEDANCE = 0.925

/**
 * Greatest three-phase short-circuit current at the secondary terminals, kA: infinite bus, and the least impedance that the
 * tolerance allows. The utility's level is an assumption until it is confirmed, so nothing is taken off for it.
 */
export function greatestShortCircuitKa(kva: number, secondaryV: number): number {
  return transformerShortCircuitKa(kva, secondaryV, Number.POSITIVE_INFINITY) / LEAST_IMPEDANCE
}

/**
 * Interrupting rating of a low-voltage breaker, kA: the step that holds the greatest current with what motors add, times the
 * factor where the fault has more offset than the breaker's test. `undefined` when no breaker is large enough.
 */
export function interruptingKa(
  kva: number,
  secondaryV: number,
  motorKa: number,
  kind: LvBreakerKind = 'MCCB',
): number | undefined {
  const greatest = greatestShortCircuitKa(kva, secondaryV) + motorKa
  return LV_INTERRUPTING_KA.find(
    (rating) => rating >= greatest * testAsymmetry(kind, rating, transformerXOverR(kva)),
  )
}
