import { drawableText } from '@edp/schemas'
import type ExcelJS from 'exceljs'

import type { Cell, SheetData } from './column.ts'
import { directRows, type FilledCell, type WriteRow } from './direct-rows.ts'
import { PartsWriter } from './parts-writer.ts'
import { zip } from './zip.ts'

/** Properties that are the same in every workbook: nothing in it comes from a clock. */
const FIXED_DATE = new Date('2000-01-01T00:00:00Z')
const AUTHOR = 'EDP generator'

/** Limits of the file format. */
const ROWS_MAX = 1_048_576
const TEXT_MAX = 32_767

/** Texts that need no cleaning: ASCII without what could begin an escape of the file format. */
const PLAIN = /^[ -^`-~]*$/

/** Header and footer hold 255 characters with their codes. */
const FOOTER_MAX = 100

/** ISO A3; the type of the library names only some sizes. */
const A3_PAPER = 8 as unknown as ExcelJS.PaperSize
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }

/** Widths that fit on one A3 page at about 60 %, characters; wider sheets take more pages side by side. */
export const PAGE_WIDTH = 380

/** Heights, points. */
const LINE_HEIGHT = 15
const HEADER_HEIGHT = 45
const ROW_HEIGHT_MAX = 405

/** A column's width counts digits; of running text a little more goes into it. */
const TEXT_PER_DIGIT = 1.1
const HEADER_FONT = { name: 'Calibri', size: 11, bold: true, color: { argb: 'FFFFFFFF' } }
const HEADER_ALIGNMENT = { wrapText: true, vertical: 'middle' } as const

const fillOf = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })

/** A fine line under every row: the streaming writer knows no printed grid. */
const RULED = { bottom: { style: 'hair', color: { argb: 'FF9AA5AD' } } } as const
const HEADER_FILL = fillOf('FF1F3A4D')
const FILL_IN_FILL = fillOf('FF8A5A00')

/**
 * Writes sheets as a workbook: frozen header and first column, filter, widths, A3 landscape fitted to the page width,
 * header row on every page. Texts are texts: a value that looks like a formula stays a string. Rows are streamed, so a
 * sheet of 30,000 rows needs no more than a few hundred megabytes.
 *
 * @throws {RangeError} for a number that is not finite, and for more rows than a sheet can hold.
 */
export async function renderWorkbook(
  title: string,
  footer: string,
  sheets: readonly SheetData[],
): Promise<Uint8Array> {
  const writer = new PartsWriter()
  writer.creator = writer.lastModifiedBy = AUTHOR
  writer.created = writer.modified = FIXED_DATE
  for (const sheet of sheets) writeSheet(writer, sheet, title, footer)
  await writer.commit()
  return zip(writer.parts())
}

function writeSheet(
  writer: ExcelJS.stream.xlsx.WorkbookWriter,
  data: SheetData,
  title: string,
  footer: string,
): void {
  if (data.rows.length >= ROWS_MAX)
    throw new RangeError(`sheet ${data.name}: ${data.rows.length} rows, at most ${ROWS_MAX - 1}`)
  const sheet = writer.addWorksheet(data.name, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
    pageSetup: {
      paperSize: A3_PAPER,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: Math.ceil(data.columns.reduce((sum, column) => sum + column.width, 0) / PAGE_WIDTH),
      fitToHeight: 0,
      printTitlesRow: '1:1',
      printTitlesColumn: 'A:A',
      margins: MARGINS,
    },
    headerFooter: {
      oddHeader: `&L${footerText(title)}&R${footerText(data.name)}`,
      oddFooter: `&L${footerText(footer)}&RPage &P of &N`,
    },
  })
  const styles = data.columns.map(columnStyle)
  sheet.columns = data.columns.map(({ width }, index) => ({ width, style: styles[index]?.style ?? {} }))
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: data.rows.length + 1, column: data.columns.length },
  }
  const header = sheet.addRow(data.columns.map((column) => column.header))
  header.height = HEADER_HEIGHT
  data.columns.forEach((column, index) => {
    header.getCell(index + 1).style = {
      font: HEADER_FONT,
      fill: column.fillIn === true ? FILL_IN_FILL : HEADER_FILL,
      alignment:
        column.format === undefined || column.left === true
          ? { ...HEADER_ALIGNMENT, horizontal: 'left', indent: 1 }
          : { ...HEADER_ALIGNMENT, horizontal: 'right' },
    }
  })
  header.commit()
  const write = directRows(writer, sheet)
  data.rows.forEach((cells, index) => {
    writeRow(write, index + 2, data.columns, styles, cells)
  })
  sheet.commit()
}

/** Style of a column's cells, and of those that are not whole. One object for all of them: the library then finds it at once. */
interface ColumnStyle {
  readonly style: Partial<ExcelJS.Style>
  readonly fractionStyle: Partial<ExcelJS.Style>
}

function columnStyle({ format, fractionFormat, wrap, left }: SheetData['columns'][number]): ColumnStyle {
  const alignment: Partial<ExcelJS.Alignment> = {
    vertical: 'top',
    ...(wrap === true ? { wrapText: true } : {}),
    ...(format === undefined || left === true ? { horizontal: 'left', indent: 1 } : {}),
  }
  const style = { alignment, border: RULED, ...(format === undefined ? {} : { numFmt: format }) }
  return { style, fractionStyle: fractionFormat === undefined ? style : { ...style, numFmt: fractionFormat } }
}

function writeRow(
  write: WriteRow,
  row: number,
  columns: SheetData['columns'],
  styles: readonly ColumnStyle[],
  cells: readonly Cell[],
): void {
  const filled: FilledCell[] = []
  let lines = 1
  cells.forEach((cell, index) => {
    const [value, column, style] = [cellValue(cell), columns[index], styles[index]]
    if (value === undefined || column === undefined || style === undefined) return
    const isFraction = typeof value === 'number' && !Number.isInteger(value)
    filled.push({ column: index, value, style: isFraction ? style.fractionStyle : style.style })
    if (column.wrap === true && typeof cell === 'string')
      lines = Math.max(lines, wrappedLines(cell, column.width))
  })
  write(row, filled, lines > 1 ? Math.min(lines * LINE_HEIGHT, ROW_HEIGHT_MAX) : null)
}

/** Lines that a text takes in a column: no reader makes a row higher by itself in a file that it has not made. */
function wrappedLines(value: string, column: number): number {
  const width = column * TEXT_PER_DIGIT
  if (value.length <= width) return 1
  let [lines, used] = [1, 0]
  for (const word of value.split(' ')) {
    if (used > 0 && used + 1 + word.length > width) {
      lines += 1
      used = 0
    }
    used += (used > 0 ? 1 : 0) + word.length
    lines += Math.max(0, Math.ceil(used / width) - 1)
    used -= Math.max(0, Math.ceil(used / width) - 1) * width
  }
  return lines
}

/** Value of a cell; an empty one is not written at all. */
function cellValue(cell: Cell): string | number | undefined {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError(`a workbook cannot hold ${cell}`)
    return cell
  }
  return cell === null || cell === '' ? undefined : cellText(cell)
}

/**
 * A text that every reader can open and reads as it was: no controls, no lone surrogates, no non-characters, and an
 * escape of what looks like the file format's own escape.
 */
function cellText(value: string): string {
  if (value.length <= TEXT_MAX && PLAIN.test(value)) return value
  const clean = value
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  return clean.length > TEXT_MAX
    ? `${clean.slice(0, TEXT_MAX - 3).replace(/[\ud800-\udbff]$/, '')}...`
    : clean
}

/** Text of a page header: what the font can draw, `&` doubled because it starts a code. */
function footerText(value: string): string {
  return drawableText(value).slice(0, FOOTER_MAX).replaceAll('&', '&&')
}
