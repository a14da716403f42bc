import { expect, test } from 'vitest'

import { stationBattery } from './station-battery.ts'

const sized = (
  continuous_a: number,
  autonomy_h: number,
  recharge_h: number,
  together_a: number,
): number[] => {
  const battery = stationBattery({ voltage_v: 125, continuous_a, autonomy_h, recharge_h }, together_a)
  return [battery.capacity_ah, battery.charger_a, battery.isolator_a]
}

test.each([
  // 9 A x 8 h x 1.25 x 1.1 = 99 Ah; 9 + 1.1 x 100 / 12 = 18.2 A; 1.25 x 30 = 37.5 A
  [9, 8, 12, 30, [100, 20, 60]],
  // 9 + 1.1 x 100 / 8 = 22.8 A
  [9, 8, 8, 30, [100, 25, 60]],
  // 4 A x 4 h x 1.375 = 22 Ah; 4 + 1.1 x 25 / 10 = 6.8 A
  [4, 4, 10, 20, [25, 10, 30]],
])(
  'EL-DC-01: %f A for %f h, recharged in %f h',
  (continuous_a, autonomy_h, recharge_h, together_a, expected) => {
    expect(sized(continuous_a, autonomy_h, recharge_h, together_a)).toEqual(expected)
  },
)
