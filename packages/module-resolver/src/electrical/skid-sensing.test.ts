import { expect, test } from 'vitest'

import { skidVoltageInputs } from './skid-sensing.ts'

test.each([
  [480, 576],
  [690, 828],
])('inputs on %i V measure to %i V', (rated_v, range_v) => {
  expect(skidVoltageInputs(rated_v, ['27', '59', '64', '81O/U', 'LSI'])).toEqual({
    functions: ['27', '59', '64', '81O/U'],
    rated_v,
    range_v,
  })
})
