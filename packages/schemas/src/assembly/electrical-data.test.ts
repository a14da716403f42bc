import { expect, test } from 'vitest'

import { ElectricalData } from './electrical-data.ts'

const BATTERY = { voltage_v: 125, autonomy_h: 8, recharge_h: 12 }

test('a charger has a station battery', () => {
  const charger = { kind: 'charger', voltage: '480 V 1ph - 125 V DC', station_battery: BATTERY }
  expect(ElectricalData.parse(charger)).toEqual(charger)
})

test.each([
  ['a charger without one', { kind: 'charger', voltage: '480 V 1ph - 125 V DC' }],
  ['a UPS with one', { kind: 'ups', voltage: '480 V - 240 V', station_battery: BATTERY }],
])('%s is an error of the catalogue', (_name, data) => {
  const { error } = ElectricalData.safeParse(data)
  expect(error?.issues).toMatchObject([
    { path: ['station_battery'], message: 'expected of a charger, and of nothing else' },
  ])
})
