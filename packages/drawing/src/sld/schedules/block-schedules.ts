import type { Sheet } from '@edp/schemas'

import type { Table } from '../../sheet/table.ts'
import type { SheetContent } from '../sheet-content.ts'
import { batteryTable, skidTable } from './battery-table.ts'
import type { Cables } from './cells.ts'
import { feederTable } from './feeder-table.ts'
import { settingsTable } from './settings-table.ts'
import { busTable, interlockTable, mvBreakerTable, supplyTable, tieTable } from './switchgear-tables.ts'
import { transformerTable } from './transformer-table.ts'

/** Schedules of what some sheets of a size draw: every bus, supply, breaker, transformer, tie, battery unit and feeder once. */
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
  return tables.filter((table) => table.rows.length > 0)
}
