import fc from 'fast-check'
import { expect, test } from 'vitest'

import { decimalText } from './decimal-text.ts'

test('it is the shortest decimal of the language', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e15, max: 1e15 }), (millionths) => {
      const expected = String(millionths / 1e6)
      fc.pre(!expected.includes('e'))
      expect(decimalText(millionths)).toBe(expected)
    }),
    { numRuns: 20_000 },
  )
})

test.each([
  [0, '0'],
  [-0, '0'],
  [1, '0.000001'],
  [-1_500_000, '-1.5'],
  [1_000, '0.001'],
  [420_000_000, '420'],
  [999_999_999_999_999, '999999999.999999'],
  [1e15, '1000000000'],
])('%d millionths', (millionths, text) => {
  expect(decimalText(millionths)).toBe(text)
})
