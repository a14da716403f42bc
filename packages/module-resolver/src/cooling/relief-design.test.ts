import { expect, test } from 'vitest'

import { pipeCategory, vesselCategory } from './design-codes.ts'
import { coolantOf, glycolOf } from './glycol-table.ts'
import { reliefArea, reliefDesign } from './relief-design.ts'

const PG55 = coolantOf(glycolOf(55))
const PG25 = coolantOf(glycolOf(25))

// API 520-1 by hand, Kd 0.65, 110 % of the setting less a back pressure of 10 %.
// 6.0 bar, 30 L/min, PG55: 11.78 x 30 / 0.65 x sqrt(1.0275 / 600) = 22.50 mm2; R = 34,709, Kv = 0.991; 22.70 mm2.
// 2.5 bar, 10 L/min, PG25: 11.78 x 10 / 0.65 x sqrt(1.0104 / 250) = 11.52 mm2; R = 40,553, Kv = 0.992; 11.61 mm2.
// 6.0 bar, 1 L/min, PG55: 0.750 mm2; R = 6,337, Kv = 0.970; 0.77 mm2.
test.each([
  [6, 30, PG55, 22.8],
  [2.5, 10, PG25, 11.7],
  [6, 1, PG55, 0.8],
])('%d bar, %d L/min: the area of API 520-1, rounded up', (set_bar, capacity_lpm, coolant, area_mm2) => {
  expect(reliefArea({ set_bar, capacity_lpm, coolant })).toBe(area_mm2)
})

test('four times the flow takes four times the area, four times the pressure half of it', () => {
  const coolant = { density_kg_m3: 1000, viscosity_mpas: 0.01 }
  const area = (set_bar: number, capacity_lpm: number): number =>
    reliefArea({ set_bar, capacity_lpm, coolant })
  expect(area(6, 4000) / area(6, 1000)).toBeCloseTo(4, 2)
  expect(area(24, 1000) / area(6, 1000)).toBeCloseTo(0.5, 2)
})

test('the back pressure is at most a tenth of the setting', () => {
  const design = reliefDesign({
    relieves: 'a test',
    set_bar: 2.5,
    capacity_lpm: 10,
    coolant: PG25,
    inlet_dn: 25,
    outlet_dn: 25,
    discharge: 'V-202',
  })
  expect([design.overpressure_pct, design.back_pressure_bar]).toEqual([10, 0.25])
})

test.each([
  [6, 8, 'Article 4(3)'],
  [6, 18, 'category I'],
  [10, 20, 'category I'],
  [10, 35, 'category II'],
  [10, 140, 'category III'],
  [10, 500, 'category IV'],
])('a vessel of %d bar and %d L is %s', (bar, litres, category) => {
  expect(vesselCategory(bar, litres)).toBe(category)
})

test('a coolant line is in no category up to 10 bar or DN200', () => {
  expect(pipeCategory(10, 300)).toBe('Article 4(3)')
  expect(pipeCategory(16, 200)).toBe('Article 4(3)')
  expect(pipeCategory(25, 250)).toBe('category I or above')
})
