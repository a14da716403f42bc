import { drawingArea, type Area, type Drawing, type Primitive, type Sheet } from '@edp/schemas'

import { flowTables } from '../sheet/flow-tables.ts'
import { sheetList } from '../sheet/sheet-list.ts'
import { measureTable, type Table } from '../sheet/table.ts'
import { LEGEND_LAYERS, TABLE_STYLE } from './comms-style.ts'

const TITLE = 'Zones, addresses, cables and list of sheets'
/** Sizes that a single sheet of tables may have, the smallest first. */
const SMALL_SIZES = ['A3', 'A2'] as const
/** Stands for the content of a sheet of which only the title is asked. */
const FILLER: Primitive = { kind: 'text', layer: '', at: [0, 0], height: 1, value: '' }

/** Room on a sheet that nothing has taken yet. */
export interface Spare {
  readonly sheet_id: string
  readonly area: Area
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
 * The sheets of tables stand last, the list of sheets after the others; it names these sheets too. The tables begin in
 * the spare rooms where there are some.
 */
export function withTables(
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
  const once = made(1, 'A1')
  const twice = made(once.sheets.length, 'A1')
  const large = twice.sheets.length === once.sheets.length ? twice : made(twice.sheets.length, 'A1')
  // What is left for one sheet may fit a smaller one.
  const widest = Math.max(...tables.map((table) => measureTable(table, TABLE_STYLE).width))
  const small = SMALL_SIZES.filter((size) => drawingArea(size).x1 - drawingArea(size).x0 >= widest)
    .map((size) => made(1, size))
    .find((one) => one.sheets.length === 1 && large.sheets.length === 1)
  const { begun, sheets } = small ?? large
  return [
    ...body.map((sheet) => ({
      ...sheet,
      items: [
        ...sheet.items,
        ...spares.flatMap(({ sheet_id }, i) => (sheet_id === sheet.sheet_id ? (begun[i] ?? []) : [])),
      ],
    })),
    ...sheets,
  ]
}

const SIZES: readonly Sheet['size'][] = ['A3', 'A2', 'A1']

/** The sheets that take the least paper: the fewest, then those whose last one is the smallest. */
export function lessPaper(ways: readonly (readonly Sheet[])[]): readonly Sheet[] {
  const paper = (sheets: readonly Sheet[]): number =>
    sheets.length * SIZES.length + SIZES.indexOf(sheets.at(-1)?.size ?? 'A1')
  return ways.reduce((best, way) => (paper(way) < paper(best) ? way : best))
}
