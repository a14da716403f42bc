import type { Sheet } from '@edp/schemas'

import type { Table } from '../../sheet/table.ts'
import type { SheetContent } from '../sheet-content.ts'
import { batteryTable, skidTable } from './battery-table.ts'
import type { Cables } from './cells.ts'
import { feederTable } from './feeder-table.ts'
import { settingsTable } from './settings-table.ts'
import { busTable, interlockTable, mvBreakerTable, supplyTable, tieTable } from './switchgear-tables.ts'
import { transformerTable } from './transformer-table.ts'

/**
 * Schedules of what some sheets of a size draw: every bus, supply, breaker, transformer, tie, battery unit and feeder once. Columns
 * that say nothing in any row are left out.
 */
export function blockSchedules(
  contents: readonly SheetContent[],
  cables: Cables,
  size: Sheet['size'],
): Table[] {
  const tables: Table[] = [
    busTable(contents),
    supplyTable(contents, size),
    mvBreakerTable(contents),
    settingsTable(contents),
    transformerTable(contents, cables),
    tieTable(contents),
    skidTable(contents),
    batteryTable(contents, cables),
    feederTable(contents, cables),
    interlockTable(contents),
  ]
  return tables.filter((table) => table.rows.length > 0).map(withoutEmptyColumns)
}

/** What stands in a cell that does not apply. */
const EMPTY: ReadonlySet<string | undefined> = new Set(['', '-'])

/** A table without the columns that are empty in every row. */
export function withoutEmptyColumns(table: Table): Table {
  const told = table.columns.map((_, index) => table.rows.some(({ cells }) => !EMPTY.has(cells[index])))
  return {
    ...table,
    columns: table.columns.filter((_, index) => told[index]),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => told[index]) })),
  }
}

/** A schedule that stands on another sheet than what it lists: its heading names the one that draws that. */
export function ofSheet(table: Table, number: string): Table {
  return { ...table, title: `${table.title}, SHEET ${number}` }
}
