import { expect, test } from 'vitest'

import { sizeMvCable } from './mv-cable.ts'

const circuit = {
  voltage_v: 13_800,
  current_a: 105,
  load_a: 100,
  power_factor: 0.95,
  ground_c: 20,
  length_m: 30,
  fault_ka: 25,
}

test('EL-MVCABLE-01: 25 kA during 0.5 s needs 124 mm2, which is 250 kcmil', () => {
  const sized = sizeMvCable(circuit)
  expect(sized.fault_minimum_mm2).toBeCloseTo(123.6, 1)
  expect(sized.conductor.awg).toBe('250 kcmil')
  expect(sizeMvCable({ ...circuit, fault_ka: 16 }).conductor.awg).toBe('4/0')
})

test('EL-MVCABLE-01: warm ground takes ampacity away', () => {
  expect(sizeMvCable(circuit).temperature_factor).toBe(1)
  expect(sizeMvCable({ ...circuit, ground_c: 35 }).temperature_factor).toBeCloseTo(0.886, 3)
})

test('EL-MVCABLE-01: large currents are shared by sets', () => {
  const sized = sizeMvCable({ ...circuit, current_a: 2500, load_a: 2000 })
  expect(sized.sets).toBe(5)
  expect(sized.ampacity_derated_a).toBeGreaterThanOrEqual(2500)
})
