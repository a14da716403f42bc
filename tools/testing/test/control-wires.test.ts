import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, examplePayload } from '../src/index.ts'

/** Places of the P&ID that are parts of the skid of the CDU; its maker wires what stands there. */
const ON_THE_CDU: ReadonlySet<string> = new Set([
  'CDU primary inlet',
  'CDU primary outlet',
  'CDU inlet',
  'CDU outlet',
  'cdu-01',
  'STR-101',
  'F-201A/B',
  'P-201A/B',
  'side stream',
  'DT-201',
  'V-201',
  'V-202',
  'XV-201',
  'XV-202',
])

/** A pair. */
const SPARE_CORES = 2

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(examplePayload(name))
  const { signals } = site.cooling
  /** Cores of a cable that carry something. */
  const cores = (cable: string): number =>
    signals
      .filter((s) => s.cable === cable && s.signal !== 'spare')
      .reduce((sum, s) => sum + s.cores_count, 0)

  test('every cable of hard-wired signals inside the container has a core for each, those between controllers a spare pair', () => {
    const inside = site.typicals.find((typical) => typical.kind === 'compute_container')?.connections ?? []
    const cables = [...new Set(signals.map((s) => s.cable))]
    const between = ['C-LKD', 'C-SHED', 'C-HRU']
    expect(cables.slice(0, between.length)).toEqual(between)
    expect(cables.length).toBeGreaterThan(between.length)
    for (const id of cables) {
      const laid = inside.find((c) => c.connection_id === id)?.cable?.cores_count
      expect(laid, id).toBeGreaterThanOrEqual(cores(id) + (between.includes(id) ? SPARE_CORES : 0))
    }
  })

  test('the cable to the heat rejection unit has as many cores in the container as outdoors, in pairs of their own screen', () => {
    const inside = site.typicals.flatMap((typical) => typical.connections)
    const laid = inside.find((c) => c.connection_id === 'C-HRU')?.cable
    const outdoors = site.connections.find((c) => /^C-C\d+-D\d+-01$/.test(c.connection_id))?.cable
    expect([laid?.cores_count, laid?.type]).toEqual([outdoors?.cores_count, outdoors?.type])
    expect(laid?.type).toContain('pairs, each and all shielded')
    expect(laid?.outer_diameter_mm).toBe(outdoors?.outer_diameter_mm)
  })

  test('every instrument and drive that stands off the CDU has a cable that names it', () => {
    const inside = site.typicals.find((typical) => typical.kind === 'compute_container')?.connections ?? []
    const texts = inside.filter((c) => c.service === 'control').map((c) => c.description)
    const wired = site.cooling.instruments.filter(
      ({ signal, controller, location }) =>
        signal !== 'local' &&
        signal !== 'software' &&
        (controller === 'cdu-01' || controller === 'lkd-01') &&
        !ON_THE_CDU.has(location),
    )
    const drives = site.cooling.valves.filter((v) => v.tag === 'XV-101' || v.tag === 'XV-102')
    expect(wired.length).toBeGreaterThanOrEqual(11)
    for (const { tag } of [...wired, ...drives])
      expect(
        texts.some((text) => text.includes(tag)),
        tag,
      ).toBe(true)
  })

  test('what is on a signal circuit outdoors is protected against surges at each end', () => {
    const signals = site.connections.filter((c) => c.service === 'control' && c.cable?.size_awg === '14')
    const pairs = signals.reduce((sum, { from, to, cable, quantity }) => {
      const ours = [from, to].filter((end) => !end.termination.endsWith(', by others')).length
      return sum + (ours * quantity * (cable?.cores_count ?? 0)) / 2
    }, 0)
    const bought = site.items.find((item) =>
      item.description.startsWith('Surge protective device of a signal'),
    )
    expect(pairs).toBeGreaterThan(0)
    expect(bought?.quantity).toBe(pairs)
  })

  test('control cables of the containers have a diameter, and so has what passes plate CD', () => {
    const inside = site.typicals.flatMap((typical) => typical.connections)
    const control = inside.filter((c) => c.service === 'control' && c.cable?.type.startsWith('TC-ER'))
    const outside = site.connections.filter(({ from, to }) => from.plate_id === 'CD' && to.plate_id === 'CD')
    for (const { cable, connection_id } of [...control, ...outside.filter((c) => c.cable !== null)])
      expect(cable?.outer_diameter_mm, connection_id).toBeGreaterThan(0)
  })

  test('the supply of the heat rejection unit goes on in a box that stands what comes there', () => {
    const inside = site.typicals.flatMap((typical) => typical.connections)
    const box = site.items.find((item) => item.component_tags.includes('TB-HRU'))
    const rated = Number(/(\d+) kA/.exec(box?.rating ?? '')?.[1])
    const [supply] = inside.filter((c) => c.connection_id === 'W-HRU')
    expect([supply?.to.device, supply?.to.termination]).toEqual(['TB-HRU', 'terminal'])
    const onward = site.connections.filter((c) => c.from.port === supply?.to.port)
    expect(onward.length).toBeGreaterThan(0)
    for (const { from, power } of onward) {
      expect([from.device, from.plate_id, from.slot]).toEqual(['TB-HRU', 'CD', 'P1'])
      expect(power?.short_circuit_ka).toBeLessThanOrEqual(rated)
    }
  })

  test('the cable to the heat rejection unit counts the signals of this site', () => {
    const outdoors = site.connections.filter(
      (c) => c.service === 'control' && c.description.startsWith('Hard-wired signals'),
    )
    expect(outdoors).toHaveLength(site.modules.filter((m) => m.kind === 'heat_rejection_unit').length)
    for (const { cable, description } of outdoors) {
      expect(cable?.cores_count).toBe(cores('C-HRU') + SPARE_CORES)
      expect(description).toContain('TT-101')
    }
    expect(cores('C-HRU')).toBe(6)
  })
})
