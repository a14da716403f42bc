import { describe, expect, test } from 'vitest'

import { exampleSite, withBattery } from '../../test/site-fixture.ts'
import { leastFaultRatio } from './island-protection.ts'

const blockOf = (changes: Parameters<typeof exampleSite>[0]) => exampleSite(changes).electrical.blocks[0]!

describe('EL-ISLAND-01: a bus that inverters alone feed', () => {
  test('collectors work on setting group 2 while utility and machine are open', () => {
    expect(blockOf(withBattery(4)).island).toEqual({
      setting_group: 2,
      while_open: ['52-U1', '52-G1'],
      breakers: ['52-B1'],
      overcurrent_pct: 50,
      overcurrent_below_pct: 80,
      overcurrent_s: 0.9,
      undervoltage_pct: 70,
      undervoltage_s: 1.2,
      cleared_s: 1.5,
      converter_s: 2,
    })
  })

  test('a plant works on it too, and always where neither utility nor machine is', () => {
    const { island, interlocks } = blockOf({
      energy_source: 'solar',
      grid_connection: 'none',
      source_capacity_mw: 1,
      ...withBattery(4),
    })
    expect(island).toMatchObject({ while_open: [], breakers: ['52-B1', '52-PV1'] })
    expect(interlocks.find((i) => i.rule.includes('setting group'))?.rule).toMatch(
      /^Always, 52-B1, 52-PV1 work on setting group 2 \(island\): 51V \(0\.9 s\) and 27 \(70 %, 1\.2 s\) open and stop the converters\. Any fault is off within 1\.5 s;/,
    )
  })

  test('what has found a fault is locked out, and black start waits for its reset', () => {
    const { bess_branches, interlocks } = blockOf(withBattery(4))
    for (const { breaker } of bess_branches) expect(breaker.functions).toContain('86')
    expect(interlocks.find((i) => i.rule.includes('black start'))?.rule).toMatch(
      /black start by the EMS only while every 86 and 86E are reset\.$/,
    )
  })

  test('without a battery there is no island', () => {
    const { island, interlocks } = blockOf({})
    expect(island).toBeNull()
    expect(interlocks.some((i) => i.rule.includes('setting group'))).toBe(false)
  })

  test('51V waits for what is behind the collectors, 27 for 51V, the converters for both', () => {
    const { island, transformers, bess_branches } = blockOf(withBattery(4))
    if (island === null) throw new Error('no island')
    for (const { grading } of [
      ...transformers.map((t) => t.primary_breaker),
      ...bess_branches.flatMap((b) => b.units.map((unit) => unit.ring_main.breaker)),
    ])
      expect(island.overcurrent_s).toBeGreaterThanOrEqual((grading?.delay_s ?? 9) + 0.3 - 1e-9)
    expect(island.undervoltage_s).toBeGreaterThan(island.overcurrent_s)
    expect(island.cleared_s).toBeGreaterThan(island.undervoltage_s)
    expect(island.converter_s).toBeGreaterThan(island.cleared_s)
  })

  test.each([1, 2, 8, 16, 32])(
    '%i containers: a fault behind a transformer that leaves 70 %% of the voltage is several times its pick-up',
    (containers) => {
      const { transformers } = blockOf({
        target_gpu_count: containers * 56,
        source_capacity_mw: 9,
        ...withBattery(4),
      })
      // 2,000 kVA: 70 % / 5.75 % x 83.7 A / 105 A = 9.7.
      for (const transformer of transformers) expect(leastFaultRatio(transformer)).toBeGreaterThan(3)
    },
  )
})
