import { expect, test } from 'vitest'

import { growthExponent, median, percentile } from './statistics.ts'

test('a median is a measured value whatever the order', () => {
  expect(median([5, 1, 9])).toBe(5)
  expect(median([4, 1, 2, 3])).toBe(2)
  expect(median([7])).toBe(7)
})

test('p99 of a hundred is the second largest, of few the largest', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect(percentile(hundred, 99)).toBe(99)
  expect(percentile(hundred, 50)).toBe(50)
  expect(percentile([3, 1], 99)).toBe(3)
  expect(() => percentile([], 50)).toThrow(RangeError)
})

test('linear cost has exponent 1, quadratic 2, constant 0', () => {
  const at = (size: number, cost: number): { size: number; cost: number } => ({ size, cost })
  expect(growthExponent(at(32, 64), at(2000, 4000))).toBeCloseTo(1)
  expect(growthExponent(at(32, 32 ** 2), at(2000, 2000 ** 2))).toBeCloseTo(2)
  expect(growthExponent(at(32, 5), at(2000, 5))).toBe(0)
})
