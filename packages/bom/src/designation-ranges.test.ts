import { expect, test } from 'vitest'

import { designationRanges } from './designation-ranges.ts'

test.each([
  [[], ''],
  [['G01'], 'G01'],
  [['C01', 'C02'], 'C01, C02'],
  [['C01', 'C02', 'C03', 'C04'], 'C01..C04'],
  [['C01', 'C02', 'C03', 'C05', 'C07', 'C08', 'C09'], 'C01..C03, C05, C07..C09'],
  [['52-C01A', '52-C01B', '52-C02A', '52-C02B', '52-C03A', '52-C03B'], '52-C01A..52-C03A, 52-C01B..52-C03B'],
  [['C099', 'C100', 'C101'], 'C099..C101'],
  [['C99', 'C100', 'C101'], 'C99, C100, C101'],
  [['52-MV', 'E01'], '52-MV, E01'],
])('%j reads %s: only numbers without a gap make a range', (names, text) => {
  expect(designationRanges(names)).toBe(text)
})
