import { expect, test } from 'vitest'

import { fieldSwitchText } from './field-switch.ts'

test.each([
  [20, 'lockable switch 30 A 3P'],
  [35, 'lockable switch 60 A 3P'],
  [70, 'lockable switch 100 A 3P'],
])('EL-FEEDER-01: behind a breaker of %i A stands a %s', (trip, text) => {
  expect(fieldSwitchText(trip, 3)).toBe(text)
})
