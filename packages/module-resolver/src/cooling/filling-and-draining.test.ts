import type { AssemblySpec, ClimateZone, ModuleResolution } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { COOLING_LIMITS } from '../../test/cooling-fixture.ts'
import { lineOf } from './cooling-lines.ts'
import { sizeCooling } from './size-cooling.ts'

const ZONES: ClimateZone[] = ['subarctic', 'temperate', 'arid_hot', 'tropical']

describe.each(ZONES)('%s', (zone) => {
  const { cooling } = sizeCooling({
    cables: [],
    hosted: { spines: [], grid: null },
    resolution: { climate_zone: zone, compute_container_count: 1 } as ModuleResolution,
    spec: {
      cooling: COOLING_LIMITS,
      openings: [],
      components: [],
      ports: [],
      connections: [],
    } as unknown as AssemblySpec,
    node_kw: 71.4,
    network_kw: 10.1,
  })
  const { lines, valves, instruments, equipment } = cooling
  const flowOf = (sequence: string): number => lineOf(lines, sequence).flow_lpm
  const on = (sequence: string, kind: string): string[] =>
    valves.filter((v) => v.kind === kind && v.line_no === lineOf(lines, sequence).line_no).map((v) => v.tag)

  test('the technology pumps pass the side stream besides the nodes, what is before and behind its tees does not', () => {
    const pumped = flowOf('201') + flowOf('207')
    expect([flowOf('203'), flowOf('204')]).toEqual([pumped, pumped])
    expect([flowOf('202'), flowOf('215')]).toEqual([flowOf('201'), flowOf('201')])
    for (const tag of ['P-201A', 'P-201B'])
      expect(equipment.find((e) => e.tag === tag)?.rating).toContain(`${pumped} L/min`)
  })

  test('the side stream is set by a valve that regulates, at an indicator beside it', () => {
    expect(valves.find((v) => v.tag === 'HV-208')).toMatchObject({
      kind: 'regulating',
      setting: 'set to 5 L/min',
    })
    const { line_no, setpoint } = instruments.find((i) => i.tag === 'FI-202') ?? {}
    expect([line_no, setpoint]).toEqual([lineOf(lines, '207').line_no, '5 L/min'])
  })

  test('each loop is filled from a cart over a capped valve and a check valve, and relieved of all that the cart delivers', () => {
    const filled = lines.filter((line) => line.from === 'fill cart')
    expect(filled.map((line) => line.to)).toEqual(['line 105', 'line 206'])
    for (const sequence of ['110', '216'])
      expect([on(sequence, 'ball').length, on(sequence, 'check').length], sequence).toEqual([1, 1])
    for (const tag of ['PSV-101', 'PSV-201'])
      expect(valves.find((v) => v.tag === tag)?.relief).toMatchObject({
        relieves: 'delivery of the fill cart',
        capacity_lpm: 30,
      })
  })

  test('the facility loop is filled on a mild day to what leaves 1.4 bar when it is coldest', () => {
    const filled = { subarctic: 1.9, temperate: 1.8, arid_hot: 1.6, tropical: 1.5 }[zone]
    expect(equipment.find((e) => e.tag === 'T-101')?.rating).toContain(
      `filled to ${filled.toFixed(1)} bar at 20 degC, 1.4 bar at ${cooling.design_low_c} degC`,
    )
  })

  test('every tank that relief valves discharge into tells that it is full and can be emptied', () => {
    const tanks = new Set(valves.flatMap((v) => (v.relief === null ? [] : [v.relief.discharge])))
    expect([...tanks]).toEqual(['V-102', 'V-202'])
    for (const tank of tanks) {
      expect(instruments.filter((i) => i.location === tank && i.alarms === 'H')).toHaveLength(1)
      expect(valves.some((v) => v.kind === 'drain' && v.description === `Emptying of ${tank}`)).toBe(true)
    }
    expect(instruments.find((i) => i.tag === 'LSH-102')?.controller).toBe('hru-01')
    expect(instruments.find((i) => i.tag === 'LSH-202')?.action).toBe('H: I10')
  })

  test('what stands below the tanks does not drain into them, and the drain-back takes the whole loop', () => {
    const tanks = new Set(equipment.filter((e) => e.kind === 'tank').map((e) => e.tag))
    expect(lines.filter((l) => l.from === 'DT-201' && tanks.has(l.to))).toEqual([])
    expect(equipment.find((e) => e.tag === 'V-101')?.rating).toBe(zone === 'subarctic' ? '250 L' : undefined)
  })

  test('a small leak fills the drip tray up to its switch, because its drain is closed', () => {
    const [drain] = valves.filter((v) => v.line_no === lineOf(lines, '209').line_no)
    expect(drain?.setting).toBe('normally closed, capped')
  })
})
