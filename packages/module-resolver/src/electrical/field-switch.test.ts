import { expect, test } from 'vitest'

import { computeSpec } from '../../test/assembly-fixtures.ts'
import { exampleSite } from '../../test/site-fixture.ts'
import { fieldSwitch, fieldSwitchText } from './field-switch.ts'

test.each([
  [20, 'lockable switch 89-D01, 30 A 3P'],
  [35, 'lockable switch 89-D01, 60 A 3P'],
  [70, 'lockable switch 89-D01, 100 A 3P'],
])('EL-FEEDER-01: behind a breaker of %i A stands a %s', (trip_a, text) => {
  expect(fieldSwitchText(fieldSwitch('D01', { trip_a, poles: 3 }))).toBe(text)
})

test.each([
  [undefined, ['89-D01'], 'lockable switch 89-D01, 30 A 3P', 1],
  [true, ['89-D01'], 'lockable switch 89-D01, 30 A 3P', 1],
  [false, [], 'lug', 0],
])(
  'where the catalogue says field_switch: %s of the unit, its supply has %j',
  (field_switch, tags, end, ordered) => {
    const spec = computeSpec()
    const yard = spec.yard.map((unit) => ({
      ...unit,
      ports: unit.ports.map((port) =>
        port.id === 'CD.P1' && field_switch !== undefined ? { ...port, field_switch } : port,
      ),
    }))
    const { connections, items } = exampleSite({}, { compute: { ...spec, yard } })
    expect(connections.flatMap(({ power }) => power?.field_switch?.tag ?? [])).toEqual(tags)
    expect(connections.find((c) => c.connection_id === 'PL-C01-D01-01')?.to.termination).toBe(end)
    const bought = items.filter((item) => item.item_id.startsWith('heat_rejection_unit/switch-'))
    expect(bought.map((item) => item.component_tags)).toEqual(ordered === 0 ? [] : ['89-D01'])
  },
)
