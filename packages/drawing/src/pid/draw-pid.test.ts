import {
  Drawing,
  drawingArea,
  NOTE_MAX,
  type ClimateZone,
  type Primitive,
  type Sheet,
  type SiteModel,
} from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { isConnected } from '../../test/connected.ts'
import { coolingSite } from '../../test/cooling-site.ts'
import { lintDrawing } from '../lint/lint-drawing.ts'
import { drawPid } from './draw-pid.ts'
import { printed } from './printed.ts'
import { typicalDesignation } from './typical-designation.ts'

const ZONES: ClimateZone[] = ['subarctic', 'temperate', 'arid_hot', 'tropical']

const sheetOf = (drawing: Drawing, sheet_id: string): Sheet =>
  drawing.sheets.find((s) => s.sheet_id === sheet_id)!
const textsOf = (items: readonly Primitive[]): string[] =>
  items.flatMap((i) => (i.kind === 'text' ? [i.value] : []))
const distribution = (drawing: Drawing): Sheet[] =>
  drawing.sheets.filter((s) => s.sheet_id.startsWith('pid-distribution'))
/** Tags that the typical sheet draws: symbols by their attribute, nodes and manifolds by the id of their text. */
const drawnTags = (sheet: Sheet): string[] =>
  sheet.items.flatMap((i) => (i.kind === 'use' && i.id !== undefined ? [i.id] : []))

describe('typical sheet', () => {
  test.each(ZONES)('%s: every valve and instrument of the model is drawn once, and no other', (zone) => {
    const site = coolingSite(2, zone)
    const tags = drawnTags(sheetOf(drawPid(site), 'pid-typical'))
    const listed = [...site.cooling.valves, ...site.cooling.instruments].map((x) => x.tag)
    // Flow meters carry their transmitter's bubble; equipment adds its own tags.
    for (const tag of listed)
      expect(
        tags.filter((t) => t === tag),
        tag,
      ).toHaveLength(1)
    const known = new Set([...listed, ...site.cooling.equipment.map((e) => e.tag)])
    expect(tags.filter((tag) => !known.has(tag))).toEqual([])
  })

  test.each(ZONES)('%s: every piece of equipment is drawn and named', (zone) => {
    const site = coolingSite(2, zone)
    const sheet = sheetOf(drawPid(site), 'pid-typical')
    const named = new Set([
      ...drawnTags(sheet),
      ...sheet.items.flatMap((i) => (i.kind === 'text' && i.id !== undefined ? [i.id] : [])),
    ])
    for (const item of site.cooling.equipment) {
      expect(named, item.tag).toContain(item.tag)
      expect(textsOf(sheet.items), item.tag).toContain(item.tag)
    }
  })

  test.each(ZONES)('%s: every line of the model is drawn as a pipe and carries its number', (zone) => {
    const site = coolingSite(2, zone)
    const sheet = sheetOf(drawPid(site), 'pid-typical')
    for (const line of site.cooling.lines) {
      const sequence = /-(\d)\{c\}(\d\d)-/.exec(line.line_no)!.slice(1).join('')
      const pipes = sheet.items.filter(
        (i) => i.kind === 'polyline' && i.net === sequence && /^M-(PIPE|HOSE)/.test(i.layer),
      )
      expect(pipes.length, line.line_no).toBeGreaterThan(0)
      expect(textsOf(sheet.items)).toContain(line.line_no.replace('{c}', 'nn'))
    }
  })

  test('both loops are closed: pipes, fittings and nodes lead from the heat exchanger back to it', () => {
    const drawing = drawPid(coolingSite(2))
    const technology = ['201', '213', '210', '211', '214', '202', '203', '204', '215']
    const facility = ['104', '119', '102', '121', '105', '106', '107', '120', '101', '118', '103']
    expect(isConnected(drawing, 'pid-typical', [475, 445], [475, 405], technology)).toBe(true)
    expect(isConnected(drawing, 'pid-typical', [460, 405], [460, 445], facility)).toBe(true)
    // Without one of its lines a loop is open.
    const without = (loop: readonly string[], line: string): string[] => loop.filter((net) => net !== line)
    for (const line of ['202', '203', '204', '210', '211', '215'])
      expect(
        isConnected(drawing, 'pid-typical', [475, 445], [475, 405], without(technology, line)),
        line,
      ).toBe(false)
    for (const line of ['102', '121', '105', '106', '107', '120', '101'])
      expect(isConnected(drawing, 'pid-typical', [460, 405], [460, 445], without(facility, line)), line).toBe(
        false,
      )
  })

  test.each(ZONES)('%s: what TCV-101 and XV-101 shut in is relieved and drained there', (zone) => {
    const { items } = sheetOf(drawPid(coolingSite(2, zone)), 'pid-typical')
    const x = (tag: string): number =>
      items.flatMap((i) => (i.kind === 'use' && i.id === tag ? [i.at[0]] : []))[0] ?? Number.NaN
    const pipes = items.filter((i) => i.kind === 'polyline' && i.net === '104')
    const branches = pipes.flatMap((i) =>
      i.kind === 'polyline' ? i.points.filter(([, y]) => y === 330).map(([at]) => at) : [],
    )
    // Between the control valve and the heat exchanger at 460.
    for (const tag of ['PSV-102', 'DV-101']) {
      expect(x(tag), tag).toBeGreaterThan(x('TCV-101'))
      expect(x(tag), tag).toBeLessThan(460)
      expect(branches, tag).toContain(x(tag))
    }
    // The check valve lets what the hose holds pass from the left of the control valve to its right.
    const bypass = items.flatMap((i) => (i.kind === 'polyline' && i.net === '123' ? i.points : []))
    const [from, to] = [bypass[0]?.[0] ?? Number.NaN, bypass.at(-2)?.[0] ?? Number.NaN]
    expect(from).toBeLessThan(x('TCV-101'))
    expect(to).toBeGreaterThan(x('TCV-101'))
    expect(to).toBeLessThan(x('PSV-102'))
  })

  test.each(ZONES)(
    '%s: a line that goes on elsewhere on the sheet has the same letter at both places',
    (zone) => {
      const { items } = sheetOf(drawPid(coolingSite(2, zone)), 'pid-typical')
      const ends = items.flatMap((i) =>
        i.kind === 'use' && i.symbol === 'CONNECTOR' ? [`${i.attributes?.['REF']} ${i.net}`] : [],
      )
      expect(ends.sort()).toEqual(['A 117', 'A 117', 'B 212', 'B 212'])
    },
  )

  test('pipes stand on the layer of their service, signals on theirs and dashed', () => {
    const drawing = drawPid(coolingSite(2))
    const sheet = sheetOf(drawing, 'pid-typical')
    const layers = (net: string): Set<string> =>
      new Set(sheet.items.flatMap((i) => (i.kind === 'polyline' && i.net === net ? [i.layer] : [])))
    expect(layers('201')).toEqual(new Set(['M-PIPE-TCSS', 'M-EQPT']))
    expect(layers('104')).toEqual(new Set(['M-PIPE-FWSR']))
    expect(layers('TIC-201')).toEqual(new Set(['M-SIGL']))
    expect(drawing.layers.find((l) => l.name === 'M-SIGL')?.linetype).toBe('HIDDEN')
  })

  test.each([
    ['arid_hot', false],
    ['subarctic', true],
  ] as const)(
    'control loops, %s: each input to its controller and on; limits in the cold: %s',
    (zone, limited) => {
      const sheet = sheetOf(drawPid(coolingSite(2, zone)), 'pid-typical')
      const signals = sheet.items.flatMap((i) => (i.kind === 'polyline' && i.layer === 'M-SIGL' ? [i] : []))
      const at = (id: string): readonly [number, number] => {
        const use = sheet.items.find((i) => i.kind === 'use' && i.id === id)
        if (use?.kind !== 'use') throw new Error(id)
        return use.at
      }
      const near = (p: readonly [number, number], q: readonly [number, number]): boolean =>
        Math.hypot(p[0] - q[0], p[1] - q[1]) < 9.5
      const joined = (from: string, to: string): boolean =>
        // A signal with interlocks in it is in pieces of one net.
        signals
          .filter((s) => near(s.points[0]!, at(from)))
          .some((start) => signals.some((s) => s.net === start.net && near(s.points.at(-1)!, at(to))))
      for (const [from, to] of [
        ['TT-201', 'TIC-201'],
        ['TIC-201', 'TCV-101'],
        ['PDT-201', 'PDIC-201'],
        ['PDIC-201', 'P-201B'],
        ['UY-301', 'TIC-201'],
        ['MT-301', 'UY-301'],
        ['TT-101', 'TIC-101'],
        ['PDT-101', 'PDIC-101'],
        ['PDIC-101', 'P-101A'],
        ['TT-103', 'TIC-101'],
        ['TT-110', 'TIC-101'],
      ] as const)
        expect(joined(from, to), `${from} to ${to}`).toBe(true)
      for (const limit of ['TT-101', 'FT-101', 'ZS-101'])
        expect(joined(limit, 'TIC-201'), limit).toBe(limited)
    },
  )

  test.each(ZONES)('%s: why the control valve fails open, and what shuts the cold off then', (zone) => {
    const site = coolingSite(1, zone)
    const note = sheetOf(drawPid(site), 'pid-typical').notes.find((text) => text.startsWith('TCV-101 fails'))
    const frost = site.cooling.interlocks.some(({ number }) => number === 'I12')
    expect(note).toContain(frost ? 'I12 shuts them' : 'No cold that comes from outdoors')
    expect(site.cooling.valves.find(({ tag }) => tag === 'TCV-101')?.fail_position).toBe('FO')
  })

  test('the fail position stands beside every motorised and control valve', () => {
    const site = coolingSite(1, 'subarctic')
    const { items } = sheetOf(drawPid(site), 'pid-typical')
    for (const valve of site.cooling.valves.filter((v) => v.fail_position !== '-')) {
      const use = items.find((i) => i.kind === 'use' && i.id === valve.tag)
      const [x, y] = use?.kind === 'use' ? use.at : [0, 0]
      const beside = items.filter(
        (i) =>
          i.kind === 'text' && i.value === valve.fail_position && Math.hypot(i.at[0] - x, i.at[1] - y) < 10,
      )
      expect(beside, valve.tag).toHaveLength(1)
    }
  })

  test('the only container is called by its name, many by nn and their range', () => {
    expect(typicalDesignation(coolingSite(1))).toMatchObject({
      container: 'C01',
      ordinal: '01',
      range: 'C01',
    })
    expect(typicalDesignation(coolingSite(120))).toMatchObject({
      container: 'Cnnn',
      ordinal: 'nnn',
      range: 'C001..C120',
    })
  })

  test('findings about the cooling are notes', () => {
    const site = coolingSite(2)
    const concerned = site.findings.filter((f) => f.artifacts.includes('pid_cooling'))
    expect(concerned.length).toBeGreaterThan(0)
    for (const finding of concerned)
      expect(sheetOf(drawPid(site), 'pid-typical').notes.join('\n')).toContain(printed(finding.message))
  })
})

describe('distribution sheets', () => {
  test.each([1, 2, 8, 12, 13, 33, 2000])(
    '%d containers: each one once, with its hoses, line numbers and lengths',
    (count) => {
      const site = coolingSite(count)
      const sheets = distribution(drawPid(site))
      const ids = sheets
        .flatMap((s) => s.items.flatMap((i) => (i.kind === 'text' && i.id !== undefined ? [i.id] : [])))
        .sort()
      const containers = site.modules.filter((m) => m.kind !== 'site_drain').map((m) => m.module_id)
      expect(ids).toEqual([...containers, ...site.connections.map((c) => c.connection_id)].sort())
      const texts = new Set(sheets.flatMap((s) => textsOf(s.items)))
      for (const hose of site.connections) {
        const number = hose.hose?.line_no ?? ''
        const named = `${hose.connection_id}  ${hose.length.cut_m} m`
        const beside =
          hose.service === 'drain'
            ? [`${named}  ${number} to ${hose.to.designation}`]
            : hose.service === 'water'
              ? [`${named}  ${number}`]
              : [named, `${number}  ${hose.flow?.flow_lpm} L/min  ${hose.flow?.temperature_c} °C`]
        for (const text of beside) expect(texts).toContain(text)
      }
    },
  )

  test('what a unit bleeds is named beside the drain of its container', () => {
    const site = coolingSite(2)
    const hose = site.connections.find(({ service }) => service === 'drain')!
    const [cooler] = site.modules.filter((m) => m.kind === 'heat_rejection_unit')
    const from = { ...hose.from, module_id: cooler?.module_id ?? '' }
    const bleed = { ...hose, connection_id: 'HS-D01-12', medium: 'pipe' as const, from }
    const drawing = drawPid({ ...site, connections: [...site.connections, bleed] })
    const texts = distribution(drawing).flatMap((s) => textsOf(s.items))
    const named = texts.filter((t) => t.startsWith('HS-D01-12  ') || t.startsWith(`${hose.connection_id}  `))
    expect(named).toHaveLength(2)
    expect(lintDrawing(drawing)).toEqual([])
  })

  test.each([
    [8, [4, 4]],
    [14, [7, 7]],
    [33, [11, 11, 11]],
    [40, [10, 10, 10, 10]],
  ])('%d containers stand in columns of equal height', (count, columns) => {
    const [sheet] = distribution(drawPid(coolingSite(count)))
    const places = sheet!.items.flatMap((i) => (i.kind === 'text' && /^D\d+$/.test(i.value) ? [i.at[0]] : []))
    const heights = [...new Set(places)].map((x) => places.filter((place) => place === x).length)
    expect(heights).toEqual(columns)
  })

  test('sheets grow with the site: the smallest that holds them, and A1 where there are more', () => {
    const sizes = (count: number): string[] => distribution(drawPid(coolingSite(count))).map((s) => s.size)
    expect(sizes(12)).toEqual(['A3'])
    expect(sizes(13)).toEqual(['A2'])
    expect(sizes(20)).toEqual(['A2'])
    expect(sizes(33)).toEqual(['A1'])
    expect(sizes(65)).toEqual(['A1', 'A3'])
    expect(sizes(2000)).toEqual([...Array.from({ length: 31 }, () => 'A1'), 'A2'])
  })

  test('a click on a container leads to the typical sheet', () => {
    const [sheet] = distribution(drawPid(coolingSite(2)))
    expect(sheet!.items.filter((i) => i.kind === 'text' && i.link?.sheet_id === 'pid-typical')).toHaveLength(
      2,
    )
  })
})

describe('ways between the sheets', () => {
  const { sheets } = drawPid(coolingSite(8))
  const typical = sheetOf({ sheets } as Drawing, 'pid-typical')
  const linkOf = (id: string): string | undefined => {
    const item = typical.items.find((i) => (i.kind === 'text' || i.kind === 'use') && i.id === id)
    return item?.kind === 'text' || item?.kind === 'use' ? item.link?.sheet_id : undefined
  }

  test('tags and line numbers lead to their rows, the rows back to the diagram', () => {
    const { lines, equipment, valves, instruments } = coolingSite(8).cooling
    const lists = sheets.filter((sheet) => sheet.sheet_id.startsWith('pid-lists'))
    const rowsOf = ({ items }: Sheet): Primitive[] =>
      items.filter((i) => i.kind === 'text' && i.id !== undefined)
    const holderOf = new Map(
      lists.flatMap((sheet) =>
        rowsOf(sheet).map((i) => [i.kind === 'text' ? i.id : undefined, sheet.sheet_id] as const),
      ),
    )
    for (const id of [
      ...lines.map((l) => l.line_no),
      ...[...equipment, ...valves, ...instruments].map((i) => i.tag),
    ]) {
      expect(holderOf.get(id), id).toMatch(/^pid-lists-/)
      expect(linkOf(id), id).toBe(holderOf.get(id))
    }
    // One link for a row, not for each of its cells: they were 80 % of the file.
    for (const list of lists) {
      const rows = rowsOf(list)
      expect(rows.every((i) => i.kind === 'text' && i.link?.sheet_id === 'pid-typical')).toBe(true)
      expect(list.items.filter((i) => i.kind === 'text' && i.link !== undefined)).toHaveLength(rows.length)
    }
  })

  test('hose numbers lead to the distribution sheets', () => {
    const hoses = typical.items.filter((i) => i.kind === 'text' && i.value.startsWith('HS-C'))
    expect(hoses).toHaveLength(3)
    for (const hose of hoses) expect(hose.kind === 'text' && hose.link?.sheet_id).toBe('pid-distribution-1')
  })
})

describe('drawing standard', () => {
  test.each(ZONES.flatMap((zone) => [1, 2, 8, 33].map((count) => [zone, count] as const)))(
    '%s, %d containers: nothing to object to',
    (zone, count) => {
      expect(lintDrawing(drawPid(coolingSite(count, zone)))).toEqual([])
    },
  )

  test.each(ZONES)('%s, 2,000 containers: nothing to object to', (zone) => {
    expect(lintDrawing(drawPid(coolingSite(2000, zone)))).toEqual([])
  })

  test('lists that one sheet does not hold end on the smallest paper that holds the rest', () => {
    const sizes = (count: number) =>
      drawPid(coolingSite(count))
        .sheets.filter(({ sheet_id }) => sheet_id.startsWith('pid-lists'))
        .map(({ size }) => size)
    expect(sizes(2000)).toEqual(['A1', 'A2'])
  })

  test('a note that is too long to be drawn whole is an objection', () => {
    const drawing = drawPid(coolingSite(1))
    const [typical, ...rest] = drawing.sheets
    const sheets = [{ ...typical!, notes: [...typical!.notes, 'long '.repeat(NOTE_MAX)] }, ...rest]
    expect(lintDrawing({ ...drawing, sheets }).map((problem) => problem.code)).toContain('text_cut')
  })

  test('all lines and symbols keep to the drawing area, texts to 2.5 mm', () => {
    const sheet = sheetOf(drawPid(coolingSite(2)), 'pid-typical')
    const area = drawingArea(sheet.size)
    for (const item of sheet.items) {
      if (item.kind === 'text') expect(item.height).toBeGreaterThanOrEqual(2.5)
      if (item.kind !== 'polyline') continue
      for (const [x, y] of item.points)
        expect(x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1).toBe(true)
    }
  })

  test('the drawing is valid, plain data and the same twice', () => {
    const drawing = drawPid(coolingSite(3))
    expect(Drawing.parse(drawing)).toEqual(drawing)
    expect(JSON.stringify(drawPid(coolingSite(3)))).toBe(JSON.stringify(drawing))
  })

  test('a site name that is hostile harms nothing', () => {
    const site = coolingSite(2)
    const hostile = {
      ...site,
      payload: { ...site.payload, deployment_site_name: '0\nSECTION\n=1+1 \u{1f525}' },
    } as SiteModel
    expect(lintDrawing(drawPid(hostile))).toEqual([])
  })
})
