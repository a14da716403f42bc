import { parseAssemblySpec } from '@edp/hardware-selector'
import type { CableDetail, Connection, Endpoint, SiteModel } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, examplePayload, repositoryText } from '../src/index.ts'

const slotAt = (plate_id: string, slot: string): string => {
  const text = repositoryText(`tools/example-catalogue/src/plates/${plate_id}.yaml`)
  return new RegExp(`id: ${slot},[^}]*`).exec(text)?.[0] ?? ''
}

/** What the drawing of a plate has at a slot: `DN25-PN16` is a flange of that size. */
const connectorAt = (plate_id: string, slot: string): string =>
  /connector: ([^,\s]+)/.exec(slotAt(plate_id, slot))?.[1] ?? 'none'

const isFlange = (connector: string): boolean => /^DN\d+-PN\d+$/.test(connector)

test.each(EXAMPLE_NAMES)('%s: a hose ends in what the plate has at its slot', (name) => {
  const ends = engineerExample(name)
    .connections.filter(({ hose }) => hose !== null)
    .flatMap(({ from, to }) => [from, to])
    .filter((end) => end.plate_id !== null && !end.termination.includes('by others'))
  expect(ends.length).toBeGreaterThan(0)
  const wrong = ends.filter(
    ({ plate_id, slot, termination }) =>
      isFlange(connectorAt(plate_id ?? '', slot ?? '')) !== termination.includes('flange'),
  )
  expect(wrong).toEqual([])
})

/** What ends in the connectors of a slot, as the file of the connectors says. */
function takenAt({ plate_id, slot }: Endpoint): Record<string, number> {
  const [plate, name] = [plate_id ?? '', slot ?? '']
  const file = repositoryText('tools/example-catalogue/src/plates/connectors.yaml')
  const entry = new RegExp(`^  ${connectorAt(plate, name)}:\\n(?: {4,}.*\\n)*`, 'm').exec(file)?.[0] ?? ''
  const takes = /takes: \{ (.*) \}/.exec(entry)?.[1] ?? ''
  const figures = takes.split(', ').filter((part) => part !== '')
  const at = Object.fromEntries(
    figures.map((part): [string, number] => {
      const [key = '', value] = part.split(': ')
      return [key, Number(value)]
    }),
  )
  return at
}

/** Poles of a slot; a slot without them is one position. */
const polesAt = ({ plate_id, slot }: Endpoint): string[] =>
  /poles:\s*\[([^\]]*)\]/
    .exec(slotAt(plate_id ?? '', slot ?? ''))?.[1]
    ?.split(',')
    .map((pole) => pole.trim())
    .filter((pole) => pole !== '') ?? []

/** Cables that pass a plate, the earthing conductor beside the singles of a set among them. */
function cablesOf(quantity: number, cable: CableDetail): number {
  const beside = cable.cores_count === 1 && cable.earth_size_mm2 !== null ? 1 : 0
  return quantity * cable.sets_count * (cable.cables_per_set_count + beside)
}

/** What is wrong with a cable at a position of a plate. */
function objections({ quantity, cable }: Connection, end: Endpoint): string[] {
  if (cable === null) return []
  const { cables_count: each, cable_mm, fibres_count, cores_count } = takenAt(end)
  const cables_count = each === undefined ? undefined : each * Math.max(1, polesAt(end).length)
  const above = (what: string, is: number | null, most: number | undefined): string[] =>
    most !== undefined && is !== null && is > most ? [`${what} ${is} > ${most}`] : []
  return [
    ...above('cables', cablesOf(quantity, cable), cables_count),
    ...above('mm', cable.outer_diameter_mm, cable_mm),
    ...above('fibres', cable.fibres_count, fibres_count),
    ...above('cores', cable.cores_count, cores_count),
  ].map((text) => `${end.plate_id ?? ''} ${end.slot ?? ''}: ${text}`)
}

/** Bushings: each pole has a pad for lugs. */
const ON_POLES = /^(SP\d|PAD)/

const isOnPoles = ({ plate_id, slot }: Endpoint): boolean =>
  ON_POLES.test(connectorAt(plate_id ?? '', slot ?? ''))

/** What is wrong with a circuit on the bushings of a slot: conductors without a pole, lugs without a pad, its current. */
function poleObjections({ cable, power }: Connection, end: Endpoint, circuits: number): string[] {
  if (cable === null || power === null) return [`${end.plate_id ?? ''} ${end.slot ?? ''}: no circuit`]
  const { cables_count = 0, current_a = 0 } = takenAt(end)
  const [earths, live] = [/^PE/, /^(?!PE)/].map(
    (kind) => polesAt(end).filter((pole) => kind.test(pole)).length,
  )
  const above = (what: string, is: number, most: number): string[] =>
    is > most ? [`${what} ${is} > ${most}`] : []
  return [
    ...above('poles', circuits * cable.cables_per_set_count, live ?? 0),
    ...above('earths', cable.sets_count, (earths ?? 0) * cables_count),
    ...above('lugs', Math.ceil(cable.sets_count / circuits), cables_count),
    ...above('A', power.design_current_a / circuits, current_a),
  ].map((text) => `${end.plate_id ?? ''} ${end.slot ?? ''}: ${text}`)
}

/** Circuits of the DC connections of batteries, which are fused one by one. */
const circuitsOf = ({ electrical }: SiteModel): ReadonlyMap<string, number> =>
  new Map(
    electrical.blocks
      .flatMap(({ bess_branches }) => bess_branches.flatMap(({ units }) => units))
      .flatMap(({ dc, power_connection_ids }) =>
        power_connection_ids.map((id) => [id, dc?.circuits_count ?? 1] as const),
      ),
  )

const positionsOf = ({ connections }: SiteModel): (readonly [Connection, Endpoint])[] =>
  connections
    .filter(({ cable }) => cable !== null)
    .flatMap((connection) => [connection.from, connection.to].map((end) => [connection, end] as const))
    .filter(([, { plate_id }]) => plate_id !== null)

describe.each([
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  ...([3, 16, 32, 33] as const).flatMap((containers) =>
    (['commercial_ac', 'commercial_dc_ext', 'commercial_no_bess'] as const).map((name) => {
      const size = { target_gpu_count: containers * 56, source_capacity_mw: containers }
      return [`${name} of ${containers} containers`, examplePayload(name, size)] as const
    }),
  ),
  // Ten sets behind the transformer: the most that its frame takes.
  [
    'federal_ac of 16 containers',
    examplePayload('federal_ac', { target_gpu_count: 16 * 56, source_capacity_mw: 16 }),
  ] as const,
])('%s', (_, payload) => {
  const site = engineerExample(payload)
  const isPole = ([, end]: readonly [Connection, Endpoint]): boolean => isOnPoles(end)
  const crowded = site.findings.some(
    ({ code, message }) => code === 'FIB-002' && message.includes('made for'),
  )
  const poles = positionsOf(site).filter(isPole)
  const positions = positionsOf(site).filter((position) => !isPole(position))

  test('every position of a plate that a cable passes says what it takes', () => {
    expect(positions.length).toBeGreaterThan(0)
    expect(
      positions.filter(([, end]) => takenAt(end)['cables_count'] === undefined).map(([, end]) => end),
    ).toEqual([])
    const fibres = positions.filter(([{ service }]) => service === 'fibre')
    expect(fibres.every(([, end]) => takenAt(end)['fibres_count'] ?? takenAt(end)['cable_mm'])).toBe(true)
  })

  test('bushings have a pole for every conductor of a circuit, a pad for every lug and its current', () => {
    const circuits = circuitsOf(site)
    expect(poles.length).toBeGreaterThan(0)
    expect(
      poles.flatMap(([connection, end]) =>
        poleObjections(connection, end, circuits.get(connection.connection_id) ?? 1),
      ),
    ).toEqual([])
  })

  test('the cables of all connections that pass a slot fit it', () => {
    const sums = new Map<string, { end: Endpoint; cables: number }>()
    for (const [{ quantity, cable }, end] of positions) {
      if (cable === null || end.termination.endsWith('by others')) continue
      const key = [end.module_id, end.plate_id, end.slot].join(' ')
      const cables = cablesOf(quantity, cable) + (sums.get(key)?.cables ?? 0)
      sums.set(key, { end, cables })
    }
    const full = [...sums].filter(
      ([, { end, cables }]) =>
        cables > (takenAt(end)['cables_count'] ?? 0) * Math.max(1, polesAt(end).length),
    )
    expect(full.map(([key]) => key).filter((key) => !(crowded && / CG X\d$/.test(key)))).toEqual([])
  })

  test('no transit frame of the grid container is planned for more than 80 % of its modules', () => {
    const frames = new Map<string, { modules: number; cables: number }>()
    for (const [{ quantity, cable }, end] of positions) {
      const modules = Number(TRANSIT.exec(connectorAt(end.plate_id ?? '', end.slot ?? ''))?.[1])
      if (cable === null || Number.isNaN(modules) || !end.designation.startsWith('G')) continue
      const key = [end.module_id, end.plate_id, end.slot].join(' ')
      const cables = cablesOf(quantity, cable) + (frames.get(key)?.cables ?? 0)
      frames.set(key, { modules, cables })
    }
    expect(frames.size > 0).toBe(site.resolution.grid_container_present)
    expect([...frames].filter(([, { modules, cables }]) => cables > 0.8 * modules)).toEqual([])
  })

  test('cables, their diameter, fibres and cores fit it; where they do not a finding says so', () => {
    const wrong = positions.flatMap(([connection, end]) => objections(connection, end))
    expect(wrong.filter((text) => !(crowded && /^CG X\d: cables/.test(text)))).toEqual([])
  })
})

const TRANSIT = /^TRANSIT(\d+)$/

test.each(['TRANSIT48', 'TRANSIT64'])(
  '%s: its modules and 60 mm of wedge and stay plates fill the cut-out',
  (name) => {
    const file = repositoryText('tools/example-catalogue/src/plates/connectors.yaml')
    const [, width, height] =
      new RegExp(`^  ${name}:\\n(?: {4,}.*\\n)*?.*width_mm: (\\d+), height_mm: (\\d+)`, 'm').exec(file) ?? []
    const modules = (Number(width) / 30) * ((Number(height) - 60) / 30)
    expect(modules).toBe(Number(TRANSIT.exec(name)?.[1]))
    expect(file).toContain(`takes: { cables_count: ${modules}, cable_mm: 24 }`)
  },
)

/** Plugs and fibres of cables of a container on the inner side of its bulkheads, by position. */
function insideBulkheads({ typicals }: SiteModel): { at: Endpoint; plugs: number; fibres: number }[] {
  const found = new Map<string, { at: Endpoint; plugs: number; fibres: number }>()
  for (const { kind, designations, connections } of typicals)
    for (const { from, to, cable, quantity } of connections)
      for (const at of [from, to]) {
        if (at.plate_id === null || takenAt(at)['inside_count'] === undefined) continue
        const key = [kind, designations, at.plate_id, at.slot].join(' ')
        const { plugs, fibres } = found.get(key) ?? { plugs: 0, fibres: 0 }
        found.set(key, {
          at,
          plugs: plugs + quantity,
          fibres: fibres + quantity * (cable?.fibres_count ?? 0),
        })
      }
  return [...found.values()]
}

describe.each([
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  ...(['commercial_ac', 'commercial_no_bess'] as const).map((name) => {
    const size = { target_gpu_count: 33 * 56, source_capacity_mw: 33 }
    return [`${name} of 33 containers`, examplePayload(name, size)] as const
  }),
])('ends of OT fibres: %s', (_, payload) => {
  const site = engineerExample(payload)
  const fibres = site.connections.filter(({ service, cable }) => service === 'fibre' && cable?.plugs === null)
  const ends = fibres.flatMap((cable) => [cable.from, cable.to].map((end) => ({ cable, end })))
  const supplied = ends.filter(
    ({ cable, end }) => cable.scope !== 'by_others' && !end.termination.endsWith('by others'),
  )

  test('inside a bulkhead ends what it has sockets and fibres for', () => {
    const inside = insideBulkheads(site)
    expect(new Set(inside.map(({ at }) => `${at.plate_id ?? ''} ${at.slot ?? ''}`))).toEqual(
      new Set(['CG F1', 'CG F2', 'EX-C N1', 'EX-C N2']),
    )
    for (const { at, plugs, fibres: count } of inside) {
      const { inside_count = 0, fibres_count = 0 } = takenAt(at)
      expect([at.slot, plugs <= inside_count, count <= fibres_count, at.termination]).toEqual([
        at.slot,
        true,
        true,
        'MPO-12',
      ])
    }
  })

  test('a plug at a bulkhead, a splice cassette at a panel, each end ordered once', () => {
    for (const { cable, end } of supplied) {
      const bulkhead = connectorAt(end.plate_id ?? '', end.slot ?? '') === 'FIBRE24'
      expect([cable.connection_id, end.termination]).toEqual([
        cable.connection_id,
        bulkhead ? 'sealed multi-fibre plug, 12 fibres' : 'splice cassette, LC duplex',
      ])
      expect(end.device === 'FPP').toBe(!bulkhead)
    }
    const ordered = (description: RegExp): number =>
      site.items
        .filter((item) => description.test(item.description))
        .reduce((sum, item) => sum + item.quantity, 0)
    const plugs = supplied.filter(({ end }) => end.termination.includes('plug')).length
    expect(ordered(/^Sealed multi-fibre cable plug/)).toBe(plugs)
    expect(ordered(/^Splice cassette/)).toBe(supplied.length - plugs)
    for (const { cable } of ends)
      expect(cable.cable?.type.includes('plug at one end')).toBe(
        [cable.from, cable.to].some(({ termination }) => termination.startsWith('sealed multi-fibre plug')),
      )
  })

  test('the panel of a grid container has a cassette for every cable and a lead for every one that is lit', () => {
    for (const { module_id } of site.modules.filter(({ kind }) => kind === 'grid_container')) {
      const own = ends.filter(({ end }) => end.module_id === module_id && end.device === 'FPP')
      const panel = site.items.find(
        (item) => item.component_tags === 'FPP' && item.module_ids.includes(module_id),
      )
      expect(panel?.rating).toContain(`${own.length} cassettes, ${6 * own.length} LC duplex`)
      const leads = site.typicals
        .filter(({ module_ids }) => module_ids.includes(module_id))
        .flatMap(({ connections }) => connections)
        .filter(({ service, to }) => service === 'fibre' && to.device === 'FPP')
      const to = (network: (name: string) => boolean): number =>
        own.filter(({ cable }) => network(cable.data?.network ?? '')).length
      const ways = Math.min(2, site.blocks.length)
      expect(leads.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(
        to((name) => name === 'OT') + ways * to((name) => name !== 'OT'),
      )
    }
  })
})

describe.each(['compute-container', 'grid-container'])('%s', (role) => {
  test.each(['ac', 'dc'])(
    'commercial-%s: port and bushings of a position are made for one current',
    (output) => {
      const key = `assemblies/${role}/commercial-${output}/spec.yaml`
      const { ports, yard } = parseAssemblySpec(repositoryText(`examples/catalogue/${key}`), key)
      const ofPlates = [...ports, ...yard.flatMap((unit) => unit.ports)].flatMap(
        ({ rating, interface: at }) =>
          at?.plate_id == null || !ON_POLES.test(connectorAt(at.plate_id, at.slot)) ? [] : [{ rating, at }],
      )
      expect(ofPlates.length).toBeGreaterThan(0)
      for (const { rating, at } of ofPlates)
        expect([at.plate_id, at.slot, rating.current_a]).toEqual([
          at.plate_id,
          at.slot,
          takenAt({ ...at, module_id: '', designation: '', device: '', port: '', termination: '' })[
            'current_a'
          ],
        ])
    },
  )
})

/** An end at a position of a plate, as far as its connector is asked. */
const endAt = (plate_id: string, slot: string): Endpoint => ({
  ...{ module_id: '', designation: '', device: '', port: '', termination: '' },
  ...{ plate_id, slot },
})

test.each(['ac', 'dc'])(
  'commercial-%s: a port of 13.8 kV at a plate takes the cables of its seals',
  (output) => {
    const key = `assemblies/grid-container/commercial-${output}/spec.yaml`
    const { ports, yard } = parseAssemblySpec(repositoryText(`examples/catalogue/${key}`), key)
    const sealed = [...ports, ...yard.flatMap((unit) => unit.ports)].flatMap(
      ({ service, rating, interface: at }) =>
        at?.plate_id == null || service !== 'power_mv'
          ? []
          : [
              {
                is: rating.cables_count,
                end: endAt(at.plate_id, /\d$/.test(at.slot) ? at.slot : `${at.slot}1`),
              },
            ],
    )
    expect(sealed.length).toBe(8)
    for (const { is, end } of sealed)
      expect([end.slot, is]).toEqual([
        end.slot,
        (takenAt(end)['cables_count'] ?? 0) * Math.max(1, polesAt(end).length),
      ])
  },
)

test('a collector of two sets has more cables than the seals at its ends take: a finding says so', () => {
  const site = engineerExample(
    examplePayload('commercial_dc_int', { target_gpu_count: 24 * 56, source_capacity_mw: 24 }),
  )
  const collector = site.connections.find((c) => c.connection_id === 'PM-G01-K01-01')
  // 418 A, relay at 525 A: two sets of three singles, each with its earthing conductor.
  expect([collector?.power?.design_current_a, collector?.cable?.sets_count]).toEqual([418.4, 2])
  expect(site.findings.filter(({ code }) => code.startsWith('PLATE'))).toMatchObject([
    {
      code: 'PLATE-004',
      severity: 'critical',
      concerns: ['PM-G01-K01-01'],
      figures: { connections: 1, cables: 8, cables_taken: 4 },
    },
  ])
})

test.each([8, 16, 32])(
  '%s compute containers: their cables enter the grid container by plates of its own',
  (count) => {
    const { connections, findings } = engineerExample(
      examplePayload('commercial_ac', { target_gpu_count: count * 56, source_capacity_mw: count }),
    )
    const entries = connections
      .filter(({ from, to }) => from.designation.startsWith('G') && /^[BC]G/.test(to.plate_id ?? ''))
      .map(({ service, system, from, to }) =>
        [service, system ?? '-', to.slot, from.plate_id, from.slot].join(' '),
      )
    expect(entries.length).toBeGreaterThan(count * 6)
    const allowed = [
      /^power_lv A PA EX-F PA[1-4]$/,
      /^power_lv B PB EX-F PB[1-4]$/,
      /^power_lv - A1 EX-F A1$/,
      /^control - C1 EX-N C1$/,
      /^fibre A [FX]1 EX-N FA[1-4]$/,
      /^fibre B [FX]2 EX-N FB[1-4]$/,
    ]
    expect(entries.filter((entry) => !allowed.some((pattern) => pattern.test(entry)))).toEqual([])
    expect(findings.filter(({ code }) => code.startsWith('PLATE'))).toEqual([])
  },
)
