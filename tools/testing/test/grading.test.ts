import type { Breaker } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, examplePayload } from '../src/index.ts'

/** Least ratio of two settings in series; the relays of a machine may be below it, then time grades. */
const RATIO = 1.1

const sites = [
  ...EXAMPLE_NAMES.map((name) => [name, engineerExample(name)] as const),
  ...[1, 9, 33].map((containers) => {
    const payload = { ...examplePayload('commercial_dc_ext'), target_gpu_count: 56 * containers }
    return [`${containers} containers`, engineerExample(payload)] as const
  }),
]

describe.each(sites)('EL-GRADE-01: settings of 51 on %s', (_, site) => {
  const { blocks } = site.electrical

  test('every pick-up is 1.25 times the current or more, and above what is behind it or said to grade by time', () => {
    for (const block of blocks) {
      const onBus = [
        ...block.transformers.map((t) => t.primary_breaker),
        ...block.bess_branches.map((branch) => branch.breaker),
      ]
      const pairs: [Breaker, readonly Breaker[]][] = [
        ...block.supplies.map((s): [Breaker, readonly Breaker[]] => [s.breaker, onBus]),
        ...block.bess_branches.map((b): [Breaker, readonly Breaker[]] => [
          b.breaker,
          b.units.map((unit) => unit.ring_main.breaker),
        ]),
      ]
      for (const [upper, lower] of pairs) {
        const close = lower.filter(({ trip_a }) => upper.trip_a / trip_a < RATIO - 1e-6).map(({ tag }) => tag)
        expect(upper.grading?.by_time, upper.tag).toEqual(close)
        for (const { grading, tag } of lower)
          expect(upper.grading?.delay_s, `${upper.tag} over ${tag}`).toBeGreaterThan(grading?.delay_s ?? 9)
      }
      for (const { breaker, design_current_a } of block.supplies)
        expect(breaker.trip_a).toBeGreaterThanOrEqual(1.25 * design_current_a - 1)
      // Only a source that does not stand it keeps an incomer below; collectors are always above their skids.
      for (const branch of block.bess_branches) expect(branch.breaker.grading?.by_time).toEqual([])
    }
  })

  test('no pick-up is above what its machine or its cable stands', () => {
    for (const { breaker, machine, connection_id, design_current_a } of blocks.flatMap((b) => b.supplies)) {
      if (machine !== null) {
        const machineA = machine.rating_kva / 13.8 / Math.sqrt(3)
        expect(breaker.trip_a).toBeLessThanOrEqual(Math.max(1.5 * machineA, 1.25 * design_current_a + 5))
      }
      const cable = site.connections.find((c) => c.connection_id === connection_id)
      if (cable !== undefined) expect(cable.power?.ampacity_derated_a).toBeGreaterThanOrEqual(breaker.trip_a)
    }
  })
})
