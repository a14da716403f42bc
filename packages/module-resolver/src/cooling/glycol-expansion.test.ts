import { expect, test } from 'vitest'

import { filledVessel, hotPressure } from './expansion-vessel.ts'
import { expansionPct } from './glycol-expansion.ts'
import { GLYCOL } from './glycol-table.ts'

test.each([
  [25, -10, 60, 3],
  [30, -10, 60, 3.4],
  [35, -10, 60, 3.7],
  [40, -10, 60, 4],
  [45, -20, 60, 4.7],
  [50, -20, 60, 5],
  [55, -20, 60, 5.2],
])('CO-EXP-02: PG%i grows from %i to %i degC by %s %%', (vol_pct, from_c, to_c, expected) => {
  expect(Math.abs(expansionPct(from_c, to_c, vol_pct) - expected)).toBeLessThan(0.1)
})

test.each(GLYCOL.map((row) => row.vol_pct))(
  'PG%i: the parabola meets the density of the table at 40 degC',
  (vol_pct) => {
    const row = GLYCOL.find((g) => g.vol_pct === vol_pct)
    const at_20 =
      { 25: 1019.9, 30: 1024.5, 35: 1028.9, 40: 1033, 45: 1036.5, 50: 1039.6, 55: 1041.8 }[vol_pct] ?? 0
    const grown = expansionPct(20, 40, vol_pct)
    expect(Math.abs(at_20 / (1 + grown / 100) - (row?.density_kg_m3 ?? 0))).toBeLessThan(0.5)
  },
)

test('a vessel that is large enough by the form is enlarged until the filled loop stays below its greatest pressure', () => {
  const input = { volume_l: 250, expansion_pct: 5.94, initial_bar: 1, final_bar: 3.5 }
  expect(hotPressure(input, 35, 1.4)).toBeGreaterThan(3.5)
  expect(filledVessel(input, 1.4).nominal_l).toBe(50)
  expect(hotPressure(input, 50, 1.4)).toBeCloseTo(2.73, 2)
  expect(() => filledVessel({ ...input, volume_l: 5000 }, 1.4)).toThrow(RangeError)
  expect(() => hotPressure({ ...input, volume_l: 1200 }, 80, 1.4)).toThrow(RangeError)
})
