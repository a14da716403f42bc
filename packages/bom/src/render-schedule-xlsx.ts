import type { ScheduleDocument, ScheduleEntry } from '@edp/schemas'

import { CUT_COLUMNS, ROW_COLUMNS, TOTAL_COLUMNS } from './schedule-columns.ts'
import { sheetOf, type SheetData } from './column.ts'
import { renderWorkbook } from './workbook.ts'

/** Sheets of rows, in their order. */
const SHEET_NAMES = {
  cables: 'Cables',
  fibre: 'Fibre',
  earthing: 'Earthing',
  hoses: 'Hoses',
  internal: 'Internal (typical)',
} as const satisfies Record<ScheduleEntry['sheet'], string>

/**
 * The cable and hose schedule as a workbook: cables, fibre, earthing, hoses, internal typicals, totals, cut list.
 *
 * @throws {RangeError} for a number that is not finite, and for more rows than a sheet can hold.
 * @example const bytes = await renderScheduleXlsx(buildSchedule(site))
 */
export async function renderScheduleXlsx(schedule: ScheduleDocument): Promise<Uint8Array> {
  const sheets = (Object.keys(SHEET_NAMES) as ScheduleEntry['sheet'][]).map((sheet): SheetData =>
    sheetOf(
      SHEET_NAMES[sheet],
      ROW_COLUMNS[sheet],
      schedule.entries.filter((entry) => entry.sheet === sheet),
    ),
  )
  return renderWorkbook(
    `Cable and hose schedule, ${schedule.site_name}`,
    `Revision ${schedule.design_revision}, PRELIMINARY - NOT FOR CONSTRUCTION`,
    [
      ...sheets,
      sheetOf('Totals', TOTAL_COLUMNS, schedule.totals),
      sheetOf('Cut list', CUT_COLUMNS, schedule.cut_list),
    ],
  )
}
