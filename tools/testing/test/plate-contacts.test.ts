import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, repositoryText } from '../src/index.ts'

/** `1 to 8 and 13 to 16` as numbers. */
const numbers = (text: string): number[] =>
  text.split(' and ').flatMap((part) => {
    const [from = 0, to = from] = part.split(' to ').map(Number)
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })

/** Contacts of the connector C1 of a plate and what the drawing says is on them. */
function contactsOf(plate_id: string): { of: string; signal: string }[] {
  const text = repositoryText(`tools/example-catalogue/src/plates/${plate_id}.yaml`)
  return [...text.matchAll(/\{ of: ([^,]+), signal: '?([^'}]+?)'? \}/g)].map(([, of = '', signal = '']) => ({
    of,
    signal,
  }))
}

const ALL = Array.from({ length: 24 }, (_, index) => index + 1)
const taken = (description: string): number[] =>
  numbers(/contacts ((?:\d+|to|and| )+\d)/.exec(description)?.[1] ?? '')

test.each(['CG', 'CD', 'BG-AC', 'BG-DC'])(
  'plate %s says of each of the 24 contacts what is on it',
  (plate_id) => {
    expect(contactsOf(plate_id).flatMap(({ of }) => numbers(of))).toEqual(ALL)
  },
)

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(name)
  const outside = site.connections.filter(
    ({ service, from, to }) => service === 'control' && [from, to].some((end) => end.slot === 'C1'),
  )
  const inside = site.typicals.flatMap(({ connections }) =>
    connections.filter(({ service, to }) => service === 'control' && /^C[GD]\.C1$/.test(to.port)),
  )

  test('a control cable to a connector has a core for each contact that it takes', () => {
    expect(outside.length).toBeGreaterThan(0)
    for (const { cable, description, connection_id } of outside)
      expect(taken(description), connection_id).toHaveLength(cable?.cores_count ?? 0)
    expect(inside.length).toBeGreaterThan(0)
    for (const { cable, description, connection_id } of inside)
      expect(taken(description), connection_id).toHaveLength(cable?.cores_count ?? 0)
  })

  test('a contact that is led out is wired inside, once', () => {
    for (const typical of site.typicals)
      for (const port of ['CG.C1', 'CD.C1']) {
        const wired = typical.connections
          .filter(({ service, to }) => service === 'control' && to.port === port)
          .flatMap(({ description }) => taken(description))
        expect(new Set(wired).size).toBe(wired.length)
        const led = outside.filter(({ from, to }) =>
          [from, to].some((end) => end.port === port && typical.module_ids.includes(end.module_id)),
        )
        for (const { description } of led) expect(wired).toEqual(expect.arrayContaining(taken(description)))
      }
  })

  test('plate CD has the signals of the heat rejection unit in their order', () => {
    const heads = site.cooling.signals
      .filter(({ cable, signal }) => cable === 'C-HRU' && signal !== 'spare')
      .map(({ signal }) => signal.split(/[,;]/)[0]?.toLowerCase() ?? '')
    const drawn = contactsOf('CD').map(({ signal }) => signal.toLowerCase())
    heads.forEach((head, index) => {
      expect(drawn[index]).toContain(head)
    })
    expect(drawn[heads.length]).toContain('spare')
  })
})
