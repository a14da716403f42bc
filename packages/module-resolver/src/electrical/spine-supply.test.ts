import { expect, test } from 'vitest'

import { pduKva, spineSupply } from './spine-supply.ts'

test('a rack PDU may carry 80 % of its way', () => {
  // 1.732 x 415 V x 0.8
  expect([20, 25, 30, 60].map(pduKva)).toEqual([11.5, 14.4, 17.3, 34.5])
})

test.each([
  // spines, kVA, primary A, main A, way A, inlet A: the way is the inlet, or below it where the main is not selective with that.
  // 7: 26.1 A of 15 kVA give 25 or 30 A, below 1.6 x 25 A; 30 kVA: 41.7 x 1.25 = 52.2 A, 50 / 30 = 1.67
  [7, 30, 50, 50, 30, 30],
  // 14: 45 kVA, 62.6 x 1.25 = 78.3 A: 70 / 45 = 1.56 is too little, the next rating 80 / 45 = 1.78 is enough, 80 / 60 is not
  [14, 45, 70, 80, 45, 60],
  [28, 75, 125, 125, 60, 60],
] as const)('%i spines: %f kVA, %i A before it, a main of %i A, ways of %i A', (...row) => {
  const [spines, kva, primary_a, secondary_a, way_a, pdu_inlet_a] = row
  expect(spineSupply(spines)).toMatchObject({ kva, primary_a, secondary_a, way_a, pdu_inlet_a })
})

test('a fault behind one PDU opens neither the main of the board nor the breaker of the transformer', () => {
  for (let spines = 1; spines <= 128; spines += 1) {
    const supply = spineSupply(spines)
    if (supply === null) throw new RangeError('no supply')
    expect([spines, supply.secondary_a / supply.way_a >= 1.6]).toEqual([spines, true])
    // The current of the way on the other side of the transformer.
    expect([spines, supply.primary_a / ((supply.way_a * 415) / 480) >= 1.6]).toEqual([spines, true])
    expect([spines, supply.kva >= supply.load_kw / 0.95]).toEqual([spines, true])
    // Table 450.3(B): up to the next rating above 125 % of the current; 240.21(C) is up to the cable.
    expect(supply.secondary_a).toBeLessThanOrEqual(1.25 * 1.25 * ((supply.kva * 1000) / 415 / Math.sqrt(3)))
    expect(supply.primary_a).toBeLessThanOrEqual(2.5 * ((supply.kva * 1000) / 480 / Math.sqrt(3)))
  }
})

test('every way carries its load, is within its inlet and not above the main', () => {
  for (let spines = 1; spines <= 128; spines += 1) {
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
