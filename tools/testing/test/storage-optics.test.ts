import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES } from '../src/index.ts'

/** Ports of a transceiver by its form. */
const PORTS = { OSFP: 2, QSFP112: 1 } as const

describe.each(EXAMPLE_NAMES)('storage network of %s', (name) => {
  const { typicals, items, resolution } = engineerExample(name)
  const containers = resolution.compute_container_count
  const optics = items.filter(
    ({ description, module_kind }) =>
      module_kind === 'compute_container' &&
      description.startsWith('Optical transceiver') &&
      /storage switch/.test(description),
  )
  const cables = typicals
    .filter(({ kind }) => kind === 'compute_container')
    .flatMap(({ connections, modules_count }) =>
      connections
        .filter(
          ({ service, from, to }) =>
            service === 'fibre' && [from, to].some(({ device }) => /^sws-/.test(device)),
        )
        .map((cable) => ({ ...cable, count: cable.quantity * modules_count })),
    )
  const split = (type = ''): boolean => type.includes('breakout')
  /** Ends of cables on equipment, with those of a breakout one by one, by mode of the glass. */
  const endsOn = (tag: RegExp, glass: RegExp): number =>
    cables
      .filter(({ cable }) => glass.test(cable?.type ?? ''))
      .flatMap(({ from, to, cable, count }) => [
        ...(tag.test(from.device) ? [split(cable?.type) ? 2 * count : count] : []),
        ...(tag.test(to.device) ? [count] : []),
      ])
      .reduce((sum, count) => sum + count, 0)
  const ordered = (form: keyof typeof PORTS, words: RegExp): number =>
    optics
      .filter(({ description }) => description.includes(form) && words.test(description))
      .reduce((sum, { quantity }) => sum + quantity * PORTS[form], 0)

  test('a node has two links of 200 Gbit/s to each switch over one breakout, a head server two straight ones of 400', () => {
    expect(endsOn(/^node-/, /OM4/)).toBe(28 * containers)
    expect(endsOn(/^sto-/, /OM4/)).toBe(8 * containers)
    expect(endsOn(/^sws-/, /OM4/)).toBe(22 * containers)
    expect(endsOn(/^sws-/, /OS2/)).toBe(4 * containers)
    const breakouts = cables.filter(({ cable }) => split(cable?.type))
    expect(breakouts.length).toBeGreaterThan(0)
    for (const { from, quantity } of breakouts) {
      expect(from.device).toMatch(/^node-/)
      expect([quantity, from.termination]).toEqual([1, '2 x QSFP112'])
    }
  })

  test('every end of the schedule has its transceiver in the bill, with a port free at most at each switch', () => {
    expect(optics).toHaveLength(4)
    expect(ordered('QSFP112', /^Optical transceiver QSFP112 400G, multimode, nodes/)).toBe(
      endsOn(/^node-/, /OM4/),
    )
    expect(ordered('QSFP112', /head servers to/)).toBe(endsOn(/^sto-/, /OM4/))
    expect(ordered('OSFP', /single mode/)).toBe(endsOn(/^sws-/, /OS2/))
    const free = ordered('OSFP', /multimode/) - endsOn(/^sws-/, /OM4/)
    expect([0, 1, 2].map((ports) => ports * containers)).toContain(free)
  })
})
