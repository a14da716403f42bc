import {
  drawableText,
  textWidth,
  type ClimateZone,
  type Point,
  type Primitive,
  type TextPrimitive,
} from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { coolingSite } from '../../test/cooling-site.ts'
import { INTERLOCK_HALF } from '../symbols/pid/instrument-symbols.ts'
import { PID_LAYERS } from '../sheet/layers.ts'
import { drawPid } from './draw-pid.ts'
import { legendTables } from './legend-codes.ts'
import { typicalNotes } from './pid-notes.ts'
import { tieInTable } from './tie-in-table.ts'
import { typicalSheetItems } from './typical-sheet.ts'

const ZONES: ClimateZone[] = ['subarctic', 'temperate', 'arid_hot', 'tropical']
/** A line number further from its pipe than this needs a leader, mm. */
const NEAR_MM = 7.6

describe.each(ZONES)('%s', (zone) => {
  const site = coolingSite(8, zone)
  const items = typicalSheetItems(site)

  test('every line number stands at its pipe or leads to it', () => {
    for (const { line_no } of site.cooling.lines) {
      const label = items.find((i) => i.kind === 'text' && i.id === line_no)
      if (label?.kind !== 'text') throw new Error(line_no)
      const own = items.flatMap((i) => (i.kind === 'polyline' && i.net === label.net ? [i] : []))
      const pipes = own.filter((i) => /^M-(PIPE|HOSE)/.test(i.layer))
      const leader = own.find((i) => i.layer === 'M-ANNO-TEXT')
      const ends = leader === undefined ? cornersOf(label) : leader.points
      const reach = Math.min(...ends.flatMap((end) => pipes.map((pipe) => distance(end, pipe.points))))
      expect(reach, line_no).toBeLessThan(leader === undefined ? NEAR_MM : 0.3)
    }
  })

  test('every interlock of the table has a diamond at each cause and each effect, joined to it by a signal, and no other', () => {
    const { instruments, interlocks } = site.cooling
    const started = instruments.flatMap(({ tag, trips }) =>
      trips.map((trip) => `${tag} starts ${trip.interlock}`),
    )
    const acting = interlocks.flatMap(({ number, acts_on }) =>
      acts_on.map((tag) => `${number} acts on ${tag}`),
    )
    const diamonds = items.flatMap((i) => (i.kind === 'use' && i.symbol === 'INTERLOCK' ? [i] : []))
    const roles = diamonds.flatMap(({ at, attributes = {} }) => {
      const { NUMBER = '', INITIATED_BY, ACTS_ON = '' } = attributes
      expect(items).toContainEqual(expect.objectContaining({ kind: 'text', at, value: NUMBER }))
      return INITIATED_BY === undefined
        ? ACTS_ON.split(' ').map((tag) => ({ at, tag, words: `${NUMBER} acts on ${tag}` }))
        : [{ at, tag: INITIATED_BY, words: `${INITIATED_BY} starts ${NUMBER}` }]
    })
    const words = roles.map((role) => role.words)
    expect(words.sort()).toEqual([...new Set([...started, ...acting])].sort())
    for (const role of roles) expect(signalledFrom(items, role.at), role.words).toContain(role.tag)
  })

  test('no note is longer than a text of a drawing may be', () => {
    for (const note of typicalNotes(site)) expect(drawableText(note)).toBe(note)
  })

  test('where it is colder than the technology loop bears, a note says what keeps it from freezing', () => {
    const { design_low_c, technology_coolant } = site.cooling
    const told = typicalNotes(site).filter((note) =>
      note.includes('from filling on the container is kept above 5'),
    )
    expect(told).toHaveLength(design_low_c < technology_coolant.freeze_c ? 1 : 0)
    expect(zone === 'temperate' || zone === 'subarctic').toBe(told.length === 1)
  })

  test('every plate port with a hose is a tie-in point, and so is what others bring', () => {
    const { rows } = tieInTable(site)
    const points = rows.map((row) => row.cells[0])
    expect(rows[1]?.cells.at(-1)).toMatch(/^DN\d+ EN 1092-1 flange PN16/)
    expect(rows[2]?.cells.at(-1)).toMatch(/^DN25 EN 1092-1 flange PN16/)
    expect(rows.slice(0, 3).flatMap((row) => row.cells.slice(2, 4))).not.toContain('-')
    const water = zone === 'subarctic' ? [] : ['site water']
    const bleed = zone === 'subarctic' ? [] : ['site drain']
    expect(points).toEqual(['CD.R1', 'CD.S1', 'EX-C.DR1', 'fill cart', ...water, ...bleed, 'fill cart'])
  })

  test('the legend explains the codes that are used and no other', () => {
    const { letters, equipment, lines } = legendTables(site)
    const codes = (rows: readonly { readonly cells: readonly string[] }[]): Set<string> =>
      new Set(rows.map((row) => row.cells[0] ?? ''))
    const { cooling } = site
    for (const { tag } of cooling.equipment.filter((e) => e.kind !== 'node'))
      expect(codes(equipment.rows)).toContain(tag.split('-')[0])
    for (const { tag } of [...cooling.valves, ...cooling.instruments])
      expect(codes(letters.rows)).toContain(tag.split('-')[0])
    for (const { service, pipe_class, insulation, tracing } of cooling.lines)
      for (const code of [service, pipe_class, insulation, tracing]) expect(codes(lines.rows)).toContain(code)
    expect(codes(equipment.rows).has('CH')).toBe(zone === 'tropical')
    expect(codes(lines.rows).has('MW')).toBe(zone !== 'subarctic')
    expect(codes(lines.rows).has('ET')).toBe(zone === 'subarctic')
  })
})

test('symbols carry tag, module and line as data', () => {
  const of = (containers: number, tag: string): unknown => {
    const use = typicalSheetItems(coolingSite(containers)).find((i) => i.kind === 'use' && i.id === tag)
    return use?.kind === 'use' ? use.attributes : undefined
  }
  expect(of(1, 'P-101A')).toMatchObject({ TAG: 'P-101A', MODULE_ID: 'heat_rejection_unit_1' })
  expect(of(1, 'XV-201')).toMatchObject({ MODULE_ID: 'compute_container_1', FAIL: 'FC' })
  expect(of(8, 'TT-201')).toMatchObject({
    MODULE_ID: 'compute_container',
    LINE: 'DN50-TCSS-2nn01-SS1A-N-N',
    SETPOINT: '36 degC',
  })
})

test('supply is drawn cold, return is drawn warm', () => {
  for (const { name, rgb } of PID_LAYERS.filter((layer) => /^M-PIPE-(TC|FW)S[SR]$/.test(layer.name)))
    expect(name.endsWith('S') ? rgb[2] > rgb[0] : rgb[0] > rgb[2], name).toBe(true)
})

test('a hose that is wider than the plate is drawn with its reducer', () => {
  const site = coolingSite(1, 'subarctic')
  const narrow = {
    ...site,
    connections: site.connections.map((c) =>
      c.hose === null ? c : { ...c, hose: { ...c.hose, dn: 65, reducer_dn: 50 } },
    ),
  }
  const reducers = (of: typeof site): Primitive[] =>
    typicalSheetItems(of).filter((i) => i.kind === 'use' && i.symbol === 'REDUCER')
  expect(reducers(site)).toHaveLength(0)
  expect(reducers(narrow)).toHaveLength(2)
})

test('what others bring is told by its tie-in, not by the words of an end', () => {
  const site = coolingSite(1)
  const worded = site.cooling.lines.map((line) => ({ ...line, from: 'end BY OTHERS', tie_in: null }))
  const points = (lines: typeof worded | typeof site.cooling.lines): string[] =>
    tieInTable({ ...site, cooling: { ...site.cooling, lines } }).rows.map(({ cells }) => cells[0] ?? '')
  expect(points(worded)).toEqual(['CD.R1', 'CD.S1', 'EX-C.DR1'])
  const tied = worded.map((line, index) =>
    index === 0 ? { ...line, tie_in: { point: 'town main', at: 'compute_container' as const } } : line,
  )
  expect(points(tied)).toEqual(['CD.R1', 'CD.S1', 'EX-C.DR1', 'town main'])
})

test('the contact of the load shed leads to the breaker whose release it holds', () => {
  const site = coolingSite(1)
  const notes = (opens: string | null): string[] => {
    const typicals = site.typicals.map((typical) => ({
      ...typical,
      equipment: typical.equipment.map((one) => ({
        ...one,
        undervoltage_release:
          one.undervoltage_release === null || opens === null ? null : { ...one.undervoltage_release, opens },
      })),
    }))
    const items = drawPid({ ...site, typicals }).sheets.flatMap((sheet) => sheet.items)
    return items.flatMap((item) =>
      item.kind === 'text' && item.value.startsWith('TO MDP') ? [item.value] : [],
    )
  }
  expect(notes('MDP.TX')).toEqual(['TO MDP.TX'])
  expect(notes('MDP.NODES')).toEqual(['TO MDP.NODES'])
  expect(notes(null)).toEqual([])
})

test('a coupling that names its size is not given it twice', () => {
  const site = coolingSite(1)
  const sized = site.connections.map((c) =>
    c.service === 'drain' && c.hose !== null ? { ...c, hose: { ...c.hose, coupling: 'camlock DN25' } } : c,
  )
  const [, , drain] = tieInTable({ ...site, connections: sized }).rows
  expect(drain?.cells.at(-1)).toBe('camlock DN25')
})

test('no list is broken over two columns', () => {
  const lists = drawPid(coolingSite(33)).sheets.filter((s) => s.sheet_id.startsWith('pid-lists'))
  const texts = lists.flatMap((s) => s.items.flatMap((i) => (i.kind === 'text' ? [i.value] : [])))
  expect(texts.filter((value) => / LIST, |^HARD-WIRED SIGNALS/.test(value))).toHaveLength(5)
})

/** How far a signal may end from the centre of a symbol that it leads to, mm: at the side of a chiller. */
const SYMBOL_MM = 14.1

/** Tags of the symbols that a diamond is joined to: over the diamonds beside it, and the signals that end at one of them. */
function signalledFrom(items: readonly Primitive[], from: Point): string[] {
  const signals = items.flatMap((i) => (i.kind === 'polyline' && i.layer === 'M-SIGL' ? [i.points] : []))
  const diamonds = items.flatMap((i) => (i.kind === 'use' && i.symbol === 'INTERLOCK' ? [i.at] : []))
  const far = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])
  const pumps = items.flatMap((i) => (i.kind === 'use' && i.symbol === 'PUMP' ? [i.at] : []))
  // One signal moves both pumps of a pair: it goes on behind the first.
  const across = (a: Point, b: Point): boolean => pumps.some((p) => far(p, a) < 6.3 && far(p, b) < 6.3)
  const seen: Point[] = [from]
  for (const at of seen) {
    const beside = diamonds.filter((d) => far(d, at) <= 2 * INTERLOCK_HALF + 0.1)
    const ends = signals.flatMap((points) => {
      const [a, b] = [points[0], points.at(-1)]
      return a === undefined || b === undefined ? [] : [[a, b] as const, [b, a] as const]
    })
    const led = ends.flatMap(([a, b]) => (far(a, at) <= INTERLOCK_HALF + 0.1 || across(a, at) ? [b] : []))
    for (const next of [
      ...beside,
      ...led,
      ...diamonds.filter((d) => led.some((l) => far(l, d) <= INTERLOCK_HALF + 0.1)),
    ])
      if (!seen.some((known) => far(known, next) < 0.01)) seen.push(next)
  }
  return items.flatMap((i) =>
    i.kind === 'use' && i.id !== undefined && seen.some((at) => far(at, i.at) <= SYMBOL_MM) ? [i.id] : [],
  )
}

/** Corners of a text's box. */
function cornersOf({ at, height, value, halign, rotation_deg }: TextPrimitive): Point[] {
  const width = textWidth(value, height)
  const start = { left: 0, centre: -width / 2, right: -width }[halign ?? 'left']
  const along = [start, start + width / 2, start + width]
  return along.flatMap((u) =>
    [0, height].map((v): Point => (rotation_deg === 90 ? [at[0] - v, at[1] + u] : [at[0] + u, at[1] + v])),
  )
}

/** Distance of a point to an orthogonal run. */
function distance([x, y]: Point, points: readonly Point[]): number {
  return Math.min(
    ...points.slice(1).map(([x1, y1], index) => {
      const [x0, y0] = points[index] ?? [0, 0]
      const dx = Math.max(Math.min(x0, x1) - x, 0, x - Math.max(x0, x1))
      const dy = Math.max(Math.min(y0, y1) - y, 0, y - Math.max(y0, y1))
      return Math.hypot(dx, dy)
    }),
  )
}
