import { roundTo } from '@edp/schemas'
import { expect, test } from 'vitest'

import { containerBudget } from './container-budget.ts'
import { NETWORK_BLOCK_KW } from './network-block.ts'

test.each([
  ['h100_sxm', 'temperate', 102.4],
  ['b200', 'temperate', 134.7],
  ['h100_sxm', 'subarctic', 106.4],
  ['b200', 'subarctic', 138.7],
  ['b200', 'arid_hot', 134.7],
  // The trim chiller of the tropics: 25 % of 90.1 kW at COP 4, and its losses.
  ['b200', 'tropical', 140.5],
  ['h100_sxm', 'tropical', 106.4],
] as const)('LO-CONT-01: %s in %s takes %f kW', (variant, climate, kw) => {
  expect(containerBudget(variant, climate).max_kw).toBe(kw)
})

test('LO-CONT-01: the printed lines add up to the printed total', () => {
  for (const variant of ['h100_sxm', 'b200'] as const) {
    const budget = containerBudget(variant, 'subarctic')
    const sum = budget.lines.reduce((total, line) => total + line.per_container_kw, 0)
    expect(roundTo(sum, 1)).toBe(budget.max_kw)
  }
})

test('LO-CONT-01: nodes, network and typical load', () => {
  expect(roundTo(NETWORK_BLOCK_KW, 3)).toBe(10.116)
  expect(containerBudget('h100_sxm', 'temperate')).toMatchObject({
    node_kw: expect.closeTo(71.4, 6) as number,
    typical_kw: 81.9,
  })
  expect(containerBudget('b200', 'temperate')).toMatchObject({
    node_kw: expect.closeTo(100.1, 6) as number,
    typical_kw: 107.8,
  })
})

test('LO-CONT-01: heat tracing stands in the budget of subarctic sites only', () => {
  const lines = (climate: 'subarctic' | 'tropical') =>
    containerBudget('b200', climate).lines.map((l) => l.line)
  expect(lines('subarctic')).toContain('Heat tracing, anti-condensation')
  expect(lines('tropical')).not.toContain('Heat tracing, anti-condensation')
})
