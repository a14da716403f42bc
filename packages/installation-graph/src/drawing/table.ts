import { roundTo, wrapText, type Area, type Primitive } from '@edp/schemas'

import { line, rectangle, text } from './pen.ts'

/** Cap height of tables, mm. */
const TABLE_TEXT_MM = 2.5
const LINE_PITCH = 3.8
const PAD = 1.2
const HEADER_LINES_MAX = 4

/** A column of a table. */
export interface Column {
  readonly title: string
  readonly width: number
  readonly halign?: 'left' | 'centre' | 'right'
}

/** A row: one text per column, the rest stays blank to be filled in on site. */
export interface Row {
  readonly cells: readonly string[]
  /** Marks the row, e.g. as critical: layer of its first cell's frame. */
  readonly marked?: string
  /** module_id or task_id that the first cell names. */
  readonly id?: string
}

interface LaidRow {
  readonly row: Row
  readonly lines: readonly (readonly string[])[]
  readonly height: number
}

/** Draws a table into an area and continues it on as many pages as it needs; every page repeats the header. */
export function tablePages(
  columns: readonly Column[],
  rows: readonly Row[],
  area: Area,
  row_height_min: number,
): Primitive[][] {
  const header_lines = columns.reduce(
    (most, { title, width }) => Math.max(most, wrapText(title, TABLE_TEXT_MM, width - 2 * PAD).length),
    1,
  )
  const header_height = Math.min(HEADER_LINES_MAX, header_lines) * LINE_PITCH + PAD * 2
  const laid = rows.map((row): LaidRow => {
    const lines = columns.map((column, index) =>
      wrapText(row.cells[index] ?? '', TABLE_TEXT_MM, column.width - 2 * PAD),
    )
    const most = lines.reduce((count, cell) => Math.max(count, cell.length), 1)
    return { row, lines, height: Math.max(row_height_min, most * LINE_PITCH + PAD) }
  })
  const pages: LaidRow[][] = []
  let page: LaidRow[] = []
  let room = area.y1 - area.y0 - header_height
  for (const row of laid) {
    if (row.height > room && page.length > 0) {
      pages.push(page)
      page = []
      room = area.y1 - area.y0 - header_height
    }
    page.push(row)
    room -= row.height
  }
  pages.push(page)
  return pages.map((own) => drawPage(columns, own, area, header_height))
}

function drawPage(
  columns: readonly Column[],
  rows: readonly LaidRow[],
  area: Area,
  header_height: number,
): Primitive[] {
  const lefts = columns.reduce<number[]>(
    (edges, column) => [...edges, roundTo((edges[edges.length - 1] ?? area.x0) + column.width, 3)],
    [area.x0],
  )
  const right = lefts[lefts.length - 1] ?? area.x1
  const items: Primitive[] = columns.flatMap((column, index) =>
    wrapText(column.title, TABLE_TEXT_MM, column.width - 2 * PAD)
      .slice(0, HEADER_LINES_MAX)
      .flatMap((part, lineNo) =>
        text(
          'X-ANNO',
          [(lefts[index] ?? 0) + PAD, roundTo(area.y1 - PAD - 2.8 - lineNo * LINE_PITCH, 3)],
          TABLE_TEXT_MM,
          part,
          column.width - 2 * PAD,
        ),
      ),
  )
  let y = area.y1 - header_height
  items.push(line('X-TABL', [area.x0, roundTo(y, 3)], [right, roundTo(y, 3)]))
  for (const { row, lines, height } of rows) {
    const top = y
    y = roundTo(y - height, 3)
    if (row.marked !== undefined) {
      items.push(rectangle(row.marked, [area.x0 - 2.2, y + 0.6], 1.2, height - 1.2, { filled: true }))
    }
    lines.forEach((cell, index) => {
      const column = columns[index]
      if (column === undefined) return
      cell.forEach((part, lineNo) => {
        const x = anchor(column, lefts[index] ?? 0)
        items.push(
          ...text(
            'X-ANNO',
            [x, roundTo(top - PAD - 2.7 - lineNo * LINE_PITCH, 3)],
            TABLE_TEXT_MM,
            part,
            column.width - 2 * PAD,
            {
              ...(column.halign === undefined ? {} : { halign: column.halign }),
              ...(index === 0 && row.id !== undefined ? { id: row.id } : {}),
            },
          ),
        )
      })
    })
    items.push(line('X-TABL', [area.x0, y], [right, y]))
  }
  const bottom = roundTo(y, 3)
  return [
    line('X-TABL', [area.x0, area.y1], [right, area.y1]),
    ...lefts.map((x) => line('X-TABL', [x, bottom], [x, area.y1])),
    ...items,
  ]
}

function anchor(column: Column, left: number): number {
  if (column.halign === 'right') return roundTo(left + column.width - PAD, 3)
  if (column.halign === 'centre') return roundTo(left + column.width / 2, 3)
  return roundTo(left + PAD, 3)
}
