import { describe, expect, test } from 'vitest'

import { exampleSite, withBattery } from '../../test/site-fixture.ts'
import { incomerAbove, LEAST_RATIO, nextSetting, settingAbove } from './grading.ts'
import { mostPickUp, sourceCurrent } from './incomer-current.ts'

test.each([
  [10.3, 11],
  [22.02, 23],
  [25, 25],
  [25.1, 30],
  [434.5, 435],
])('a relay that is to pick up at %f A is set to %i A', (wanted, amps) => {
  expect(nextSetting(wanted)).toBe(amps)
})

describe('EL-GRADE-01: a setting is above those behind it', () => {
  test('by 10 % of the largest, on the next setting', () => {
    expect(settingAbove([135, 80])).toBe(150)
    expect(settingAbove([])).toBe(0)
  })

  test('as far as the source stands it: what is larger grades by time', () => {
    expect(incomerAbove([80, 40, 200], 52.8)).toBe(44 + 1)
    expect(incomerAbove([80, 40, 200], 300)).toBe(220)
    expect(incomerAbove([80], 52.8)).toBe(0)
  })

  test('a machine counts with its own current, a plant far above its block with three times the flow', () => {
    expect(sourceCurrent(8.3, { rating_kva: 421, reactance_pu: 0.15 })).toBeCloseTo(17.6, 1)
    expect(sourceCurrent(8.3, { rating_kva: 100_000, reactance_pu: 0.15 })).toBeCloseTo(24.9, 1)
    expect(sourceCurrent(8.3, null)).toBe(8.3)
  })

  test('a machine stands 1.5 times its current, a service what the smallest cable for the fault current carries', () => {
    const bus = { busKa: 21, climate_zone: 'temperate' } as const
    expect(mostPickUp({ rating_kva: 842, reactance_pu: 0.15 }, 35.2, bus)).toBeCloseTo(52.8, 1)
    // 31.5 kA during 0.5 s take 156 mm2: 350 kcmil, 390 A at 20 degC.
    expect(mostPickUp(null, 35.2, bus)).toBe(390)
    expect(mostPickUp(null, 308.3, bus)).toBeCloseTo(462.5, 1)
    expect(mostPickUp(null, 35.2, { ...bus, climate_zone: 'arid_hot' })).toBeLessThan(390)
  })
})

describe('the breakers of a block say what they are graded over', () => {
  const [block] = exampleSite({ source_capacity_mw: 3, ...withBattery(20, 'dc_external_pcs') }).electrical
    .blocks
  if (block === undefined) throw new Error('no block')

  test('a collector of two chains is above its skids, a skid above its converter breaker, a transformer above its main', () => {
    for (const branch of block.bess_branches) {
      const { grading, trip_a } = branch.breaker
      expect(grading).toMatchObject({ delay_s: 0.6, by_time: [] })
      const largest = Math.max(...branch.units.map((unit) => unit.ring_main.breaker.trip_a))
      expect(trip_a).toBeGreaterThanOrEqual(LEAST_RATIO * largest)
      for (const unit of branch.units)
        expect(unit.ring_main.breaker.grading).toMatchObject({ delay_s: 0.3, over: unit.ac_breaker.tag })
    }
    for (const { primary_breaker: upper, secondary_breaker: lower } of block.transformers)
      expect(upper.grading).toMatchObject({ delay_s: 0.6, over: lower.tag })
  })

  test('an incomer that its source keeps below a collector says that it is graded by time', () => {
    const byTime = block.supplies.flatMap(({ breaker }) => {
      const below = block.bess_branches
        .filter((branch) => branch.breaker.trip_a * LEAST_RATIO > breaker.trip_a)
        .map((branch) => branch.tag)
      expect(breaker.grading).toMatchObject({ delay_s: 0.9, by_time: below })
      return below
    })
    expect(byTime.length).toBeGreaterThan(0)
  })
})
