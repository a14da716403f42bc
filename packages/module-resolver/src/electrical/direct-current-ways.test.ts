import { describe, expect, test } from 'vitest'

import { exampleSite, withBattery } from '../../test/site-fixture.ts'
import { breakerCurrent, directCurrentWays, momentaryCurrent } from './direct-current-ways.ts'

const waysOf = (changes: Parameters<typeof exampleSite>[0]) => {
  const [block] = exampleSite(changes).electrical.blocks
  if (block === undefined) throw new Error('no block')
  return directCurrentWays(block)
}

describe('EL-DC-02: what hangs on the ways of the 125 V DC', () => {
  const ways = waysOf(withBattery(4))

  test('relays and trip circuits hang on different ways, sources and transformer feeders too', () => {
    expect(Object.entries(ways).map(([port, way]) => [port, way.devices])).toEqual([
      ['CHG.MVSG-P', ['52-U1', '52-G1', '52-B1', '52-ET1', '52-T1']],
      ['CHG.MVSG-S', ['52-U1', '52-G1', '52-B1', '52-ET1']],
      ['CHG.MVSG-T', ['52-T1']],
      ['CHG.RLY', ['86E', '86EX']],
      ['CHG.LVS', ['52-M1']],
    ])
  })

  test('what flows: five relays, meters of two supplies, two controllers; three coils of sources at one time', () => {
    const figures = Object.values(ways).map((way) => [way.continuous_a, way.momentary_a])
    // 5 x 0.2 + 4 x 0.08; 4 x 0.05; 0.05; 0.4 + 0.05 for 86EX; 0.15 + 3 x 0.08
    expect(figures).toEqual([
      [1.3, 0],
      [0.2, 21],
      [0.1, 7],
      [0.5, 7],
      [0.4, 2],
    ])
    expect(momentaryCurrent(ways)).toBe(7 + 3 * 7)
  })

  test('coils that act together are more on a larger block, and its mains and ties are on the way of LVS', () => {
    const larger = waysOf({ target_gpu_count: 20 * 56, ...withBattery(48) })
    const collectors = larger['CHG.MVSG-S'].devices.filter((tag) => tag.startsWith('52-B'))
    expect(collectors.length).toBe(4)
    expect(larger['CHG.MVSG-S'].momentary_a).toBe(7 * (2 + 4))
    expect(larger['CHG.LVS'].devices).toEqual(['52-M1', '52-M2', '52-TIE1'])
  })
})

test('the breaker of a way stands the coils: a fifth of them, or what flows', () => {
  const way = { serves: '', devices: [], together: '', lost: '' }
  expect(breakerCurrent({ ...way, continuous_a: 0.4, momentary_a: 70 })).toBe(14)
  expect(breakerCurrent({ ...way, continuous_a: 3, momentary_a: 7 })).toBe(3)
})
