import type { BomDocument } from '@edp/schemas'

import { BASIS_COLUMNS, CABLE_COLUMNS, FINDING_COLUMNS, LINE_COLUMNS } from './bom-columns.ts'
import { MODULE_COLUMNS, moduleRows } from './by-module.ts'
import { SUMMARY_COLUMNS, summaryRows } from './summary-rows.ts'
import { sheetOf } from './column.ts'
import { renderWorkbook } from './workbook.ts'

/**
 * The bill of materials as a workbook: summary, lines, by module, cables and hoses, findings, basis of design.
 *
 * @throws {RangeError} for a number that is not finite, and for more rows than a sheet can hold.
 * @example const bytes = await renderBomXlsx(buildBom(site))
 */
export async function renderBomXlsx(bom: BomDocument): Promise<Uint8Array> {
  const cables = bom.lines.filter((line) => line.runs_count !== null)
  const items = bom.lines.filter((line) => line.runs_count === null)
  return renderWorkbook(
    `Bill of materials, ${bom.site_name}`,
    `Revision ${bom.design_revision}, PRELIMINARY - NOT FOR CONSTRUCTION`,
    [
      sheetOf('Summary', SUMMARY_COLUMNS, summaryRows(bom)),
      sheetOf('Lines', LINE_COLUMNS, bom.lines),
      sheetOf('By module', MODULE_COLUMNS, moduleRows(items)),
      sheetOf('Cables and hoses', CABLE_COLUMNS, cables),
      sheetOf('Findings', FINDING_COLUMNS, bom.findings),
      sheetOf('Basis of design', BASIS_COLUMNS, bom.basis),
    ],
  )
}
