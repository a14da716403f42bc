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
  const poles = /poles: \[([^\]]*)\]/.exec(slotAt(plate, name))?.[1]?.split(',').length ?? 1
  return { ...at, ...('cables_count' in at ? { cables_count: at['cables_count'] * poles } : {}) }
}

/** Cables that pass a plate, the earthing conductor beside the singles of a set among them. */
function cablesOf(quantity: number, cable: CableDetail): number {
  const beside = cable.cores_count === 1 && cable.earth_size_mm2 !== null ? 1 : 0
  return quantity * cable.sets_count * (cable.cables_per_set_count + beside)
}

/** What is wrong with a cable at a position of a plate. */
function objections({ quantity, cable }: Connection, end: Endpoint): string[] {
  if (cable === null) return []
  const { cables_count, cable_mm, fibres_count, cores_count } = takenAt(end)
  const above = (what: string, is: number | null, most: number | undefined): string[] =>
    most !== undefined && is !== null && is > most ? [`${what} ${is} > ${most}`] : []
  return [
    ...above('cables', cablesOf(quantity, cable), cables_count),
    ...above('mm', cable.outer_diameter_mm, cable_mm),
    ...above('fibres', cable.fibres_count, fibres_count),
    ...above('cores', cable.cores_count, cores_count),
  ].map((text) => `${end.plate_id ?? ''} ${end.slot ?? ''}: ${text}`)
}

/** Lugs and studs stand outside of the plate on each pole; what passes it has a gland, seal, frame or bulkhead. */
const ON_POLES = /^(SP|PAD|STUD)/

const positionsOf = ({ connections }: SiteModel): (readonly [Connection, Endpoint])[] =>
  connections
    .filter(({ cable }) => cable !== null)
    .flatMap((connection) => [connection.from, connection.to].map((end) => [connection, end] as const))
    .filter(
      ([, { plate_id, slot }]) => plate_id !== null && !ON_POLES.test(connectorAt(plate_id, slot ?? '')),
    )

describe.each([
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  ...([3, 16, 32, 33] as const).flatMap((containers) =>
    (['commercial_ac', 'commercial_dc_ext', 'commercial_no_bess'] as const).map((name) => {
      const size = { target_gpu_count: containers * 56, source_capacity_mw: containers }
      return [`${name} of ${containers} containers`, examplePayload(name, size)] as const
    }),
  ),
])('%s', (_, payload) => {
  const site = engineerExample(payload)
  const positions = positionsOf(site)

  test('every position of a plate that a cable passes says what it takes', () => {
    expect(positions.length).toBeGreaterThan(0)
    expect(
      positions.filter(([, end]) => takenAt(end)['cables_count'] === undefined).map(([, end]) => end),
    ).toEqual([])
    const fibres = positions.filter(([{ service }]) => service === 'fibre')
    expect(fibres.every(([, end]) => takenAt(end)['fibres_count'] ?? takenAt(end)['cable_mm'])).toBe(true)
  })

  test('cables, their diameter, fibres and cores fit it; where they do not a finding says so', () => {
    const wrong = positions.flatMap(([connection, end]) => objections(connection, end))
    const crowded = site.findings.some(
      ({ code, message }) => code === 'FIB-002' && message.includes('made for'),
    )
    expect(wrong.filter((text) => !(crowded && /^CG X\d: cables/.test(text)))).toEqual([])
  })
})
