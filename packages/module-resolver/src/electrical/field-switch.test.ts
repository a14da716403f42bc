import { expect, test } from 'vitest'

import { computeSpec } from '../../test/compute-fixture.ts'
import { exampleSite } from '../../test/site-fixture.ts'
import { fieldSwitch, fieldSwitchText, withFaultRating } from './field-switch.ts'

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

test.each([
  // 12.3 kA before 8 m of 10 AWG: 277 V / |8 m x 3.24 ohm/km + j 277 V / 12.3 kA| = 8.1 kA
  [8.1, 10, 'lockable switch 89-D01, 30 A 3P, 10 kA'],
  [10.2, 14, 'lockable switch 89-D01, 30 A 3P, fuses 20 A class J, 14 kA'],
])('EL-SHORT-05: %f kA at the switch: %f kA, %s', (short_circuit_ka, rated_ka, text) => {
  const rated = withFaultRating(
    fieldSwitch('D01', { trip_a: 20, poles: 3 }),
    { short_circuit_ka, rated_ka },
    20,
  )
  expect(fieldSwitchText(rated)).toBe(text)
})

// An assembly without a cable inside to it leaves the current unknown, and the switch unrated, as above.
test('EL-SHORT-05: the current at D01 is that at the plate behind its cable', () => {
  const { connections } = exampleSite({})
  const supply = connections.find((c) => c.connection_id === 'PL-C01-D01-01')
  const { power, length } = supply ?? {}
  const source_ohm = 480 / Math.sqrt(3) / 1000 / (power?.short_circuit_ka ?? 0)
  const cold_ohm = ((power?.resistance_ohm_per_km ?? 0) * (length?.cut_m ?? 0)) / 1000 / 1.21615
  const x_ohm = ((power?.reactance_ohm_per_km ?? 0) * (length?.cut_m ?? 0)) / 1000
  const ka = 480 / Math.sqrt(3) / 1000 / Math.hypot(cold_ohm, source_ohm + x_ohm)
  expect(power?.field_switch?.short_circuit_ka).toBeCloseTo(ka, 1)
})
