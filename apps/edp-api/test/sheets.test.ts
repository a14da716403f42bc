import { drawSld } from '@edp/drawing'
import { drawingArea, type Drawing, type Sheet, type SiteModel } from '@edp/schemas'
import { engineerExample, EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

/** Sites whose blocks take several sheets. */
const SIZES = [33, 57, 400] as const
const CONTRASTING = ['commercial_no_bess', 'dod_ac', 'federal_dc_ext'] as const

/** An example site of another size, with its one-line diagram. */
function sized(
  name: (typeof CONTRASTING)[number],
  containers: number,
): { readonly site: SiteModel; readonly drawing: Drawing } {
  const example = examplePayload(name)
  const site = engineerExample({
    ...example,
    target_gpu_count: containers * 56,
    source_capacity_mw: containers * 0.4,
    bess_capacity_mwh: example.bess_capacity_mwh === 0 ? 0 : containers,
  })
  return { site, drawing: drawSld(site) }
}

describe.each(CONTRASTING)('sheets of the one-line diagram: %s', (name) => {
  test.each(SIZES)(
    '%i containers: a medium-voltage bus is on sheets on which something hangs from it',
    (size) => {
      const { site, drawing } = sized(name, size)
      const buses = new Set(site.electrical.blocks.flatMap((block) => block.mv_bus?.tag ?? []))
      const bare = drawing.sheets.flatMap(({ sheet_id, items }) => {
        const nets = new Set(
          items.flatMap((item) =>
            item.kind === 'line' && item.layer === 'E-POWR-BUSB' && buses.has(item.net ?? '')
              ? [item.net]
              : [],
          ),
        )
        const hangs = items.some((item) => item.kind === 'use' && item.symbol === 'BREAKER-MV')
        return nets.size > 0 && !hangs ? [sheet_id] : []
      })
      expect(bare).toEqual([])
    },
  )

  test('equal blocks are drawn once, whatever their devices are called', () => {
    const { site, drawing } = sized(name, 400)
    const drawn = drawing.sheets.flatMap(({ sheet_id }) => /^block-\d+$/.exec(sheet_id) ?? [])
    expect(site.electrical.blocks.length).toBeGreaterThan(10)
    expect(drawn.length).toBeLessThanOrEqual(4)
  })
})

describe.each(EXAMPLE_NAMES)('schedules of the one-line diagram: %s', (name) => {
  const { sheets } = drawSld(engineerExample(name))
  const headings = (sheet: Sheet): string[] =>
    sheet.items.flatMap((item) => (item.kind === 'text' ? [item.value] : []))

  test('feeders are listed on the sheet that draws them, and nothing of a block on a key sheet', () => {
    const listed = sheets.flatMap(headings).filter((text) => text.startsWith('LOW-VOLTAGE FEEDERS'))
    expect(listed.length).toBeGreaterThan(0)
    expect(listed.filter((text) => text.includes('SHEET'))).toEqual([])
    const key = sheets.filter(({ sheet_id }) => sheet_id.startsWith('key-'))
    expect(key.flatMap(headings).filter((text) => /, SHEET \d/.test(text))).toEqual([])
  })

  test('a sheet of general notes alone needs no A1', () => {
    const general = sheets.filter(({ sheet_id }) => sheet_id.startsWith('general'))
    expect(general.filter(({ size }) => size === 'A1')).toEqual([])
  })
})

/** Width of what the lines of a sheet draw, mm. */
function widthOf(sheet: Sheet): number {
  const xs = sheet.items.flatMap((item) => (item.kind === 'line' ? [item.from[0], item.to[0]] : []))
  return Math.max(...xs) - Math.min(...xs)
}

/** Area of the box round lines and the beginnings of texts, mm2. */
function boxOf({ items }: Sheet): number {
  const points = items.flatMap((item) =>
    item.kind === 'line' ? [item.from, item.to] : item.kind === 'text' ? [item.at] : [],
  )
  const side = (axis: 0 | 1): number => {
    const values = points.map((point) => point[axis])
    return Math.max(...values) - Math.min(...values)
  }
  return side(0) * side(1)
}

test.each(EXAMPLE_NAMES)('%s: key and distribution sheets are on A1 only where A2 is too small', (name) => {
  const { sheets } = drawSld(engineerExample(name))
  const { x0, y0, x1, y1 } = drawingArea('A2')
  const ofSite = sheets.filter(({ sheet_id }) => /^(key|distribution|general)-?/.test(sheet_id))
  expect(ofSite.length).toBeGreaterThan(0)
  const large = ofSite.filter(
    (sheet) => sheet.size === 'A1' && widthOf(sheet) <= x1 - x0 && boxOf(sheet) <= (x1 - x0) * (y1 - y0),
  )
  expect(large.map(({ sheet_id }) => sheet_id)).toEqual([])
})

test.each(EXAMPLE_NAMES)(
  '%s: every sheet of a block shows its interlocks or names the sheet that does',
  (name) => {
    const site = engineerExample(name)
    const { sheets } = drawSld(site)
    const holds = ({ items }: Sheet, value: string): boolean =>
      items.some((item) => item.kind === 'text' && item.value.split(',')[0] === value)
    const astray = site.electrical.blocks.flatMap((block, index) => {
      const [first] = block.interlocks
      const own = sheets.filter(({ sheet_id }) => new RegExp(`^block-${index + 1}(-|$)`).test(sheet_id))
      const table = sheets.findIndex(
        (sheet) => holds(sheet, 'INTERLOCKS') && first !== undefined && holds(sheet, first.tag),
      )
      if (first === undefined) return []
      const number = String(table + 1).padStart(3, '0')
      return own.filter(
        (sheet) =>
          sheets.indexOf(sheet) !== table &&
          !sheet.notes.some((note) => note.includes(`Interlocks: sheet ${number}.`)),
      )
    })
    expect(astray.map(({ sheet_id }) => sheet_id)).toEqual([])
  },
)

test.each(['dod_no_bess', 'federal_no_bess'] as const)(
  '%s: the container that holds the spines is drawn before the others',
  (name) => {
    const titles = drawSld(engineerExample(name)).sheets.map(({ title }) => title)
    const inside = titles.filter((title) => title.startsWith('Internal distribution')).join(', ')
    expect(inside).toMatch(/C01\b.*\bC02\b/)
  },
)

test('dod_no_bess: tables of other sheets stand below the left edge of those of the sheet', () => {
  const edges = drawSld(engineerExample('dod_no_bess')).sheets.flatMap(({ items }) => {
    const texts = items.flatMap((item) => (item.kind === 'text' ? [item] : []))
    const own = texts.find(({ value }) => value.startsWith('LOW-VOLTAGE FEEDERS'))
    const other = texts.find(({ value }) => value === 'TRANSFORMERS')
    return own === undefined || other === undefined ? [] : [[own.at[0], other.at[0]]]
  })
  expect(edges.length).toBe(1)
  for (const [own, other] of edges) expect(other).toBe(own)
})

test.each([
  ['commercial_ac', [], 1],
  ['commercial_dc_int', ['section 1', 'section 2'], 2],
] as const)(
  '%s: the block board of the grid container has a bar for each section',
  (name, sections, bars) => {
    const items = drawSld(engineerExample(name)).sheets.flatMap((sheet) => sheet.items)
    const own = items.filter((item) => item.net === 'grid_container/LVS')
    expect(
      own.flatMap((item) => (item.kind === 'text' && item.value.startsWith('section') ? [item.value] : [])),
    ).toEqual(sections)
    expect(own.filter((item) => item.kind === 'line' && item.layer === 'E-POWR-BUSB')).toHaveLength(bars)
  },
)

test.each(EXAMPLE_NAMES)('%s: a sheet whose feeders are listed on another one says on which', (name) => {
  const { sheets } = drawSld(engineerExample(name))
  const textsOf = ({ items }: Sheet, value: string): number =>
    items.filter((item) => item.kind === 'text' && item.value === value).length
  const listsFeeders = ({ items }: Sheet): boolean =>
    items.some((item) => item.kind === 'text' && item.value.startsWith('LOW-VOLTAGE FEEDERS'))
  const astray = sheets.flatMap((sheet) => {
    const tag = sheet.items
      .flatMap((item) =>
        item.kind === 'use' && item.symbol === 'BREAKER-LV' ? [item.attributes?.['TAG'] ?? ''] : [],
      )
      .find((value) => /^52-C\d+A$/.test(value))
    if (tag === undefined || !sheet.sheet_id.startsWith('block-')) return []
    const listed = sheets.findIndex((one) => listsFeeders(one) && textsOf(one, tag) > (one === sheet ? 1 : 0))
    expect(listed, tag).toBeGreaterThanOrEqual(0)
    const number = String(listed + 1).padStart(3, '0')
    return sheets[listed] === sheet || sheet.notes.some((note) => note.includes(`Feeders: sheet ${number}.`))
      ? []
      : [`${sheet.sheet_id} ${number}`]
  })
  expect(astray).toEqual([])
})

test.each(EXAMPLE_NAMES)('%s: the tables of a sheet have titles of their own', (name) => {
  const { sheets } = drawSld(engineerExample(name))
  const twice = sheets.flatMap(({ sheet_id, items }) => {
    const titles = items.flatMap((item) =>
      item.kind === 'text' && item.height > 3 && /^[A-Z][A-Z ,-]{7,}/.test(item.value) ? [item.value] : [],
    )
    return titles
      .filter((title, index) => titles.indexOf(title) < index)
      .map((title) => `${sheet_id} ${title}`)
  })
  expect(twice).toEqual([])
})

test.each([
  ['commercial_ac', []],
  // With 27 feeders below their diagram the interlocks stand beside the earthing transformer and the collector of the block.
  ['federal_ac', [[2, 'INTERLOCKS, SHEET 002']]],
] as const)(
  '%s: schedules of the one block stand on the sheet that draws what they list, or say which one does: %j',
  (name, elsewhere) => {
    const { sheets } = drawSld(engineerExample(name))
    const texts = sheets.map(({ items }) =>
      items.flatMap((item) => (item.kind === 'text' ? [item.value] : [])),
    )
    // Interlocks stand where the sheet of the block has room for them; another test asks for the reference.
    expect(texts[1]).toEqual(expect.arrayContaining(['SUPPLIES', 'TRANSFORMERS', 'MEDIUM-VOLTAGE BREAKERS']))
    expect(texts.flat().filter((value) => value.startsWith('INTERLOCKS'))).toHaveLength(1)
    const found = texts.flatMap((values, index) =>
      values.filter((value) => /, SHEET \d/.test(value)).map((value) => [index, value]),
    )
    expect(found).toEqual(elsewhere)
    expect(texts.flat()).toContain('BATTERY UNITS')
    expect(texts.flat()).not.toContain('DC circuits')
  },
)

test('commercial_ac: feeders too high for the room below their diagram stand there in two halves, each with every column', () => {
  const { sheets } = drawSld(engineerExample('commercial_ac'))
  const texts = sheets[1]?.items.flatMap((item) => (item.kind === 'text' ? [item] : [])) ?? []
  const heads = texts.filter(({ value }) => value.startsWith('LOW-VOLTAGE FEEDERS'))
  expect(heads.map(({ value }) => value)).toEqual([
    'LOW-VOLTAGE FEEDERS, LVS1',
    'LOW-VOLTAGE FEEDERS, LVS1 (continued)',
  ])
  expect(new Set(heads.map(({ at }) => at[1])).size).toBe(1)
  expect(texts.filter(({ value }) => value === 'Ampacity used %')).toHaveLength(2)
  expect(sheets[0]?.size).toBe('A3')
})

test.each([
  ['federal_ac', 27],
  ['commercial_ac', 22],
] as const)('%s: the only section of its block has its %i feeders on one sheet', (name, count) => {
  const site = engineerExample(name)
  expect(site.electrical.blocks.map(({ lv_buses, feeders }) => [lv_buses.length, feeders.length])).toEqual([
    [1, count],
  ])
  const tags = new Set(
    site.electrical.blocks.flatMap(({ feeders }) => feeders.map(({ breaker }) => breaker.tag)),
  )
  const drawn = drawSld(site).sheets.map(
    ({ items }) =>
      items.filter((item) => item.kind === 'use' && tags.has(item.attributes?.['TAG'] ?? '')).length,
  )
  expect(drawn.filter((found) => found > 0)).toEqual([count])
})

test.each(['commercial_ac', 'dod_dc_ext'] as const)(
  '%s: 51G of the ring main units has its core, its pick-up and its time',
  (name) => {
    const site = engineerExample(name)
    const texts = drawSld(site).sheets.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'text' ? [item.value] : [])),
    )
    const units = site.electrical.blocks.flatMap(({ bess_branches }) => bess_branches.flatMap((b) => b.units))
    expect(units.length).toBeGreaterThan(0)
    for (const { ring_main } of units) {
      const earth = ring_main.breaker.earth_fault
      const core = earth?.core_balance_ct?.ratio ?? ''
      expect(texts).toContain('cubicle relay: 50/51')
      expect(texts).toContain(`51G ${earth?.pickup_a} A, ${earth?.delay_s.toFixed(1)} s, CBCT ${core} A`)
      expect(texts).toContain(`51G ${earth?.pickup_a} A, ${earth?.delay_s.toFixed(1)} s`)
    }
    const bill = site.items.find(({ spec_ref }) => spec_ref === 'BE-RMU-01')
    expect(bill?.rating).toContain('one around all phases for 51G (CBCT 50:5 A, C10)')
    expect(bill?.rating).toContain('51G 20 A, 0.3 s')
  },
)
