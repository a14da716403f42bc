/** What a cell may hold: text, a real number, or nothing. */
export type Cell = string | number | null

/** A column of a sheet: header with its unit, and the value that it shows of a row. */
export interface Column<Row> {
  readonly header: string
  readonly width: number
  /** Number format, e.g. `0.0`; text columns have none. */
  readonly format?: string
  /** Number format of values that are not whole, where whole numbers shall have no decimals. */
  readonly fractionFormat?: string
  /** Numbers stand at the left, beside texts of the same column. */
  readonly left?: true
  /** Long texts break inside the cell. */
  readonly wrap?: true
  /** Left empty for people to fill in. */
  readonly fillIn?: true
  readonly value: (row: Row) => Cell
}

/** A sheet before it is written. */
export interface SheetData {
  readonly name: string
  readonly columns: readonly Omit<Column<never>, 'value'>[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A text column. */
export function text<Row>(header: string, width: number, value: (row: Row) => Cell): Column<Row> {
  return { header, width, value }
}

/** A text column whose long texts break inside the cell. */
export function longText<Row>(header: string, width: number, value: (row: Row) => Cell): Column<Row> {
  return { header, width, wrap: true, value }
}

/** A column of running numbers: they are names, not quantities. */
export function runningNumber<Row>(header: string, value: (row: Row) => Cell): Column<Row> {
  return { header, width: 8, format: '0', left: true, value }
}

/** A column of quantities: whole ones without decimals. */
export function quantity<Row>(header: string, value: (row: Row) => Cell): Column<Row> {
  return { header, width: 12, format: '#,##0', fractionFormat: '#,##0.0##', value }
}

/** A column of numbers, unit in the header. */
export function number<Row>(header: string, format: string, value: (row: Row) => Cell): Column<Row> {
  return { header, width: 12, format, value }
}

/** Rows of any kind as a sheet. */
export function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): SheetData {
  return { name, columns, rows: rows.map((row) => columns.map(({ value }) => value(row))) }
}
