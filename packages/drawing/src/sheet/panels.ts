import type { Area, Primitive, SymbolDefinition } from '@edp/schemas'

import { placeLegend } from './legend.ts'
import { placeTable, type Table, type TableStyle } from './table.ts'

/** Something of a known size that can stand anywhere on a sheet: a table, notes, a legend. */
export interface Panel {
  readonly width_mm: number
  readonly height_mm: number
  /** The piece before it of what is too high for one panel: it is read before this one. */
  readonly continues?: Panel
  /** Its primitives with the upper left corner at a point. */
  draw(x0: number, y1: number): readonly Primitive[]
}

/** Tall enough for everything, mm: a panel is measured in it. */
const TALL_MM = 100_000

/** A whole table as a panel. */
export function tablePanel(table: Table, style: TableStyle): Panel {
  const { width_mm, height_mm } = placeTable(table, areaAt(0, TALL_MM, TALL_MM), style)
  return {
    width_mm,
    height_mm,
    draw: (x0, y1) => placeTable(table, areaAt(x0, y1, height_mm + 1), style).items,
  }
}

/** A table as one panel, or as several with its title repeated where it is higher than a sheet. */
export function tablePanels(table: Table, style: TableStyle, limit_mm: number): Panel[] {
  const panels: Panel[] = []
  let { title, rows } = table
  for (;;) {
    const { rest } = placeTable({ ...table, title, rows }, areaAt(0, limit_mm, limit_mm), style)
    if (rest.length > 0 && rest.length === rows.length)
      throw new RangeError(`a row of the table ${table.title} is higher than a sheet`)
    const piece = tablePanel({ ...table, title, rows: rows.slice(0, rows.length - rest.length) }, style)
    panels.push(continuing(piece, panels.at(-1)))
    if (rest.length === 0) return panels
    rows = rest
    title = `${table.title} (continued)`
  }
}

/** A panel that goes on with another one, where there is one before it. */
export function continuing(panel: Panel, before: Panel | undefined): Panel {
  return before === undefined ? panel : { ...panel, continues: before }
}

/** A legend as a panel, of as few columns as a height allows. */
export function legendPanel(symbols: readonly SymbolDefinition[], limit_mm: number, text_mm: number): Panel {
  const cell = { width: 16 + text_mm * 26, height: 11 }
  const rows = Math.max(1, Math.floor((limit_mm - text_mm * 2.4) / cell.height))
  const columns = Math.ceil(symbols.length / rows)
  const width_mm = columns * cell.width
  const height_mm = Math.ceil(symbols.length / columns) * cell.height + text_mm * 2.4
  return {
    width_mm,
    height_mm,
    draw(x0, y1) {
      const area = { ...areaAt(x0, y1, height_mm + 0.1), x1: x0 + width_mm + 0.1 }
      return placeLegend(symbols, area, text_mm).items
    },
  }
}

function areaAt(x0: number, y1: number, height: number): Area {
  return { x0, x1: x0 + TALL_MM, y0: y1 - height, y1 }
}

/** Panels in rooms, and those that found no place. */
export interface PackedPanels {
  /** Primitives of each room. */
  readonly items: readonly Primitive[][]
  /** Positions of the panels left over. */
  readonly rest: readonly number[]
}

interface Column {
  readonly room: number
  readonly x: number
  width: number
  y: number
}

/**
 * Puts panels whole into rooms: each into the first column that has room below what stands in it, or into a new column
 * right of the last one. Tall panels come first, small ones fill up below others; what goes on from a panel follows it at
 * once, below it or further right.
 */
export function packPanels(panels: readonly Panel[], rooms: readonly Area[], gap_mm = 8): PackedPanels {
  const items: Primitive[][] = rooms.map(() => [])
  const columns: Column[] = []
  const rest: number[] = []
  const places = new Map<Panel, Column>()
  const order = panels.map((panel, index) => ({ panel, index, head: headOf(panel) }))
  order.sort((a, b) => b.head.height_mm - a.head.height_mm || panels.indexOf(a.head) - panels.indexOf(b.head))
  for (const { panel, index } of order) {
    const { continues } = panel
    const before = continues === undefined ? undefined : places.get(continues)
    // What goes on from a panel that found no place stands on a later sheet with it.
    const isAhead = before === undefined && continues !== undefined && panels.includes(continues)
    const column = isAhead ? null : columnFor(panel, rooms, columns, gap_mm, before)
    if (column === null) rest.push(index)
    else {
      places.set(panel, column)
      items[column.room]?.push(...panel.draw(column.x, column.y))
      column.y -= panel.height_mm + gap_mm
    }
  }
  return { items, rest: rest.sort((a, b) => a - b) }
}

/** The first piece of what a panel goes on with. */
function headOf(panel: Panel): Panel {
  return panel.continues === undefined ? panel : headOf(panel.continues)
}

/** The column that takes a panel, opened or widened for it, that of the piece before it or one right of that; `null` where none can. */
function columnFor(
  panel: Panel,
  rooms: readonly Area[],
  columns: Column[],
  gap_mm: number,
  before: Column | undefined,
): Column | null {
  for (const [room, area] of rooms.entries()) {
    const own = columns.filter((column) => column.room === room)
    const last = own.at(-1)
    for (const column of own) {
      if (before !== undefined && column !== before && column.x <= before.x) continue
      const limit = column === last ? area.x1 - column.x : column.width
      if (panel.width_mm > limit + 0.01 || column.y - panel.height_mm < area.y0) continue
      column.width = Math.max(column.width, panel.width_mm)
      return column
    }
    const x = last === undefined ? area.x0 : last.x + last.width + gap_mm
    if (before !== undefined && x <= before.x) continue
    if (x + panel.width_mm > area.x1 + 0.01 || area.y1 - panel.height_mm < area.y0) continue
    const column: Column = { room, x, width: panel.width_mm, y: area.y1 }
    columns.push(column)
    return column
  }
  return null
}
