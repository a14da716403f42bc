import { describe, expect, test } from 'vitest'

import { exampleSite, withBattery } from '../../test/site-fixture.ts'

const notes = (changes: Parameters<typeof exampleSite>[0]): string =>
  exampleSite(changes).electrical.operation.join('\n')

describe('notes of operation name what the site has', () => {
  test('no skid, ring main unit, collector, converter or earthing transformer without a battery', () => {
    const battery = /skid|ring main|collector|converter|earthing transformer|setting group|island/i
    expect(notes({})).not.toMatch(battery)
    expect(notes(withBattery(4))).toMatch(battery)
  })

  test('no machine where none is, no tie with one section', () => {
    const solar = { energy_source: 'solar', grid_connection: 'grid_tied', source_capacity_mw: 1 } as const
    expect(notes(solar)).not.toMatch(/machine/)
    expect(notes({})).toMatch(/stops its machine/)
    expect(notes(solar)).not.toMatch(/\bties?\b/i)
    expect(notes({ target_gpu_count: 20 * 56, source_capacity_mw: 4 })).toMatch(/\bties\b/)
  })

  test('earth faults have pick-ups, of the functions that the breakers have', () => {
    expect(notes({})).toMatch(
      'Earth faults: 51G at 20 A, 51N of a utility at 10 % of its cores or more; the current of 51G is a fifth of the 100 A of the neutral resistor. 51G measures over a core-balance CT (CBCT, 50:5) around the cable or over a CT in the neutral, 51N the sum of the phase cores.',
    )
    expect(notes(withBattery(4))).toMatch(
      '51N of a utility at 10 % of its cores or more, 59N at 10 % of the voltage to earth after 1.2 s, 64 at 20 % of the voltage to earth after 0.3 s; the current',
    )
    expect(
      notes({ energy_source: 'solar', grid_connection: 'grid_tied', source_capacity_mw: 1 }),
    ).not.toMatch(/Earth faults/)
  })
})
