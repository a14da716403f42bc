import { drawingArea, type Area, type Drawing, type Primitive, type Sheet } from '@edp/schemas'

import { flowPages, SMALLER } from '../sheet/flow-tables.ts'
import { sheetList } from '../sheet/sheet-list.ts'
import { measureTable, type Table } from '../sheet/table.ts'
import { LEGEND_LAYERS, TABLE_STYLE } from './comms-style.ts'
import { apart } from './free-room.ts'
import { placeWhole, type Room, type TableChoice } from './whole-tables.ts'

const LIST = 'list of sheets'
/** The list names the sheets that it stands on, whose titles are known when they are filled: it settles within so many rounds. */
const ROUNDS_MAX = 4
/** Least room in which a table that flows goes on, mm. */
const SPARE_LEAST = { width: 150, height: 60 } as const

/** A sheet and what is free on it. */
export interface DrawnSheet {
  readonly sheet: Sheet
  readonly free: readonly Area[]
}

/** Sheets of one subject; their titles count the parts where there are several. */
export function parts(
  id: string,
  title: string,
  sheets: readonly Sheet['items'][],
  notes: readonly string[],
): Sheet[] {
  return sheets
    .filter((items) => items.length > 0)
    .map((items, index, all) => ({
      sheet_id: all.length === 1 ? id : `${id}-${index + 1}`,
      size: 'A1',
      title: all.length === 1 ? title : `${title}, part ${index + 1} of ${all.length}`,
      items,
      notes,
      legend: true,
      legend_layers: LEGEND_LAYERS,
    }))
}

/**
 * Sheets with their tables: each whole on a sheet that has room for it; what is left flows into the room that remains, and onto
 * sheets of its own behind the others. The list of sheets makes no sheet of its own.
 */
export function withTables(
  drawn: readonly DrawnSheet[],
  choices: readonly TableChoice[],
  title_block: Drawing['title_block'],
): Sheet[] {
  const body = drawn.map(({ sheet }) => sheet)
  const rooms = drawn.map(({ sheet: { sheet_id }, free }) => ({ sheet_id, free }))
  const list = { subject: LIST, forms: [sheetList(title_block, body)], own: null }
  const all = placeWhole([...choices, list], rooms)
  if (all.rest.length === 0) return withItems(body, all.items)
  const whole = placeWhole(choices, rooms)
  const sheets = withItems(body, whole.items)
  // On a sheet of its own a table may be as wide as it is; narrow it often needs less paper.
  const forms = (whole.rest.some(({ forms: all }) => all.length > 1) ? [0, -1] : [0]).map((index) =>
    whole.rest.flatMap(({ subject, forms: all }): Subject[] => {
      const table = all.at(index)
      return table === undefined ? [] : [{ subject, table }]
    }),
  )
  return lessPaper(forms.map((tables) => withFlow(sheets, tables, title_block, sparesOf(whole.rooms))))
}

/** A table and what it is a list of. */
interface Subject {
  readonly subject: string
  readonly table: Table
}

/** Sheets with further items. */
function withItems(sheets: readonly Sheet[], items: ReadonlyMap<string, readonly Primitive[]>): Sheet[] {
  return sheets.map((sheet) => ({ ...sheet, items: [...sheet.items, ...(items.get(sheet.sheet_id) ?? [])] }))
}

/** Room on a sheet for what flows. */
interface Spare {
  readonly sheet_id: string
  readonly area: Area
}

/** Rooms in which a table may begin or go on; those of the overview are small and stand before what the tables belong to. */
function sparesOf(rooms: readonly Room[]): Spare[] {
  return rooms.slice(1).flatMap(({ sheet_id, free }) =>
    apart(free)
      .filter(({ x0, x1, y0, y1 }) => x1 - x0 >= SPARE_LEAST.width && y1 - y0 >= SPARE_LEAST.height)
      .map((area) => ({ sheet_id, area })),
  )
}

/** What is left of the tables in the spare rooms, then on sheets of their own; the list of sheets names these too. */
function withFlow(
  body: readonly Sheet[],
  subjects: readonly Subject[],
  title_block: Drawing['title_block'],
  spares: readonly Spare[],
): Sheet[] {
  const made = (titles: readonly string[], size: Sheet['size']): Filled => {
    const list = sheetList(title_block, [
      ...body,
      ...tableSheets(titles.map((title) => ({ title, items: [] }))),
    ])
    const all = [...subjects, { subject: LIST, table: list }]
    const areas = [...spares.map((spare) => spare.area), drawingArea(size)]
    const pages = flowPages(
      all.map(({ table }) => table),
      areas,
      TABLE_STYLE,
    )
    const own = pages
      .slice(spares.length)
      .filter(({ items }) => items.length > 0)
      .map(({ items, tables }) => ({
        items,
        title: titleOf([...new Set([...tables].map((index) => all[index]?.subject ?? ''))]),
      }))
    return {
      titles: own.map(({ title }) => title),
      begun: pages.slice(0, spares.length).map(({ items }) => items),
      sheets: tableSheets(own).map((sheet) => ({ ...sheet, size })),
    }
  }
  const settled = (size: Sheet['size']): Filled => {
    let filled = made([], size)
    for (let round = 1; round < ROUNDS_MAX; round += 1) {
      const again = made(filled.titles, size)
      if (again.titles.join('|') === filled.titles.join('|')) return again
      filled = again
    }
    return filled
  }
  /** What is left for one sheet on the smallest paper below A1 that holds it. */
  const onSmaller = (): Filled | undefined => {
    const widest = Math.max(0, ...subjects.map(({ table }) => measureTable(table, TABLE_STYLE).width))
    for (const size of SMALLER) {
      const { x0, x1 } = drawingArea(size)
      const filled = x1 - x0 >= widest ? settled(size) : undefined
      if (filled?.sheets.length === 1) return filled
    }
    return undefined
  }
  const large = settled('A1')
  const { begun, sheets } = (large.sheets.length === 1 ? onSmaller() : undefined) ?? large
  const items = new Map<string, Primitive[]>()
  for (const [index, { sheet_id }] of spares.entries())
    items.set(sheet_id, [...(items.get(sheet_id) ?? []), ...(begun[index] ?? [])])
  return [...withItems(body, items), ...sheets]
}

/** What stands in the spare rooms, and the sheets behind them with their titles without the number of the part. */
interface Filled {
  readonly titles: readonly string[]
  readonly begun: readonly (readonly Primitive[])[]
  readonly sheets: readonly Sheet[]
}

/** Sheets of tables with what each of them holds in its title. */
function tableSheets(pages: readonly { readonly title: string; readonly items: Sheet['items'] }[]): Sheet[] {
  return pages.map(({ title, items }, index) => ({
    sheet_id: pages.length === 1 ? 'net-tables' : `net-tables-${index + 1}`,
    size: 'A1',
    title: pages.length === 1 ? title : `${title}, part ${index + 1} of ${pages.length}`,
    items,
    notes: [],
    legend: false,
    legend_layers: [],
  }))
}

/** Title of a sheet by what its tables list: `Cables, addresses and list of sheets`. */
function titleOf(subjects: readonly string[]): string {
  const last = subjects.at(-1) ?? ''
  const text = subjects.length < 2 ? last : `${subjects.slice(0, -1).join(', ')} and ${last}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Paper of a sheet, in sheets of A3. */
const PAPER = { A3: 1, A2: 2, A1: 4 } as const satisfies Partial<Record<Sheet['size'], number>>
/** A sheet more weighs more than any smaller paper saves. */
const SHEET_WEIGHT = 100

/** The sheets that take the least: the fewest, then those of the least paper. */
export function lessPaper(ways: readonly Sheet[][]): Sheet[] {
  const paper = (sheets: readonly Sheet[]): number =>
    sheets.reduce((sum, { size }) => sum + SHEET_WEIGHT + PAPER[size], 0)
  const [first = [], ...others] = ways
  return others.reduce((best, way) => (paper(way) < paper(best) ? way : best), first)
}
