/** Steps of a scale that people read easily. */
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000] as const

/** The smallest easy step that divides a range into at most `divisions_max` parts. */
export function easyStep(range: number, divisions_max: number): number {
  return STEPS.find((step) => range / step <= divisions_max) ?? range
}
