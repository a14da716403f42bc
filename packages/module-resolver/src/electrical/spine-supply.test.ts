import { expect, test } from 'vitest'

import { pduKva, spineSupply } from './spine-supply.ts'

test('a rack PDU may carry 80 % of its way', () => {
  // 1.732 x 415 V x 0.8
  expect([20, 25, 30, 60].map(pduKva)).toEqual([11.5, 14.4, 17.3, 34.5])
})

test.each([
  // spines, main A, way A, inlet A: the way is the inlet, or below it where the main of the board is.
  [5, 25, 20, 20],
  [7, 25, 25, 30],
  [14, 50, 45, 60],
])('%i spines behind a main of %i A have ways of %i A and inlets of %i A', (spines, main, way, inlet) => {
  expect(spineSupply(spines)).toMatchObject({ secondary_a: main, way_a: way, pdu_inlet_a: inlet })
})

test('every way carries its load, is within its inlet and not above the main', () => {
  for (let spines = 1; spines <= 64; spines += 1) {
    const supply = spineSupply(spines)
    if (supply === null) throw new RangeError('no supply')
    expect([spines, pduKva(supply.way_a) >= supply.load_kw / 0.95 / supply.pdu_pairs - 0.05]).toEqual([
      spines,
      true,
    ])
    expect(supply.way_a).toBeLessThanOrEqual(supply.pdu_inlet_a)
    expect(supply.way_a).toBeLessThanOrEqual(supply.secondary_a)
  }
})
