import type { AssemblySpec, ClimateZone, Instrument, ModuleResolution } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { COOLING_LIMITS } from '../../test/cooling-fixture.ts'
import { alarm, alarmText } from './alarm-limits.ts'
import { sizeCooling } from './size-cooling.ts'

const ZONES: ClimateZone[] = ['subarctic', 'temperate', 'arid_hot', 'tropical']
/** From the lowest to the highest. */
const ORDER = ['LL', 'L', 'H', 'HH'] as const

function instrumentsOf(zone: ClimateZone): readonly Instrument[] {
  const spec = { cooling: COOLING_LIMITS, openings: [], components: [], ports: [], connections: [] }
  return sizeCooling({
    cables: [],
    hosted: { spines: [], grid: null },
    resolution: { climate_zone: zone, compute_container_count: 1 } as ModuleResolution,
    spec: spec as unknown as AssemblySpec,
    node_kw: 100.1,
    network_kw: 10.1,
  }).cooling.instruments
}

/** Values of an instrument from its lowest limit to its highest, those that are told in the same state. */
function ladders({ limits }: Instrument): number[][] {
  return [...new Set(limits.map(({ when }) => when))].map((state) =>
    ORDER.flatMap(
      (letter) => limits.find(({ limit, when }) => limit === letter && when === state)?.value ?? [],
    ),
  )
}

describe.each(ZONES)('%s', (zone) => {
  const instruments = instrumentsOf(zone)

  test('limits rise from LL over L and H to HH, each of another value', () => {
    expect(instruments.flatMap(ladders).filter((values) => values.length > 1).length).toBeGreaterThan(6)
    for (const instrument of instruments)
      for (const values of ladders(instrument))
        expect(values, instrument.tag).toEqual([...new Set(values)].sort((a, b) => a - b))
  })

  test('a setpoint stands between the alarms around it', () => {
    for (const { tag, setpoint, limits } of instruments) {
      if (!/^[\d.]+ (degC|bar|L\/min)$/.test(setpoint)) continue
      const set = Number.parseFloat(setpoint)
      for (const { limit, value, when } of limits)
        if (value !== null && when === '')
          expect(limit.startsWith('L') ? value < set : value > set, `${tag} ${limit}`).toBe(true)
    }
  })

  test('what trips at a limit has it among its alarms, and the words say the same figures', () => {
    for (const { tag, alarms, limits, trips, signal } of instruments) {
      const told = limits.map(({ limit }) => limit)
      if (signal === '4-20 mA')
        for (const { limit } of trips) expect(told, `${tag} ${limit}`).toContain(limit)
      for (const { limit, value } of limits) {
        expect(alarms.split(/[ ,]+/), tag).toContain(limit)
        if (value !== null) expect(alarms, tag).toMatch(new RegExp(`\\b${value}(\\.0)?\\b`))
      }
    }
  })
})

test('where it may freeze, the supply is told 3 K before the trip on the driest day', () => {
  const supply = (zone: ClimateZone): string =>
    instrumentsOf(zone).find(({ tag }) => tag === 'TT-201')?.alarms ?? ''
  expect(supply('temperate')).toContain('L the higher of dew point + 2 K and 8 degC, LL 5 degC')
  expect(supply('tropical')).toContain('L dew point + 2 K')
})

test('a unit stands behind the last of the limits that have it', () => {
  expect(alarmText([alarm('H', 39, 'degC'), alarm('HH', 45, 'degC')])).toBe('H 39, HH 45 degC')
  expect(alarmText([alarm('L', 1.25, 'bar', { when: 'at full speed' })])).toBe('L 1.3 bar at full speed')
  expect(alarmText([alarm('L', 7, ''), alarm('H', 10.5, '')])).toBe('L 7.0, H 10.5')
})
