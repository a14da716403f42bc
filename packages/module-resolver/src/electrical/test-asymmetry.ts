import type { Breaker } from '@edp/schemas'

/** Reactance over resistance up to a rating, of transformer and source together. */
interface RatioRow {
  readonly up_to_kva: number
  readonly x_over_r: number
}

/** X/R by rating. Source: `assumption`, typical of liquid-filled units; the maker's test report replaces it. */
const TRANSFORMER_X_OVER_R: readonly RatioRow[] = [
  { up_to_kva: 150, x_over_r: 2 },
  { up_to_kva: 300, x_over_r: 3 },
  { up_to_kva: 500, x_over_r: 3.5 },
  { up_to_kva: 750, x_over_r: 5 },
  { up_to_kva: 1000, x_over_r: 5.8 },
  { up_to_kva: 1500, x_over_r: 7 },
  { up_to_kva: 2000, x_over_r: 7.5 },
  { up_to_kva: 2500, x_over_r: 8 },
  { up_to_kva: 3750, x_over_r: 9 },
]
/** Above the table. Source: `assumption`. */
const LARGEST_X_OVER_R = 10

/** Power factor of the interrupting test up to a rating. */
interface TestRow {
  readonly up_to_ka: number
  readonly power_factor: number
}

/** Interrupting tests. Source: UL 489 (moulded case: 0.5 up to 10 kA, 0.3 up to 20 kA, 0.2 above), UL 1066 (power breakers: 0.15). */
const TESTS = {
  MCCB: [
    { up_to_ka: 10, power_factor: 0.5 },
    { up_to_ka: 20, power_factor: 0.3 },
    { up_to_ka: Infinity, power_factor: 0.2 },
  ],
  ACB: [{ up_to_ka: Infinity, power_factor: 0.15 }],
} as const satisfies Partial<Record<Breaker['kind'], readonly TestRow[]>>

/** Low-voltage breakers whose interrupting test is known. */
export type LvBreakerKind = keyof typeof TESTS

/** X/R behind a transformer of a rating, kVA. */
export function transformerXOverR(ratingKva: number): number {
  return TRANSFORMER_X_OVER_R.find((row) => ratingKva <= row.up_to_kva)?.x_over_r ?? LARGEST_X_OVER_R
}

/**
 * What a prospective current is multiplied with before it is compared to the rating of a breaker, because the fault has
 * more offset than the test: the first half cycles' peaks compared, at least 1. Source: IEEE C37.13 and IEEE 551,
 * (1 + exp(-pi / X/R)) over the same with the X/R of the test.
 */
export function testAsymmetry(kind: LvBreakerKind, ratingKa: number, xOverR: number): number {
  const test = TESTS[kind].find((row) => ratingKa <= row.up_to_ka)?.power_factor ?? 1
  return Math.max(1, peak(xOverR) / peak(Math.tan(Math.acos(test))))
}

const peak = (xOverR: number): number => 1 + Math.exp(-Math.PI / xOverR)
