import { continuing, tablePanel, type Panel } from '../sheet/panels.ts'
import { measureTable, type Table, type TableStyle } from '../sheet/table.ts'

/** Rows from which on a table may stand in two halves, each with title and header. */
const LEAST_ROWS = 12
/** Widths that differ by less are alike, mm. */
const ALIKE_MM = 30

/**
 * Tables as panels, the one with the most rows in two halves: beside each other they need half the height. A half takes the width
 * of the widest other table where that is little more, so that this can stand below it.
 */
export function withLongestHalved(tables: readonly Table[], style: TableStyle): Panel[] {
  const most = Math.max(LEAST_ROWS, ...tables.map(({ rows }) => rows.length))
  const others = tables.filter(({ rows }) => rows.length < most).map((table) => tablePanel(table, style))
  const widest = Math.max(0, ...others.map(({ width_mm }) => width_mm))
  return tables.flatMap((table) => {
    if (table.rows.length < most) return [tablePanel(table, style)]
    const [first, second] = halvesOf(table, style)
    const widened = (panel: Panel): Panel =>
      widest > panel.width_mm && widest - panel.width_mm < ALIKE_MM ? { ...panel, width_mm: widest } : panel
    const before = widened(first)
    return [before, continuing(widened(second), before)]
  })
}

/** Both halves of a table, their columns as wide as those of the whole. */
function halvesOf(table: Table, style: TableStyle): [Panel, Panel] {
  const { widths } = measureTable(table, style)
  const columns = table.columns.map((column, index) => {
    const width_mm = widths[index]
    return width_mm === undefined ? column : { ...column, width_mm }
  })
  const half = Math.ceil(table.rows.length / 2)
  const title = `${table.title} (continued)`
  return [
    tablePanel({ ...table, columns, rows: table.rows.slice(0, half) }, style),
    tablePanel({ ...table, columns, title, rows: table.rows.slice(half) }, style),
  ]
}
