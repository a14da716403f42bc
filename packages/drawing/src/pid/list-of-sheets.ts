import type { Drawing, Sheet } from '@edp/schemas'

import { sheetList } from '../sheet/sheet-list.ts'
import type { Table } from '../sheet/table.ts'

/** Sheets of the site that are listed one by one; more of them are one line, so that the list stands on the sheet of the legend. */
const LISTED_MOST = 4
/** Widest title, mm: the list stands beside the letters of the tags. */
const TITLE_MM = 68

/** The list of the sheets of the diagram: those before the sheets of the site, and these. */
export function listOfSheets(
  title_block: Drawing['title_block'],
  before: readonly Pick<Sheet, 'sheet_id' | 'title'>[],
  distribution: readonly Pick<Sheet, 'sheet_id' | 'title'>[],
): Table {
  const { title, rows } = sheetList(title_block, [...before, ...distribution])
  const list: Table = {
    title,
    columns: [{ title: 'Sheet' }, { title: 'Title', max_width_mm: TITLE_MM, wrap: true }],
    // The document number is that of this sheet with the number of the other one.
    rows: rows.map(({ cells: [number = '', , name = ''], ...row }) => ({ ...row, cells: [number, name] })),
  }
  if (distribution.length <= LISTED_MOST) return list
  const parts = list.rows.slice(before.length)
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return list
  // `004..039`, from the first container to the last
  const cells = first.cells.map((cell, index) => rangeOf(cell, last.cells[index] ?? ''))
  return { ...list, rows: [...list.rows.slice(0, before.length), { ...first, cells }] }
}

/** `004..039` of the first and the last number, `Site distribution, C0001..C2000` of the first and the last range. */
function rangeOf(first: string, last: string): string {
  const from = first.split('..')[0] ?? ''
  const to = last.split(/\.\.|\s/).at(-1) ?? ''
  return `${from}..${to}`
}
