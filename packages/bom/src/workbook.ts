import { drawableText } from '@edp/schemas'
import ExcelJS from 'exceljs'

import { fixZipTimes } from './fix-zip-times.ts'

/** What a cell may hold: text, a real number, or nothing. */
export type Cell = string | number | null

/** A column of a sheet; the unit stands in its header. */
export interface Column {
  readonly header: string
  readonly width: number
  /** Number format, e.g. 0.0; text columns have none. */
  readonly format?: string
}

/** A sheet before it is written. */
export interface SheetData {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Properties that are the same in every workbook: nothing in it comes from a clock. */
const FIXED_DATE = new Date('2000-01-01T00:00:00Z')
const TEXT_MAX = 32_000
const HEADER_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3A4D' } }
const A3_PAPER = 8 as ExcelJS.PaperSize

/**
 * Writes sheets as a workbook: frozen header, filter, widths, A3 landscape fitted to the page width. Texts are texts: a
 * value that looks like a formula stays a string.
 *
 * @throws {RangeError} for a number that is not finite.
 */
export async function renderWorkbook(title: string, footer: string, sheets: readonly SheetData[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = workbook.lastModifiedBy = 'EDP generator'
  workbook.created = workbook.modified = FIXED_DATE
  workbook.title = text(title)
  for (const data of sheets) addSheet(workbook, data, title, footer)
  return fixZipTimes(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

function addSheet(workbook: ExcelJS.Workbook, data: SheetData, title: string, footer: string): void {
  const sheet = workbook.addWorksheet(data.name, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
    pageSetup: { paperSize: A3_PAPER, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1', margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 } },
    headerFooter: { oddHeader: `&L${escapeFooter(title)}&R${escapeFooter(data.name)}`, oddFooter: `&L${escapeFooter(footer)}&RPage &P of &N` },
  })
  sheet.columns = data.columns.map((column) => ({ width: column.width, ...(column.format === undefined ? {} : { style: { numFmt: column.format } }) }))
  const header = sheet.addRow(data.columns.map((column) => column.header))
  header.height = 30
  header.eachCell((cell) => {
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } }
    cell.fill = HEADER_FILL
    cell.alignment = { wrapText: true, vertical: 'middle' }
  })
  for (const row of data.rows) sheet.addRow(row.map(cellValue))
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, data.rows.length + 1), column: data.columns.length } }
}

function cellValue(cell: Cell): Cell {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError(`a workbook cannot hold ${cell}`)
    return cell
  }
  return cell === null ? null : text(cell)
}

/** A text that every reader can open: no controls, no lone surrogates, no non-characters. */
function text(value: string): string {
  return value
    .slice(0, TEXT_MAX)
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
}

function escapeFooter(value: string): string {
  return drawableText(value).replaceAll('&', '&&').slice(0, 100)
}
