import type { Connection, SiteItem } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES } from '../src/index.ts'

/** Ends of the cables that we install on site, times the cables that arrive there. */
function endsOn(connections: readonly Connection[], holds: (termination: string) => boolean): number {
  return connections
    .filter(({ scope }) => scope !== 'by_others')
    .flatMap((c) => [c.from, c.to].map((end) => ({ end, c })))
    .filter(({ end }) => holds(end.termination))
    .reduce((sum, { c }) => sum + c.quantity * (c.cable?.sets_count ?? 1), 0)
}

const ordered = (items: readonly SiteItem[], text: string): number =>
  items
    .filter((item) => item.level === 'site' && item.description.includes(text))
    .reduce((sum, item) => sum + item.quantity, 0)

describe.each(EXAMPLE_NAMES)('TE-KIT-01: ends of the schedule of %s are ordered', (name) => {
  const { connections, items } = engineerExample(name)
  const of = (service: string) => connections.filter((c) => c.service === service)

  test('a plug for each rectangular connector, a gland for each other end of a control cable', () => {
    const plugs = endsOn(connections, (termination) => termination === '24-pole rectangular connector')
    expect(plugs).toBeGreaterThan(0)
    expect(ordered(items, '24-pole')).toBe(plugs)
    const multicore = connections.filter(
      (c) => (c.service === 'power_lv' || c.service === 'power_dc') && (c.cable?.cores_count ?? 1) > 1,
    )
    expect(ordered(items, 'Cable gland')).toBe(
      endsOn(of('control'), (termination) => !termination.startsWith('24-pole')) +
        endsOn(multicore, (termination) => !termination.endsWith(', by others')),
    )
  })

  test.each(['cold-shrink termination', 'dead-front elbow'])(
    'medium voltage: as many of %s as ends',
    (kit) => {
      expect(ordered(items, kit)).toBe(endsOn(of('power_mv'), (termination) => termination === kit))
    },
  )
})

test.each([
  ['commercial_ac', 18],
  ['dod_dc_ext', 31],
] as const)('%s has %i control plugs', (name, plugs) => {
  expect(ordered(engineerExample(name).items, '24-pole')).toBe(plugs)
})

test('medium-voltage kits of a site are two lines, by the end that each is for', () => {
  const kits = engineerExample('commercial_ac').items.filter((i) =>
    i.description.startsWith('Medium-voltage'),
  )
  expect(kits.map((kit) => kit.description.split(': ')[1])).toEqual(
    expect.arrayContaining(['cold-shrink termination', 'dead-front elbow']),
  )
})
