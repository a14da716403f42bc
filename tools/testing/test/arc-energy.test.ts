import type { Breaker } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample } from '../src/index.ts'

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(name)
  const breakers = site.electrical.blocks.flatMap((block): Breaker[] => [
    ...block.transformers.map((transformer) => transformer.secondary_breaker),
    ...block.bus_ties,
    ...block.feeders.map((feeder) => feeder.breaker),
    ...block.bess_branches.flatMap(({ units }) => units.map((unit) => unit.ac_breaker)),
  ])

  test('breakers of 1200 A and more have a maintenance switch, smaller ones none', () => {
    // NEC 2023, 240.87
    expect(breakers.length).toBeGreaterThan(2)
    for (const { tag, frame_a, functions } of breakers)
      expect([tag, functions.includes('ARM')]).toEqual([tag, frame_a >= 1200])
  })

  test('it is ordered with each of them', () => {
    const large = new Set(breakers.filter((b) => b.frame_a >= 1200).map((b) => b.tag))
    const ordered = site.items.filter((item) => large.has(item.tag ?? '') || item.item_id === 'skid-breaker')
    expect(ordered.every((item) => item.rating.includes('ARM'))).toBe(true)
    if (name === 'commercial_ac') expect(ordered.map((item) => item.item_id)).toContain('52-M1')
  })

  test('the control power of a skid is said on the diagram and ordered', () => {
    const skid = site.items.find(({ item_id }) => item_id === 'bess_skid')
    const text = 'control power 24 V DC with charger on its low-voltage side and battery for 4 h'
    expect(skid?.rating.includes(text) ?? false).toBe(site.bess !== null)
    expect(site.electrical.operation.some((note) => note.includes('battery for 4 h'))).toBe(
      site.bess !== null,
    )
  })
})
