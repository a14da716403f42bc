import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { gridSpec } from '../../test/grid-fixture.ts'
import { planBlocks, type BlockPlanInput } from './plan-blocks.ts'

const site = (changes: Partial<BlockPlanInput>): BlockPlanInput => ({
  grid: gridSpec(),
  containers: 1,
  container_kw: 134.7,
  demand_factor: 1,
  bess_units: 0,
  bess_unit_auxiliary_kw: 25,
  ...changes,
})

describe('LO-BLOCK-01', () => {
  test.each([
    [1, [1]],
    [32, [32]],
    [33, [17, 16]],
    [65, [22, 22, 21]],
  ])('%i containers are split evenly into %j', (containers, expected) => {
    expect(planBlocks(site({ containers })).map((b) => b.compute)).toEqual(expected)
  })

  test('battery units are limited to 32 a block', () => {
    expect(planBlocks(site({ bess_units: 33 })).map((b) => [b.compute, b.bess])).toEqual([
      [1, 17],
      [0, 16],
    ])
  })

  test('battery auxiliaries count towards the 5,000 kVA', () => {
    const kva = planBlocks(site({ containers: 32, bess_units: 32 })).map((b) => b.demand_kva)
    expect(kva).toHaveLength(2)
    expect(Math.max(...kva)).toBeLessThanOrEqual(5000)
  })

  test('the limits are those of the grid container', () => {
    const grid = gridSpec({ limits: { compute_feeders_count: 8, load_kva: 5000 } })
    expect(planBlocks(site({ grid, containers: 20 })).map((b) => b.compute)).toEqual([7, 7, 6])
  })

  test('a container above the limit of a block is a size limit', () => {
    const grid = gridSpec({ limits: { compute_feeders_count: 8, load_kva: 100 } })
    expect(() => planBlocks(site({ grid }))).toThrow(expect.objectContaining({ code: 'size_limit' }))
    expect(() => planBlocks(site({ grid }))).toThrow(/load_kva limit of 100/)
  })

  test('no block is above its limits and none is empty of both', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (containers, bess_units) => {
          const plans = planBlocks(site({ containers, bess_units }))
          expect(plans.reduce((sum, p) => sum + p.compute, 0)).toBe(containers)
          expect(plans.reduce((sum, p) => sum + p.bess, 0)).toBe(bess_units)
          for (const p of plans) {
            expect(p.compute).toBeLessThanOrEqual(32)
            expect(p.bess).toBeLessThanOrEqual(32)
            expect(p.demand_kva).toBeLessThanOrEqual(5000)
            expect(p.compute + p.bess).toBeGreaterThan(0)
            expect(p.transformers).toBeLessThanOrEqual(4)
          }
        },
      ),
      { seed: 20_260_402, numRuns: 200 },
    )
  })
})
