import { expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample, examplePayload } from '../src/index.ts'

type Site = ReturnType<typeof engineerExample>

/** Feeders of compute containers with the largest way of the board that each serves, A. */
function pairsOf(site: Site): { readonly tag: string; readonly feeder_a: number; readonly way_a: number }[] {
  return site.electrical.blocks.flatMap((block) =>
    block.feeders.flatMap((feeder) => {
      const inside = site.typicals.find(
        ({ kind, module_ids }) =>
          kind === 'compute_container' && module_ids.includes(feeder.load_module_id ?? ''),
      )
      if (feeder.kind !== 'compute' || inside === undefined) return []
      const ways = inside.connections.filter((c) => c.from.device === 'MDP')
      return [
        {
          tag: feeder.breaker.tag,
          feeder_a: feeder.breaker.trip_a,
          way_a: Math.max(...ways.map((c) => c.power?.protection_a ?? 0)),
        },
      ]
    }),
  )
}

test.each(EXAMPLE_NAMES)('%s: no feeder of a container is below a breaker behind it', (name) => {
  const pairs = pairsOf(engineerExample(name))
  expect(pairs.length).toBeGreaterThan(0)
  expect(pairs.filter(({ feeder_a, way_a }) => feeder_a < way_a)).toEqual([])
})

test('the feeder of an H100 container has the 200 A of MDP.TX and the cable that goes with it', () => {
  const site = engineerExample('dod_no_bess')
  // 96 kW are 121.5 A, for which 175 A would do.
  expect(pairsOf(site)[0]).toEqual({ tag: '52-C01A', feeder_a: 200, way_a: 200 })
  const feeder = site.connections.find((c) => c.connection_id === 'PL-S01-C01-A01')
  expect(feeder?.power?.protection_a).toBe(200)
  expect(feeder?.power?.ampacity_derated_a).toBeGreaterThanOrEqual(200)
})

test('the container that holds the spines of a large fabric has feeders above the way of their transformer', () => {
  for (const containers of [2, 16, 32, 57]) {
    const site = engineerExample(
      examplePayload('commercial_no_bess', { target_gpu_count: containers * 56, gpu_variant: 'h100_sxm' }),
    )
    expect(pairsOf(site).filter(({ feeder_a, way_a }) => feeder_a < way_a)).toEqual([])
  }
})
