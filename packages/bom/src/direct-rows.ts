import type ExcelJS from 'exceljs'

/** A cell that holds something. */
export interface FilledCell {
  /** Counted from 0. */
  readonly column: number
  readonly value: string | number
  readonly style: Partial<ExcelJS.Style>
}

/** Writes a row; `height` in points where it is not the usual one. Rows come in their order. */
export type WriteRow = (row: number, cells: readonly FilledCell[], height: number | null) => void

/** What of the library's writer is needed beside its types. */
interface WorkbookParts {
  readonly styles: { addStyleModel(style: Partial<ExcelJS.Style>, type: number): number }
  readonly sharedStrings: { add(value: string): number }
}
interface SheetParts {
  readonly stream: { write(text: string): unknown }
}

/** Kinds of cells, as the library numbers them; what it bundles for itself alone does not name them. */
const NUMBER = 2
const STRING = 3

/**
 * Writes rows as text into a sheet whose header has been committed. The library would make four objects and a dozen
 * pieces of text of every cell; styles, shared strings and all the rest of the workbook stay its own.
 */
export function directRows(writer: ExcelJS.stream.xlsx.WorkbookWriter, sheet: ExcelJS.Worksheet): WriteRow {
  const { styles, sharedStrings } = writer as unknown as WorkbookParts
  const { stream } = sheet as unknown as SheetParts
  const letters: string[] = []
  const letterOf = (column: number): string => (letters[column] ??= sheet.getColumn(column + 1).letter)
  return (row, cells, height) => {
    const [first, last] = [cells[0], cells.at(-1)]
    if (first === undefined || last === undefined) return
    const tall = height === null ? '' : ` ht="${height}" customHeight="1"`
    let text = `<row r="${row}"${tall} spans="${first.column + 1}:${last.column + 1}" x14ac:dyDescent="0.25">`
    for (const { column, value, style } of cells) {
      const isText = typeof value === 'string'
      const id = styles.addStyleModel(style, isText ? STRING : NUMBER)
      const content = isText ? ` t="s"><v>${sharedStrings.add(value)}` : `><v>${value}`
      text += `<c r="${letterOf(column)}${row}"${id === 0 ? '' : ` s="${id}"`}${content}</v></c>`
    }
    stream.write(`${text}</row>`)
  }
}
