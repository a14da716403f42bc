import type { BlockElectrical, Breaker } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { exampleSite, withBattery } from '../../test/site-fixture.ts'
import { earthFaultOf, LAST_S } from './earth-fault-settings.ts'
import { STEP_S } from './grading.ts'
import { primaryOf, relayFrom } from './instrument-transformers.ts'
import { mvBreaker } from './breakers.ts'

const blockOf = (changes: Parameters<typeof exampleSite>[0]): BlockElectrical => {
  const [block] = exampleSite(changes).electrical.blocks
  if (block === undefined) throw new Error('no block')
  return block
}

/** An island of battery and solar plant beside a utility. */
const island = blockOf({
  energy_source: 'solar',
  grid_connection: 'grid_tied',
  source_capacity_mw: 1,
  ...withBattery(7.7),
})

/** What hangs on the bus of an island beside the source that earths it. */
const onIsland: Breaker[] = [
  ...island.transformers.map((t) => t.primary_breaker),
  ...island.bess_branches.map((branch) => branch.breaker),
  ...island.supplies.filter((supply) => supply.kind === 'solar').map((supply) => supply.breaker),
]

describe('51G where a resistor limits the earth current', () => {
  test.each(onIsland.map((breaker) => [breaker.tag, breaker] as const))(
    '%s sees 20 A over a core-balance CT, whatever its phase cores',
    (_, { earth_fault, functions }) => {
      expect(earth_fault).toEqual({
        function: '51G',
        pickup_a: 20,
        delay_s: 0.6,
        core_balance_ct: { ratio: '50:5', accuracy: 'C10' },
      })
      expect(functions).toContain('51G')
      expect(functions.filter((code) => code.includes('N') && code !== '59N')).toEqual([])
    },
  )

  test('the setting is within the range of the input: 20 A are 2 A of the 5 A of its core', () => {
    for (const { earth_fault } of onIsland) {
      const primary = primaryOf(earth_fault?.core_balance_ct?.ratio ?? '')
      expect(earth_fault?.pickup_a).toBeGreaterThanOrEqual(0.1 * primary)
    }
  })

  test('one fault takes out one circuit: what earths the bus waits a step for all that hangs on it, 59N for both', () => {
    const [earthing] = [island.earthing_transformer?.breaker.earth_fault]
    const slowest = Math.max(...onIsland.map(({ earth_fault }) => earth_fault?.delay_s ?? 99))
    expect(earthing?.delay_s).toBeCloseTo(slowest + STEP_S, 6)
    expect(LAST_S).toBeGreaterThanOrEqual((earthing?.delay_s ?? 99) + STEP_S - 1e-9)
    // What sees every fault of an island last is still off within the time that its notes give.
    expect(LAST_S).toBeLessThan(island.island?.cleared_s ?? 0)
    for (const { units, breaker } of island.bess_branches)
      for (const { ring_main } of units)
        expect(ring_main.breaker.earth_fault?.delay_s).toBeLessThan(breaker.earth_fault?.delay_s ?? 0)
  })
})

test('the incomer of a utility measures the sum of its phase cores, at a tenth of them or more', () => {
  expect(earthFaultOf('utility', 600)).toEqual({
    function: '51N',
    pickup_a: 60,
    delay_s: 0.9,
    core_balance_ct: null,
  })
  expect(earthFaultOf('utility', 50).pickup_a).toBe(20)
})

test('a machine and an earthing transformer measure in their neutral', () => {
  for (const duty of ['generator', 'earthing'] as const)
    expect(earthFaultOf(duty, 600)).toMatchObject({ function: '51G', pickup_a: 20, core_balance_ct: null })
})

test('relay inputs that start at 0.25 A are ordered where a setting is below a tenth of its core', () => {
  expect([relayFrom(40, 600), relayFrom(60, 600), relayFrom(5, 50)]).toEqual([0.25, 0.5, 0.5])
  // 1.25 x 31.4 A over 600:5 are 0.33 A.
  expect(mvBreaker('52-T1', 'transformer', 31.4, 21)).toMatchObject({
    trip_a: 40,
    ct_ratio: '600:5',
    emergency_lock_out: null,
    relay_from_a: 0.25,
  })
})

test('the thermal image is left out where the load of a transformer is below the range of its relay', () => {
  // 225 kVA are 9.4 A, 0.08 A of 5 A; 750 kVA are 31.4 A, 0.26 A.
  expect(mvBreaker('52-T1', 'transformer', 9.4, 21).functions).toEqual(['50/51', '51G', '74', '86'])
  expect(mvBreaker('52-T1', 'transformer', 31.4, 21).functions).toContain('49')
})
