import { engineerExample, EXAMPLE_NAMES } from '@edp/testing'
import { expect, test } from 'vitest'

import { BASIS_COLUMNS, CABLE_COLUMNS, FINDING_COLUMNS, LINE_COLUMNS } from '../src/bom-columns.ts'
import { buildBom } from '../src/build-bom.ts'
import { buildSchedule } from '../src/build-schedule.ts'
import { MODULE_COLUMNS, moduleRows } from '../src/by-module.ts'
import { sheetOf, type SheetData } from '../src/column.ts'
import { CUT_COLUMNS, ROW_COLUMNS, TOTAL_COLUMNS } from '../src/schedule-columns.ts'

/** Sheets of both workbooks of an example. */
function sheetsOf(name: (typeof EXAMPLE_NAMES)[number]): SheetData[] {
  const site = engineerExample(name)
  const bom = buildBom(site)
  const schedule = buildSchedule(site)
  const rows = Object.entries(ROW_COLUMNS).map(([sheet, columns]) =>
    sheetOf(
      sheet,
      columns,
      schedule.entries.filter((entry) => entry.sheet === sheet),
    ),
  )
  return [
    sheetOf('Lines', LINE_COLUMNS, bom.lines),
    sheetOf('By module', MODULE_COLUMNS, moduleRows(bom.lines.filter((line) => line.runs_count === null))),
    sheetOf(
      'Cables and hoses',
      CABLE_COLUMNS,
      bom.lines.filter((line) => line.runs_count !== null),
    ),
    sheetOf('Findings', FINDING_COLUMNS, bom.findings),
    sheetOf('Basis of design', BASIS_COLUMNS, bom.basis),
    ...rows,
    sheetOf('Totals', TOTAL_COLUMNS, schedule.totals),
    sheetOf('Cut list', CUT_COLUMNS, schedule.cut_list),
  ]
}

/** Capitals are wider than the digits that widths are measured in. */
const MARGIN = 1

/** Texts that the next cell would cut: longer than their column and not broken inside the cell. */
function cutTexts({ name, columns, rows }: SheetData): string[] {
  const cut = columns.flatMap(({ header, width, wrap }, index) =>
    rows
      .map((row) => row[index])
      .filter((cell) => wrap !== true && typeof cell === 'string' && cell.length + MARGIN > width)
      .map((cell) => `${name}, ${header} (${width}): ${String(cell)}, ${String(cell).length}`),
  )
  return [...new Set(cut)]
}

test.each(EXAMPLE_NAMES)('no text of the workbooks of %s is wider than its column', (name) => {
  const sheets = sheetsOf(name)
  expect(sheets.flatMap(({ rows }) => rows).length).toBeGreaterThan(200)
  expect(sheets.flatMap(cutTexts)).toEqual([])
})
