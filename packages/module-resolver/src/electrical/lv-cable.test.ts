import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { CONDUCTORS, conductorForMetric, conductorOf } from './conductor-table.ts'
import { groupingFactor, temperatureFactor90 } from './correction-factors.ts'
import { equipmentEarthing } from './earthing-conductors.ts'
import { deratedAmpacity, sizeLvCable, type LvCircuit } from './lv-cable.ts'
import { voltageDrop } from './voltage-drop.ts'

const circuit = (changes: Partial<LvCircuit> = {}): LvCircuit => ({
  phases: '3ph',
  voltage_v: 480,
  design_current_a: 170.5,
  required_a: 225,
  power_factor: 0.95,
  ambient_c: 40,
  loaded_conductors: 3,
  length_m: 66,
  drop_limit_pct: 3,
  ...changes,
})

describe('NEC tables', () => {
  test.each([
    ['4/0', 230, 260],
    ['250 kcmil', 255, 290],
    ['500 kcmil', 380, 430],
    ['6', 65, 75],
  ])('Table 310.16: %s carries %i A at 75 and %i A at 90 degC', (awg, amps75, amps90) => {
    expect(conductorOf(awg)).toMatchObject({ amps75, amps90 })
  })

  test('Table 310.16: ampacity rises and resistance falls with the size', () => {
    CONDUCTORS.slice(1).forEach((c, i) => {
      const smaller = CONDUCTORS[i]!
      expect(c.mm2).toBeGreaterThan(smaller.mm2)
      expect(c.amps75).toBeGreaterThan(smaller.amps75)
      expect(c.amps90).toBeGreaterThan(smaller.amps90)
      expect(c.r).toBeLessThan(smaller.r)
    })
  })

  test.each([
    [30, 1],
    [31, 0.96],
    [40, 0.91],
    [50, 0.82],
    [80, 0.41],
  ])('Table 310.15(B)(1): %i degC gives %f', (ambient, factor) => {
    expect(temperatureFactor90(ambient)).toBe(factor)
  })

  test.each([
    [3, 1],
    [4, 0.8],
    [9, 0.7],
    [20, 0.5],
    [41, 0.35],
  ])('Table 310.15(C)(1): %i conductors give %f', (conductors, factor) => {
    expect(groupingFactor(conductors)).toBe(factor)
  })

  test.each([
    [20, '12'],
    [60, '10'],
    [225, '4'],
    [400, '3'],
    [1200, '3/0'],
    [3000, '400 kcmil'],
  ])('Table 250.122: %i A needs %s AWG', (amps, awg) => {
    expect(equipmentEarthing(amps).awg).toBe(awg)
  })

  test('metric sizes take the ampacity of the copper that they have at least', () => {
    expect([95, 107.2, 120, 35, 5.26].map((mm2) => conductorForMetric(mm2).awg)).toEqual([
      '3/0',
      '4/0',
      '4/0',
      '2',
      '10',
    ])
  })
})

describe('EL-CABLE-01', () => {
  test('110.14(C): the 90 degC column is derated and capped by the 75 degC column', () => {
    const c = conductorOf('4/0')
    expect(deratedAmpacity(c, 30, 3)).toBe(230)
    expect(deratedAmpacity(c, 40, 3)).toBe(230)
    expect(deratedAmpacity(c, 50, 3)).toBeCloseTo(213.2, 6)
  })

  test('B200 feeder of 225 A: one set of 4/0 up to 40 degC, 250 kcmil at 50 degC', () => {
    expect(sizeLvCable(circuit())).toMatchObject({ sets: 1, conductor: { awg: '4/0' }, earth: { awg: '4' } })
    expect(sizeLvCable(circuit({ ambient_c: 50 })).conductor.awg).toBe('250 kcmil')
  })

  test('H100 feeder of 175 A: 3/0 at 40 degC covers 175 A with 2/0 capped', () => {
    expect(sizeLvCable(circuit({ design_current_a: 129.7, required_a: 175 })).conductor.awg).toBe('2/0')
  })

  test.each([
    [66, 0.97],
    [90, 1.32],
    [136, 1.99],
  ])('voltage drop of 170.5 A over %i m in 4/0 is %f %%', (length_m, pct) => {
    expect(sizeLvCable(circuit({ length_m })).drop_pct).toBeCloseTo(pct, 2)
  })

  test('170.5 A over 60 m in 4/0 drops 0.88 %', () => {
    const { r, x } = conductorOf('4/0')
    const drop = voltageDrop({
      phases: '3ph',
      voltage_v: 480,
      current_a: 170.5,
      length_m: 60,
      power_factor: 0.95,
      resistance_ohm_per_km: r,
      reactance_ohm_per_km: x,
    })
    expect(drop.pct).toBeCloseTo(0.88, 2)
  })

  test('the drop limit makes the cable larger, and says so', () => {
    const long = sizeLvCable(circuit({ length_m: 250 }))
    expect(long).toMatchObject({ governed_by: 'voltage drop' })
    expect(long.conductor.mm2 * long.sets).toBeGreaterThan(107.2)
    expect(long.drop_pct).toBeLessThanOrEqual(3)
  })

  test('250.122(B): the earthing conductor grows with conductors that the drop made larger', () => {
    const auxiliary = circuit({ design_current_a: 25.3, required_a: 35 })
    expect(sizeLvCable(auxiliary)).toMatchObject({ conductor: { awg: '8' }, earth: { awg: '10' } })
    expect(sizeLvCable({ ...auxiliary, length_m: 150 })).toMatchObject({
      governed_by: 'voltage drop',
      conductor: { awg: '6' },
      earth: { awg: '8' },
    })
  })

  test('a drop that no size holds is left for the finding', () => {
    expect(sizeLvCable(circuit({ length_m: 10_000 })).drop_pct).toBeGreaterThan(3)
  })

  test('310.10(G): parallel sets are 1/0 AWG or larger', () => {
    const sized = sizeLvCable(circuit({ design_current_a: 400, required_a: 400 }))
    expect(sized.sets).toBe(2)
    expect(sized.conductor.mm2).toBeGreaterThanOrEqual(53.5)
  })

  test('240.4(D): a 15 A circuit takes 10 AWG, 35 A does not', () => {
    expect(sizeLvCable(circuit({ design_current_a: 5, required_a: 15 })).conductor.awg).toBe('10')
    expect(sizeLvCable(circuit({ design_current_a: 28, required_a: 35 })).conductor.awg).toBe('8')
  })

  test('250.122(A): the earthing conductor is not larger than the circuit conductors', () => {
    const dc = sizeLvCable(
      circuit({ phases: 'dc', design_current_a: 1881, required_a: 2500, sets_multiple: 5, length_m: 10 }),
    )
    expect(dc.sets % 5).toBe(0)
    expect(dc.earth.mm2).toBeLessThanOrEqual(dc.conductor.mm2)
  })

  test('ampacity always covers the breaker, and more current never needs less copper', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 15, max: 4000 }),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 1, max: 150 }),
        fc.constantFrom(30, 40, 50),
        (required_a, more, length_m, ambient_c) => {
          const of = (amps: number) =>
            sizeLvCable(circuit({ required_a: amps, design_current_a: amps / 1.25, length_m, ambient_c }))
          const small = of(required_a)
          const large = of(required_a + more)
          expect(small.ampacity_derated_a).toBeGreaterThanOrEqual(required_a)
          expect(large.ampacity_derated_a).toBeGreaterThanOrEqual(required_a + more)
          if (small.sets > 1) expect(small.conductor.mm2).toBeGreaterThanOrEqual(53.5)
          expect(large.sets).toBeGreaterThanOrEqual(small.sets)
        },
      ),
      { seed: 20_260_403, numRuns: 200 },
    )
  })
})
