import { expect, test } from 'vitest'

import { voltageDrop } from './voltage-drop.ts'

/** IEC cables of the worked examples: R20 x 1.275 at 90 degC, reactance of a multicore. */
const IEC = { r95: 0.193 * 1.275, r150: 0.124 * 1.275, x95: 0.073, x150: 0.072 }
const three = { phases: '3ph', power_factor: 0.95 } as const

test('EL-CABLE-01: 170.5 A over 60 m in 4 x 95 mm2 at 480 V drop 0.95 %', () => {
  const drop = voltageDrop({
    ...three,
    voltage_v: 480,
    current_a: 170.5,
    length_m: 60,
    resistance_ohm_per_km: IEC.r95,
    reactance_ohm_per_km: IEC.x95,
  })
  expect(drop.pct).toBeCloseTo(0.95, 2)
})

test('EL-CABLE-01: 204.7 A over 80 m in 150 mm2 at 400 V drop 1.23 %', () => {
  const drop = voltageDrop({
    ...three,
    voltage_v: 400,
    current_a: 204.7,
    length_m: 80,
    resistance_ohm_per_km: IEC.r150,
    reactance_ohm_per_km: IEC.x150,
  })
  // 1.224 %: the worked example rounds its resistance up.
  expect(Math.abs(drop.pct - 1.23)).toBeLessThan(0.007)
})

test('EL-CABLE-01: two conductors carry a DC or single-phase current there and back', () => {
  const drop = (phases: '1ph' | 'dc'): number =>
    voltageDrop({
      phases,
      voltage_v: 1000,
      current_a: 100,
      length_m: 100,
      power_factor: 1,
      resistance_ohm_per_km: 0.5,
      reactance_ohm_per_km: 0,
    }).volt
  expect([drop('1ph'), drop('dc')]).toEqual([10, 10])
})
