import { roundTo } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { mainTrip, continuousTrip, lvBreaker, mvBreaker, mvShortCircuitRating, pickUp } from './breakers.ts'
import { LV_V, POWER_FACTOR } from './system-voltages.ts'
import { fullLoadCurrent } from './transformers.ts'

test('the frame of a medium-voltage breaker carries what its relay does not pick up', () => {
  expect(mvBreaker('52-U1', 'utility', 551, 20)).toMatchObject({ trip_a: 690, frame_a: 1200 })
  expect(mvBreaker('52-U1', 'utility', 480, 20)).toMatchObject({ trip_a: 600, frame_a: 600 })
})

describe('EL-FEEDER-01: feeder of a compute container', () => {
  test.each([
    [102.4, 129.7, 175],
    [134.7, 170.5, 225],
  ])('%f kW: %f A, breaker %i A', (kw, amps, trip) => {
    const current = fullLoadCurrent(kw / POWER_FACTOR, LV_V)
    expect(roundTo(current, 1)).toBe(amps)
    expect(continuousTrip(current)).toBe(trip)
    expect(lvBreaker('52-C01A', 'feeder', trip, 65)).toMatchObject({
      kind: 'MCCB',
      frame_a: 250,
      trip_a: trip,
      interrupting_ka: 65,
    })
  })

  // The LV bus is 480Y/277 V; the other voltages of the worked example check the formula.
  test.each([
    [415, 102.4, 150, 200],
    [415, 134.7, 197.3, 250],
    [400, 102.4, 155.6, 200],
    [400, 134.7, 204.7, 300],
  ])('%i V, %f kW: %f A, breaker %i A', (volts, kw, amps, trip) => {
    const current = fullLoadCurrent(kw / POWER_FACTOR, volts)
    expect(roundTo(current, 1)).toBe(amps)
    // IEC allows 250 A at 204.7 A, where it asks for no 125 %; the design follows the NEC.
    expect(continuousTrip(current)).toBe(trip)
  })

  test('240.6(A): exactly 125 % of a standard rating is not pushed to the next', () => {
    expect(continuousTrip(180)).toBe(225)
    expect(continuousTrip(180.1)).toBe(250)
  })
})

describe('EL-MAIN-01: main breaker of a transformer', () => {
  test.each([225, 300, 500, 750, 1000, 1500, 2000, 2500])(
    '%i kVA: set at most 125 %% of full load',
    (kva) => {
      const fla = fullLoadCurrent(kva, LV_V)
      const trip = mainTrip(fla, 200)
      expect(trip).toBeGreaterThanOrEqual(fla)
      expect(trip).toBeLessThanOrEqual(1.25 * fla)
    },
  )
})

test('EL-MAIN-01: the main stands above the largest feeder behind it, as far as its transformer stands that', () => {
  expect(mainTrip(180.4, 200)).toBe(220)
  expect(mainTrip(180.4, 225)).toBe(220) // 125 % of the transformer: 225 A
  expect(mainTrip(270.6, 200)).toBe(280)
})

test.each([
  // 125 % of the load, in steps of 5 A; 0.25 A of the relay are 5 % of 600 A.
  [4.2, 30],
  [23.9, 30],
  [24.1, 35],
  [104.6, 135],
])('a relay at %f A picks up at %i A, inside its range', (amps, trip_a) => {
  expect(mvBreaker('52-T1', 'transformer', amps, 21).trip_a).toBe(trip_a)
})

test('a medium-voltage breaker is never below 25 kA, and a transformer has no voltage transformer', () => {
  expect(mvBreaker('52-T1', 'transformer', 62.8, 12)).toMatchObject({
    frame_a: 600,
    trip_a: 80,
    interrupting_ka: 25,
    vt_ratio: null,
  })
  expect(mvBreaker('52-U1', 'utility', 1300, 25)).toMatchObject({
    frame_a: 2000,
    interrupting_ka: 31.5,
    vt_ratio: '14400:120',
  })
})

test.each([
  [0.1, 25],
  [20, 25],
  [20.1, 31.5],
  [25.2, 31.5],
  [25.3, 40],
  [39, 40],
])(
  'EL-BUS-01: a bus of %f kA takes equipment of %f kA, at most 80 %% of it where there is such a rating',
  (bus, rating) => {
    expect(mvShortCircuitRating(bus)).toBe(rating)
  },
)

test.each([
  [4.2, 6],
  [8.3, 11],
  [16, 20],
  [44.1, 60],
])('51 of a load of %f A picks up at %i A', (load, amps) => {
  expect(pickUp(load)).toBe(amps)
})
