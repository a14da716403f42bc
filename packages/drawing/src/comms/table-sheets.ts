import { drawingArea, type Area, type Drawing, type Primitive, type Sheet } from '@edp/schemas'

import { flowTables } from '../sheet/flow-tables.ts'
import { sheetList } from '../sheet/sheet-list.ts'
import { measureTable, type Table } from '../sheet/table.ts'
import { LEGEND_LAYERS, TABLE_STYLE } from './comms-style.ts'
import { apart } from './free-room.ts'
import { placeWhole, type Room, type TableChoice } from './whole-tables.ts'

const TITLE = 'Zones, addresses, cables and list of sheets'
/** Sizes that a single sheet of tables may have, the smallest first. */
const SMALL_SIZES = ['A3', 'A2'] as const
/** Least room in which a table that flows goes on, mm. */
const SPARE_LEAST = { width: 150, height: 60 } as const
/** Stands for the content of a sheet of which only the title is asked. */
const FILLER: Primitive = { kind: 'text', layer: '', at: [0, 0], height: 1, value: '' }

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
  legend = true,
): Sheet[] {
  return sheets
    .filter((items) => items.length > 0)
    .map((items, index, all) => ({
      sheet_id: all.length === 1 ? id : `${id}-${index + 1}`,
      size: 'A1',
      title: all.length === 1 ? title : `${title}, part ${index + 1} of ${all.length}`,
      items,
      notes,
      legend,
      legend_layers: legend ? LEGEND_LAYERS : [],
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
  const list = { forms: [sheetList(title_block, body)], own: null }
  const all = placeWhole([...choices, list], rooms)
  if (all.rest.length === 0) return withItems(body, all.items)
  const whole = placeWhole(choices, rooms)
  const sheets = withItems(body, whole.items)
  // On a sheet of its own a table may be as wide as it is; narrow it often needs less paper.
  const forms = [
    whole.rest.map(({ forms: [first] }) => first),
    whole.rest.map(({ forms: last }) => last.at(-1)),
  ]
  return lessPaper(
    forms.map((tables) =>
      withFlow(
        sheets,
        tables.filter((table) => table !== undefined),
        title_block,
        sparesOf(whole.rooms),
      ),
    ),
  )
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
  tables: readonly Table[],
  title_block: Drawing['title_block'],
  spares: readonly Spare[],
): Sheet[] {
  const made = (count: number, size: Sheet['size']): { begun: Primitive[][]; sheets: Sheet[] } => {
    const fillers = Array.from({ length: count }, () => [FILLER])
    const list = sheetList(title_block, [...body, ...parts('net-tables', TITLE, fillers, [])])
    const areas = [...spares.map((spare) => spare.area), drawingArea(size)]
    const pages = flowTables([...tables, list], areas, TABLE_STYLE)
    const sheets = parts('net-tables', TITLE, pages.slice(spares.length), [], false)
    return { begun: pages.slice(0, spares.length), sheets: sheets.map((sheet) => ({ ...sheet, size })) }
  }
  // The list grows with the sheets that it stands on: at most one sheet more.
  const none = made(0, 'A1')
  const once = none.sheets.length === 0 ? none : made(1, 'A1')
  const twice = once.sheets.length < 2 ? once : made(once.sheets.length, 'A1')
  const large = twice.sheets.length === once.sheets.length ? twice : made(twice.sheets.length, 'A1')
  // What is left for one sheet may fit a smaller one.
  const widest = Math.max(0, ...tables.map((table) => measureTable(table, TABLE_STYLE).width))
  const small = SMALL_SIZES.filter((size) => drawingArea(size).x1 - drawingArea(size).x0 >= widest)
    .map((size) => made(1, size))
    .find((one) => one.sheets.length === 1 && large.sheets.length === 1)
  const { begun, sheets } = small ?? large
  const items = new Map<string, Primitive[]>()
  for (const [index, { sheet_id }] of spares.entries())
    items.set(sheet_id, [...(items.get(sheet_id) ?? []), ...(begun[index] ?? [])])
  return [...withItems(body, items), ...sheets]
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
