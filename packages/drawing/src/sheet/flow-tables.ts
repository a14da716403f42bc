import type { Area, Primitive } from '@edp/schemas'

import { measureTable, placeTable, type PlacedTable, type Table, type TableStyle } from './table.ts'

/**
 * Tables one below the other and column by column over as many sheets as they need; a table that goes on repeats its
 * title and header. `areas` is the room on each sheet in turn, the last one also that of all further sheets. Returns the
 * primitives of each sheet; a room that no table fits into stays empty.
 *
 * @example flowTables([feeders, transformers], [drawingArea('A1')], style)
 */
export function flowTables(
  tables: readonly Table[],
  areas: Area | readonly Area[],
  style: TableStyle,
  gap_mm = 8,
): Primitive[][] {
  const flow = new Flow('x0' in areas ? [areas] : areas, gap_mm)
  for (const table of tables) {
    const measured = measureTable(table, style)
    const least = style.text_mm * 2.4 + measured.pitch * Math.min(6, 2.5 + table.rows.length)
    flow.reserve(measured.width, least)
    const breaksIn = (room: Area): boolean => placeTable(table, room, style, measured).rest.length > 0
    if (table.whole === true && breaksIn(flow.room()) && !breaksIn(flow.column()))
      flow.nextColumn(measured.width)
    let rows = table.rows
    let title = table.title
    for (;;) {
      const placed = placeTable({ ...table, title, rows }, flow.room(), style, measured)
      if (placed.rest.length < rows.length || rows.length === 0) {
        flow.put(placed)
        rows = placed.rest
        title = `${table.title} (continued)`
      } else if (flow.isFresh() && !flow.hasFurtherArea())
        throw new RangeError(`a row of the table ${table.title} is higher than a sheet`)
      if (rows.length === 0) break
      flow.nextColumn(measured.width)
    }
  }
  return flow.sheets
}

/** Where the next table goes: sheets filled column by column. */
class Flow {
  readonly sheets: Primitive[][] = []
  private readonly areas: readonly Area[]
  private readonly gap_mm: number
  private area: Area = { x0: 0, y0: 0, x1: 0, y1: 0 }
  private x = 0
  private y = 0
  private columnWidth = 0

  constructor(areas: readonly Area[], gap_mm: number) {
    this.areas = areas
    this.gap_mm = gap_mm
  }

  /** Makes sure that a table can begin here. */
  reserve(width: number, height: number): void {
    if (this.sheets.length === 0) this.openSheet(width)
    else if (!this.fits(width) || (!this.isFresh() && this.y - height < this.area.y0)) this.nextColumn(width)
  }

  nextColumn(width: number): void {
    this.x += this.columnWidth + this.gap_mm
    this.y = this.area.y1
    this.columnWidth = 0
    if (!this.fits(width)) this.openSheet(width)
  }

  room(): Area {
    return { ...this.area, x0: this.x, y1: this.y }
  }

  /** The whole height of a column. */
  column(): Area {
    return this.area
  }

  put(placed: PlacedTable): void {
    this.sheets.at(-1)?.push(...placed.items)
    this.columnWidth = Math.max(this.columnWidth, placed.width_mm)
    this.y -= placed.height_mm + this.gap_mm
  }

  /** Whether nothing is in the column yet. */
  isFresh(): boolean {
    return this.y === this.area.y1
  }

  hasFurtherArea(): boolean {
    return this.sheets.length < this.areas.length
  }

  private fits(width: number): boolean {
    return this.x + width <= this.area.x1 + 0.01
  }

  /** The next sheet, or the next one that is wide enough. */
  private openSheet(width: number): void {
    do {
      this.area = this.areas[Math.min(this.sheets.length, this.areas.length - 1)] ?? this.area
      this.sheets.push([])
      this.x = this.area.x0
      this.y = this.area.y1
      this.columnWidth = 0
    } while (!this.fits(width) && this.hasFurtherArea())
  }
}
