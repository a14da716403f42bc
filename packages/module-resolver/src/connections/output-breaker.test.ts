import { expect, test } from 'vitest'

import { outputBreakerA } from './output-breaker.ts'

test.each([
  [15_000 / (415 * Math.sqrt(3)), 25],
  [20_000 / (415 * Math.sqrt(3)), 30],
  [5_000 / 240, 25],
  // Exactly 125 % of the current is within it.
  [16, 20],
  [15.9, 15],
])('EL-UPS-01: %f A have an output breaker of %i A', (current, rated) => {
  expect(outputBreakerA(current)).toBe(rated)
})
