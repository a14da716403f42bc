import type { AssemblySpec, SiteModel } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { gridSpec } from '../../test/grid-fixture.ts'
import { exampleSite, withBattery } from '../../test/site-fixture.ts'

/** Feeders of both systems by frames for so many cables. */
const withFrames = (cables_count: number): AssemblySpec =>
  gridSpec({
    ports: gridSpec().ports.map((p) =>
      /^CG.*\.P[AB]$/.test(p.id)
        ? { ...p, entry: { plate_id: 'F', slot: p.id.slice(-2), slots_count: 9, cables_count } }
        : p,
    ),
  })

const site = (cables_count: number): SiteModel =>
  exampleSite(
    { target_gpu_count: 56 * 8, source_capacity_mw: 8, ...withBattery(8) },
    { grid: withFrames(cables_count) },
  )

const slotsOf = ({ connections }: SiteModel, slot: 'PA' | 'PB'): string[] =>
  connections
    .filter(({ to }) => to.plate_id === 'CG' && to.slot === slot)
    .map(({ from }) => `${from.plate_id ?? ''} ${from.slot ?? ''}`)

describe('entries of a grid container', () => {
  test('circuits fill one frame after the other, each in one of them: four singles and an earth, three to 17', () => {
    expect(slotsOf(site(17), 'PA')).toEqual([
      ...['F PA1', 'F PA1', 'F PA1'],
      ...['F PA2', 'F PA2', 'F PA2'],
      ...['F PA3', 'F PA3'],
    ])
  })

  test('each system has frames of its own', () => {
    expect(slotsOf(site(20), 'PB')).toEqual(
      Array<string[]>(4)
        .fill(['F PB1'])
        .concat(Array(4).fill(['F PB2']))
        .flat(),
    )
  })

  test('what a frame cannot take goes on in the next ones', () => {
    expect(slotsOf(site(4), 'PA').slice(0, 2)).toEqual(['F PA1 to PA2', 'F PA3 to PA4'])
  })

  test('the far end keeps the plate of the container', () => {
    const ends = site(48).connections.filter(({ from }) => from.plate_id === 'F')
    expect(ends).toHaveLength(16)
    expect(new Set(ends.map(({ to }) => `${to.plate_id ?? ''} ${to.slot ?? ''}`))).toEqual(
      new Set(['CG PA', 'CG PB']),
    )
  })

  test('a catalogue without entries shows the plate of the container at both ends', () => {
    const { connections } = exampleSite({ target_gpu_count: 56, ...withBattery(8) })
    const feeder = connections.find(({ to }) => to.plate_id === 'CG' && to.slot === 'PA')
    expect(feeder?.from).toMatchObject({ plate_id: 'CG', slot: 'PA' })
  })
})
