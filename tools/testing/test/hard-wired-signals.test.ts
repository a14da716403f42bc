import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, examplePayload } from '../src/index.ts'

/** What reads or drives the cooling of a container, and its air units. */
const COOLING = /^(cdu|lkd|air)-\d+$/
/** Places off the CDU: what stands there comes by a cable of its own. */
const OFF_THE_CDU = new Set([
  'supply manifold',
  'return manifold',
  'across manifolds',
  'cold aisle',
  'CDU base',
  'below manifolds',
  'rack row',
  'CD plate',
  'XV-101',
  'XV-102',
  'V-101',
])

const SITES = [
  ...EXAMPLE_NAMES.map((name) => [name, engineerExample(name)] as const),
  [
    'commercial_ac, subarctic',
    engineerExample({ ...examplePayload('commercial_ac'), climate_zone: 'subarctic' }),
  ] as const,
]

describe.each(SITES)('%s', (_, site) => {
  const { signals, instruments, valves, equipment } = site.cooling
  const cables = new Map(
    site.typicals
      .filter(({ kind }) => kind === 'compute_container')
      .flatMap(({ connections }) => connections)
      .filter(
        ({ service, from, to }) =>
          service === 'control' && (COOLING.test(from.device) || COOLING.test(to.device)),
      )
      .map(({ connection_id, cable }) => [connection_id, cable?.cores_count ?? 0] as const),
  )

  test('the list has each control cable of the schedule that ends at the cooling, and no other', () => {
    expect([...new Set(signals.map(({ cable }) => cable))].toSorted()).toEqual([...cables.keys()].toSorted())
    expect(cables.size).toBeGreaterThan(15)
  })

  test('the cores of a cable are all told of, the spare ones too', () => {
    const told = new Map<string, number>()
    for (const { cable, cores_count } of signals) told.set(cable, (told.get(cable) ?? 0) + cores_count)
    expect(told).toEqual(cables)
  })

  test('what stands off the CDU and what is on a cable is the same', () => {
    const tags = new Set([...instruments, ...valves, ...equipment].map(({ tag }) => tag))
    const devices = new Set(['cdu-01', 'hru-01', 'lkd-01', 'MDP', 'air-01', 'air-02', 'air-03'])
    for (const { from, to, cable } of signals)
      for (const end of [from, to]) expect(tags.has(end) || devices.has(end), `${cable} ${end}`).toBe(true)
    const wired = new Set(signals.flatMap(({ from, to }) => [from, to]))
    const off = instruments.filter(
      ({ location, signal }) =>
        OFF_THE_CDU.has(location) && (signal === '4-20 mA' || signal === 'dry contact'),
    )
    for (const { tag } of off) expect(wired.has(tag), tag).toBe(true)
  })

  test('what trips says so at its wire', () => {
    const text = new Map(signals.map(({ from, signal }) => [from, signal]))
    for (const { tag, trips } of instruments)
      for (const { interlock } of trips) if (text.has(tag)) expect(text.get(tag), tag).toContain(interlock)
  })
})
