import { expect, test } from 'vitest'

import { mapText, typeText } from './device-words.ts'

test.each([
  ['gpu_node', 'GPU node'],
  ['air_unit', 'Air unit'],
  ['control_ups', 'Control UPS'],
  ['pcs', 'PCS'],
  ['mgmt_switch', 'Management switch'],
])('%s is spelled %s', (device_type, text) => {
  expect(typeText({ device_type })).toBe(text)
})

test('a map that is assumed in part says so', () => {
  expect(mapText({ map_status: 'sim_only' })).toBe('assumed')
  expect(mapText({})).toBe('')
})
