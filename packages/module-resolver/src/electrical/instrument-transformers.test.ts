import { roundTo } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import {
  availableVoltage,
  lvMeteringCt,
  meteringCt,
  mvRelayCt,
  relayClass,
  secondaryVoltage,
} from './instrument-transformers.ts'

describe('EL-CT-01: relay cores do not saturate at the fault current of their bus', () => {
  test('600:5 at 21.4 kA: 178.3 A through 0.3 + 0.5 ohm are 142.7 V; C100 gives 130 V, C200 230 V', () => {
    expect(roundTo(secondaryVoltage(600, 21.4), 1)).toBe(142.7)
    expect([availableVoltage(600, 100), availableVoltage(600, 200)]).toEqual([130, 230])
    expect(relayClass(600, 21.4)).toBe('C200')
  })

  test.each([
    [4.2, 0.1, '50:5', 'C10'],
    [8.3, 0.2, '50:5', 'C10'],
    [35, 0.3, '75:5', 'C10'],
    [41, 0.3, '75:5', 'C10'],
    [4.2, 2.8, '150:5', 'C50'],
    [100, 19.5, '600:5', 'C100'],
    [100, 19.6, '600:5', 'C200'],
    [100, 34.5, '600:5', 'C200'],
    [100, 34.6, '800:5', 'C200'],
  ])(
    '%f A at %f kA take %s, %s: the smallest core that holds the fault current',
    (amps, ka, ratio, accuracy) => {
      expect(mvRelayCt(amps, ka)).toEqual({ ratio, accuracy })
    },
  )

  test.each([
    [4.2, '600:5'],
    [480, '600:5'],
    [481, '800:5'],
    [1000, '1500:5'],
  ])('on a strong bus no core is below 600:5: %f A take %s', (amps, ratio) => {
    expect(mvRelayCt(amps, 20).ratio).toBe(ratio)
  })

  test('a core in the neutral of 100 A needs no large class', () => {
    expect(relayClass(50, 0.1, 10)).toBe('C10')
  })
})

test('EL-CT-02: a metering core is near the load, but stands the fault current for a second', () => {
  expect(meteringCt(132, 21.4)).toEqual({ ratio: '250:5', accuracy: '0.15S B0.5' })
  expect(meteringCt(4.2, 21.4)).toEqual({ ratio: '250:5', accuracy: '0.15S B0.5 from 1 %' })
  expect(meteringCt(12.5, 21.4).accuracy).toBe('0.15S B0.5')
  expect(meteringCt(308, 21.3).ratio).toBe('400:5')
  expect(meteringCt(35.2, 0.3).ratio).toBe('50:5')
})

test.each([
  [45, { ratio: '50:5', accuracy: '0.6 B0.1' }],
  [70, { ratio: '75:5', accuracy: '0.6 B0.1' }],
  [350, { ratio: '400:5', accuracy: '0.3 B0.2' }],
  [2410, { ratio: '3000:5', accuracy: '0.3 B0.2' }],
])('EL-CT-02: the meter behind a trip of %i A has cores of its own from it on', (trip, core) => {
  expect(lvMeteringCt(trip)).toEqual(core)
})
