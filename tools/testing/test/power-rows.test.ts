import type { CableDetail, Connection, PowerDesign } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample } from '../src/index.ts'

/** Standard ratings up to 800 A (NEC 2023, 240.6(A)): the next one above an ampacity may protect it (240.4(B)). */
const STANDARD_A = [
  15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 225, 250, 300, 350, 400, 450,
  500, 600, 700, 800,
]

/** What every power row of the schedule states. */
const POWER_COLUMNS = [
  'protection_tag',
  'protection_a',
  'protection_ka',
  'protection_poles',
  'short_circuit_ka',
  'ampacity_base_a',
  'ampacity_derated_a',
] as const satisfies readonly (keyof PowerDesign)[]
const CABLE_COLUMNS = [
  'size_awg',
  'size_mm2',
  'earth_size_awg',
  'earth_size_mm2',
  'voltage_rating_v',
] as const satisfies readonly (keyof CableDetail)[]

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(name)
  const rows = [...site.connections, ...site.typicals.flatMap((typical) => typical.connections)].filter((c) =>
    c.service.startsWith('power_'),
  )
  const inside = (id: string): Connection =>
    site.typicals.flatMap((t) => t.connections).find((c) => c.connection_id === id)!

  test('no power row of the schedule has an empty figure', () => {
    expect(rows.length).toBeGreaterThan(30)
    const empty = rows.flatMap(({ connection_id, power, cable }) => [
      ...POWER_COLUMNS.filter((column) => !power?.[column]).map((column) => `${connection_id} ${column}`),
      ...CABLE_COLUMNS.filter((column) => !cable?.[column]).map((column) => `${connection_id} ${column}`),
    ])
    expect(empty).toEqual([])
  })

  test('every low-voltage cable carries its breaker, or the next standard rating below it', () => {
    const unprotected = rows.filter(({ service, power }) => {
      const { ampacity_derated_a: ampacity, protection_a: trip } = power!
      const allowed = STANDARD_A.find((rating) => rating >= ampacity) ?? ampacity
      return service === 'power_lv' && trip! > Math.max(allowed, ampacity)
    })
    expect(unprotected.map((c) => c.connection_id)).toEqual([])
  })

  test('conductors of a transformer secondary carry the whole rating of their main', () => {
    const secondary = rows.filter(
      (c) => c.service === 'power_lv' && (/^PL-T\d+-/.test(c.connection_id) || /^TX\d$/.test(c.from.device)),
    )
    expect(secondary.length).toBeGreaterThan(0)
    for (const { power } of secondary)
      expect(power!.protection_a).toBeLessThanOrEqual(power!.ampacity_derated_a)
  })

  test('the neutral of power supplies is a loaded conductor, that of feeders is not', () => {
    // 6 AWG: 75 A x 0.91 x 0.8 = 54.6 A; its 60 A breaker is the next standard rating
    expect(inside('W-R1A').power).toMatchObject({
      grouping_factor: 0.8,
      ampacity_derated_a: 54.6,
      protection_a: 60,
    })
    // 300 kcmil: 320 A x 0.91 x 0.8 = 233 A for a main of 225 A
    expect(inside('W-TX2').cable?.size_awg).toBe('300 kcmil')
    expect(inside('W-TX2').power).toMatchObject({ ampacity_derated_a: 233, protection_a: 225 })
    expect(inside('W-PA').power).toMatchObject({ grouping_factor: 1, ampacity_derated_a: 230 })
  })

  test('the circuit of a heat rejection unit continues that of the panel with one earthing conductor', () => {
    const supply = site.connections.find((c) => /^PL-C\d+-D\d+-01$/.test(c.connection_id))!
    const { cable, power } = inside('W-HRU')
    expect(supply.cable?.earth_size_awg).toBe(cable?.earth_size_awg)
    expect(supply.power).toMatchObject({
      protection_a: power?.protection_a,
      protection_ka: power?.protection_ka,
    })
    expect(supply.power!.short_circuit_ka).toBeLessThan(power!.short_circuit_ka!)
  })
})

test('what the customer lays has a size and a voltage that it must have at least, what is ours has none', () => {
  const { transformers, supplies, mv_bus } = engineerExample('dod_no_bess').electrical.blocks[0]!
  for (const required of [supplies[0]!.required_cable, transformers[0]!.required_cables?.primary])
    // 0.12 kA asks for 0.7 mm2, the relays for 23 A: the least at 15 kV with the least earthing conductor (NEC 315.12, 250.190(C))
    expect(required).toBe('3 x 2 AWG + 6 AWG E, 15 kV 133 %')
  // 300 kVA: 361 A, set to 370 A: two sets of 4/0 AWG, at 50 degC 0.82 x 260 A = 213 A each
  // Before the first overcurrent device: 4/0 AWG in a raceway asks for 2 AWG, 2 x 4/0 AWG at the neutral for 1/0 AWG (250.102(C)(1))
  expect(transformers[0]!.required_cables?.secondary).toBe(
    '2 sets of 3 x 4/0 AWG + N + 2 AWG E, 600 V, a raceway for each set',
  )
  expect(transformers[0]!.bonding_jumper_awg).toBe('1/0')
  // below 1 kA two decimals: 0.1 would read as nothing
  expect(mv_bus!.short_circuit_ka).toBe(0.12)
  expect(supplies[0]!.by_others).toContain('86, 86BF, 87G shut it down')
  expect(supplies[0]!.breaker.trips).toEqual([])
  const ours = engineerExample('commercial_ac').electrical.blocks[0]!
  expect([ours.supplies[0]!.required_cable, ours.transformers[0]!.required_cables]).toEqual([null, null])
})

test('what 86BF of an incomer does is said of the sources that there are', () => {
  const note = (name: (typeof EXAMPLE_NAMES)[number]): string | undefined =>
    engineerExample(name).electrical.operation.find((text) => text.startsWith('50BF'))
  expect(note('dod_no_bess')).toBe('50BF acts over 86BF, which stops the machine behind the incomer.')
  expect(note('commercial_ac')).toBe(
    '50BF acts over 86BF, which opens every other source of the bus and stops the machine behind the incomer.',
  )
})

test('switchgear of the customer is asked for surge protection, drawn and not ordered', () => {
  const site = engineerExample('dod_no_bess')
  expect(site.electrical.blocks[0]!.lv_buses[0]!.surge_protection).toBe('SPD type 1 + 2')
  expect(site.items.find(({ tag }) => tag === 'S01')).toMatchObject({
    scope: 'by_others',
    rating: '480Y/277 V, 1 section of 800 A, 14 kA, SPD type 1 + 2 at each section, 202.6 kVA demand',
  })
  expect(site.items.find(({ item_id }) => item_id.endsWith('spd-main'))).toBeUndefined()
})

test('the earthing conductor of a secondary is the supply-side bonding jumper of its raceway', () => {
  // 400 kcmil 1/0 AWG, whatever the 2410 A of the main would ask for (NEC 2023, 250.102(C)(2))
  const secondary = engineerExample('commercial_ac').connections.find(
    (c) => c.connection_id === 'PL-T01-G01-01',
  )
  expect(secondary?.cable).toMatchObject({ size_awg: '400 kcmil', earth_size_awg: '1/0' })
})

test('the jumper at a neutral of the customer is listed, not ordered', () => {
  const jumpers = engineerExample('dod_no_bess').items.filter((i) => i.item_id.startsWith('bonding-jumper'))
  expect(jumpers.map((i) => [i.rating, i.scope, i.quantity])).toEqual([
    ['1/0 AWG, electrode conductor 1/0 AWG', 'by_others', 1],
  ])
})

test.each(EXAMPLE_NAMES)('%s: a circuit that goes on outside has one power and one current', (name) => {
  const site = engineerExample(name)
  const pairs = site.typicals.flatMap(({ connections, module_ids }) =>
    connections.flatMap((inside) =>
      site.connections
        .filter(
          ({ from, to, power }) =>
            power !== null &&
            ((from.port === inside.to.port && module_ids.includes(from.module_id)) ||
              (to.port === inside.from.port && module_ids.includes(to.module_id))),
        )
        .map((outside) => [inside, outside] as const),
    ),
  )
  expect(new Set(pairs.map(([inside]) => inside.to.port))).toContain('CD.P1')
  for (const [inside, outside] of pairs)
    expect([inside.power?.load_kw, inside.power?.design_current_a], outside.connection_id).toEqual([
      outside.power?.load_kw,
      outside.power?.design_current_a,
    ])
})
