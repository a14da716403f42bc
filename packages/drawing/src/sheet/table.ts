import { drawableText, fitText, textWidth, wrapText, type Area, type Primitive } from '@edp/schemas'

import { pen } from './pen.ts'

/** A column of a table. */
export interface TableColumn {
  readonly title: string
  /** Narrower or wider on demand of the content when absent, within `max_width_mm`. */
  readonly width_mm?: number
  readonly max_width_mm?: number
  /** `left` when absent; figures read better right. */
  readonly halign?: 'left' | 'centre' | 'right'
  /** Breaks a long text into lines; otherwise it is shortened with an ellipsis. */
  readonly wrap?: boolean
}

/** A row; its id makes the row findable on a page. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly id?: string
  /** Sheet that a click on the row's first cell leads to: a link for every cell is most of a P&ID's file. */
  readonly sheet_id?: string
}

/** A table before it has a place. */
export interface Table {
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** Begins a fresh column rather than break, where that column holds all of it. */
  readonly whole?: boolean
}

/** Pens and sizes of tables. */
export interface TableStyle {
  readonly layer: string
  readonly text_layer: string
  readonly text_mm: number
}

/** A piece of a table on a sheet. */
export interface PlacedTable {
  readonly items: readonly Primitive[]
  readonly width_mm: number
  readonly height_mm: number
  /** Rows that did not fit. */
  readonly rest: readonly TableRow[]
}

interface Measured {
  readonly widths: readonly number[]
  readonly width: number
  readonly pitch: number
  readonly pad: number
}

/** Widths of the columns of a table, mm: as given, or as wide as header and content need. */
export function measureTable(table: Table, style: TableStyle): Measured {
  const pad = style.text_mm * 0.6
  const widths = table.columns.map((column, index) => {
    if (column.width_mm !== undefined) return column.width_mm
    const texts = [
      ...column.title.split(' ').map((word) => (column.wrap === true ? word : column.title)),
      ...table.rows.map((row) => row.cells[index] ?? ''),
    ]
    const content = texts.reduce(
      (widest, text) => Math.max(widest, textWidth(drawableText(text), style.text_mm)),
      0,
    )
    return Math.ceil(Math.min(content, column.max_width_mm ?? 90) + 2 * pad + 0.2)
  })
  return { widths, width: widths.reduce((sum, width) => sum + width, 0), pitch: style.text_mm * 1.8, pad }
}

/**
 * Draws a table with its upper left corner at (x0, y1) of the area, as many rows as its height holds.
 *
 * @example placeTable({ title: 'Feeders', columns, rows }, area, { layer: 'E-ANNO-TABL', text_layer: 'E-ANNO-TEXT', text_mm: 2.5 })
 */
export function placeTable(
  table: Table,
  area: Area,
  style: TableStyle,
  measured: Measured = measureTable(table, style),
): PlacedTable {
  const rule = pen(style.layer)
  const ink = pen(style.text_layer)
  const { widths, width, pitch, pad } = measured
  const left = area.x0
  const edges = widths.reduce<number[]>((xs, w) => [...xs, (xs.at(-1) ?? left) + w], [left])
  const items: Primitive[] = []

  const titleHeight = style.text_mm * 2.4
  items.push(
    ink.text(
      [left, area.y1 - style.text_mm * 1.6],
      style.text_mm * 1.25,
      fitText(table.title, style.text_mm * 1.25, width),
    ),
  )
  const top = area.y1 - titleHeight
  let y = top
  const cellLines = (text: string, index: number, wrap: boolean): string[] => {
    const room = (widths[index] ?? 0) - 2 * pad
    return wrap ? wrapText(text, style.text_mm, room) : [fitText(text, style.text_mm, room)]
  }
  const row = (cells: readonly (readonly string[])[], header: boolean, entry?: TableRow): void => {
    const height = pitch * Math.max(1, ...cells.map((lines) => lines.length))
    cells.forEach((lines, index) => {
      const halign = header ? 'left' : (table.columns[index]?.halign ?? 'left')
      const [x0 = 0, x1 = 0] = [edges[index], edges[index + 1]]
      const x = halign === 'left' ? x0 + pad : halign === 'right' ? x1 - pad : (x0 + x1) / 2
      lines.forEach((value, line) => {
        if (value === '') return
        const at = [x, y - pitch * line - (pitch + style.text_mm) / 2] as const
        const heads = index === 0 && line === 0 ? entry : undefined
        items.push(
          ink.text(at, style.text_mm, value, {
            halign,
            ...(heads?.id === undefined ? {} : { id: heads.id }),
            ...(heads?.sheet_id === undefined ? {} : { link: { sheet_id: heads.sheet_id } }),
          }),
        )
      })
    })
    y -= height
    items.push(rule.line([left, y], [left + width, y]))
  }

  items.push(rule.line([left, top], [left + width, top]))
  row(
    table.columns.map((column, index) => cellLines(column.title, index, true)),
    true,
  )
  items.push(rule.line([left, y - 0.4], [left + width, y - 0.4]))
  y -= 0.4

  let placed = 0
  for (const entry of table.rows) {
    const cells = table.columns.map((column, index) =>
      cellLines(entry.cells[index] ?? '', index, column.wrap === true),
    )
    const height = pitch * Math.max(1, ...cells.map((lines) => lines.length))
    if (y - height < area.y0) break
    row(cells, false, entry)
    placed += 1
  }
  for (const x of edges) items.push(rule.line([x, top], [x, y]))
  return { items, width_mm: width, height_mm: area.y1 - y, rest: table.rows.slice(placed) }
}
