import { describe, expect, test } from 'vitest'

import { exampleSite, withBattery } from '../../test/site-fixture.ts'
import { cabinetWires, cablesFor, coresOf } from './cabinet-wires.ts'

const wiresOf = (changes: Parameters<typeof exampleSite>[0]) => {
  const [block] = exampleSite(changes).electrical.blocks
  if (block === undefined) throw new Error('no block')
  return cabinetWires(block)
}

describe('EL-WIRE-01: wires between cabinets', () => {
  test('utility, machine and battery: 6 cores trip, 8 block, 2 stop the skids, 6 are read', () => {
    const { 'RLY.TRIP': emergency } = wiresOf(withBattery(4))
    expect(emergency).toEqual([
      { signal: '86E opens', devices: ['52-U1', '52-G1', '52-B1'], cores: 6 },
      { signal: '86E blocks closing of', devices: ['52-U1', '52-G1', '52-B1', '52-ET1'], cores: 8 },
      { signal: '86E stops the skids of', devices: ['52-B1'], cores: 2 },
      { signal: '86E is read, and blocks black start, over', devices: ['rly-cmp'], cores: 2 },
      { signal: '27DC of RLY is read by', devices: ['rly-cmp'], cores: 2 },
      { signal: '74 of 86E is read by', devices: ['rly-cmp'], cores: 2 },
    ])
    expect(coresOf(emergency)).toBe(22)
  })

  test('every main is tripped by its transformer feeder and closes behind it', () => {
    const { 'MVSG.LVS': mains } = wiresOf({ target_gpu_count: 20 * 56, ...withBattery(4) })
    expect(mains.map(({ devices, cores }) => [devices, cores])).toEqual([
      [['52-M1', '52-M2'], 4],
      [['52-M1', '52-M2'], 4],
      [['rly-cmp'], 2],
      [['rly-cmp'], 2],
    ])
    expect(mains.at(-1)?.signal).toBe('74 of its mains and ties is read by')
    expect(wiresOf(withBattery(4))['MVSG.LVS'].at(-1)?.signal).toBe('74 of its mains is read by')
  })

  test('positions cross where an interlock sheds load, and nowhere else', () => {
    expect(wiresOf(withBattery(4))['LVS.TRIP']).toEqual([])
    expect(coresOf(wiresOf({ target_gpu_count: 20 * 56, ...withBattery(4) })['LVS.TRIP'])).toBe(2 * 2 + 2)
  })
})

test.each([
  [18, { count: 1, cores: 19 }],
  [19, { count: 1, cores: 19 }],
  [37, { count: 1, cores: 37 }],
  [38, { count: 2, cores: 19 }],
  [80, { count: 3, cores: 37 }],
])('%i cores are %o', (cores, cables) => {
  expect(cablesFor(cores)).toEqual(cables)
})
