import { describe, expect, test } from 'vitest'

import { engineerExample, examplePayload } from '../src/index.ts'

const blockOf = (changes: Parameters<typeof examplePayload>[1] = {}) =>
  engineerExample(examplePayload('commercial_ac', changes)).electrical.blocks[0]!

describe('interlocks', () => {
  test('an isolator is keyed to its breaker, sources to each other, mains to their transformer feeders', () => {
    const { interlocks } = blockOf()
    expect(interlocks.map((i) => `${i.tag} ${i.devices.join(' ')}`)).toEqual([
      'K1 89-U1 52-U1',
      'K2 89-G1 52-G1',
      'E1 52-U1 52-G1',
      'E2 52-ET1 52-U1 52-G1',
      'E3 52-ET1 52-B1',
      'E4 52-T1 52-M1',
      'EPO1 52-U1 52-G1 52-B1',
    ])
  })

  test('sources of a grid that is backup only are never in parallel', () => {
    const rules = (grid_connection: 'grid_backup' | 'grid_tied') =>
      blockOf({ grid_connection })
        .interlocks.filter((i) => i.devices.join() === '52-U1,52-G1')
        .map((i) => i.rule)
    expect(rules('grid_backup')).toEqual(['52-U1 and 52-G1 are never closed together.'])
    expect(rules('grid_tied')).toEqual(['52-G1 closes on a live bus only in synchronism (25).'])
  })

  test('of two mains and their tie two are closed at most', () => {
    const { interlocks, bus_ties } = blockOf({ target_gpu_count: 16 * 56, source_capacity_mw: 6 })
    expect(bus_ties).toHaveLength(1)
    expect(interlocks.filter((i) => i.kind === 'key' && i.devices.includes('52-TIE1'))).toMatchObject([
      { kind: 'key', devices: ['52-M1', '52-M2', '52-TIE1'] },
    ])
  })

  test('ties beside each other are keyed apart, and a lost main sheds load before it is taken over', () => {
    const { interlocks, bus_ties, transformers } = blockOf({
      target_gpu_count: 32 * 56,
      source_capacity_mw: 9,
    })
    expect([transformers.length, bus_ties.length]).toEqual([3, 2])
    expect(interlocks.find((i) => i.devices.join() === '52-TIE1,52-TIE2')).toMatchObject({ kind: 'key' })
    expect(interlocks.findLast((i) => i.kind === 'electrical')).toMatchObject({
      kind: 'electrical',
      devices: ['52-M1', '52-M2', '52-M3', '52-TIE1', '52-TIE2'],
    })
  })

  test('the bill of materials has a lock for every device of a key interlock', () => {
    const site = engineerExample(examplePayload('commercial_ac'))
    const locks = site.items.filter((item) => item.item_id.startsWith('key-interlock'))
    expect(locks.map((item) => item.quantity)).toEqual([4])
  })
})

describe('protection devices and spares', () => {
  test('the first breaker of each duty has the relay and meter of the manifest; a transformer fault opens both sides', () => {
    const block = blockOf()
    expect(block.supplies[0]?.breaker).toMatchObject({ relay_tag: 'rly-pcc', meter_tag: 'mtr-rev' })
    expect(block.transformers[0]?.primary_breaker).toMatchObject({
      relay_tag: 'rly-cmp',
      trips: [{ functions: ['86'], opens: ['52-M1'] }],
    })
    expect(block.transformers[0]?.secondary_breaker.meter_tag).toBe('mtr-cmp')
    expect(block.bess_branches[0]?.breaker.relay_tag).toBe('rly-bess')
  })

  test('every section has one spare as large as a compute feeder; the switchgear of others has none', () => {
    const { feeders } = blockOf()
    const [compute] = feeders
    expect(feeders.filter((f) => f.kind === 'spare').map((f) => f.breaker)).toEqual([
      { ...compute?.breaker, tag: '52-SP1' },
    ])
    const others = engineerExample('dod_no_bess').electrical.blocks[0]
    expect(others?.feeders.filter((f) => f.kind === 'spare')).toEqual([])
  })
})
