import type { Table } from '../sheet/table.ts'

/** From this width on a column of sentences is worth more width, mm. */
const LEAST_MM = 60

/** How much wider such columns may be, in the order in which rooms are asked for a table. */
export const WIDTHS = [1, 1.4, 1.8, 2.4] as const

/** A table whose columns of sentences are wider, so that it is lower: for a room that is wide and low. */
export function asWide(table: Table, times: number): Table {
  return {
    ...table,
    columns: table.columns.map((column) => {
      const { wrap, max_width_mm = 0 } = column
      return wrap === true && max_width_mm >= LEAST_MM
        ? { ...column, max_width_mm: Math.round(max_width_mm * times) }
        : column
    }),
  }
}
