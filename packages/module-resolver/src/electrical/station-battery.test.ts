import { expect, test } from 'vitest'

import { coilVoltage, stationBattery } from './station-battery.ts'

const sized = (
  continuous_a: number,
  autonomy_h: number,
  recharge_h: number,
  momentary_a: number,
): number[] => {
  const load = { continuous_a, momentary_a, ways: [] }
  const battery = stationBattery({ voltage_v: 125, autonomy_h, recharge_h }, load)
  return [battery.capacity_ah, battery.charger_a, battery.isolator_a]
}

test.each([
  // (2.4 A x 8 h + 0.8 x 28) x 1.25 x 1.1 = 57 Ah; 2.4 + 1.1 x 75 / 12 = 9.3 A; 1.25 x 30.4 = 38 A
  [2.4, 8, 12, 28, [75, 10, 60]],
  // 9 A x 8 h x 1.375 = 99 Ah; 9 + 1.1 x 100 / 12 = 18.2 A; 1.25 x 9 = 11.3 A
  [9, 8, 12, 0, [100, 20, 30]],
  // 9 + 1.1 x 100 / 8 = 22.8 A
  [9, 8, 8, 0, [100, 25, 30]],
  // (4 A x 4 h + 0.8 x 70) x 1.375 = 99 Ah; 4 + 1.1 x 100 / 10 = 15 A; 1.25 x 74 = 92.5 A
  [4, 4, 10, 70, [100, 15, 100]],
])(
  'EL-DC-01: %f A for %f h, recharged in %f h, then %f A',
  (continuous_a, autonomy_h, recharge_h, momentary_a, expected) => {
    expect(sized(continuous_a, autonomy_h, recharge_h, momentary_a)).toEqual(expected)
  },
)

test.each([
  // 60 cells of 1.75 V less 21 A x 0.1 ohm
  [21, 0.1, 103],
  [70, 0.1, 98],
  [0, 0.1, 105],
])('EL-DC-02: %f A over %f ohm leave %f V at the end of discharge', (momentary_a, ohm, left) => {
  expect(coilVoltage(125, momentary_a, ohm)).toBe(left)
})
