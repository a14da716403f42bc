import { drawingArea, type Area, type Primitive, type Sheet } from '@edp/schemas'

import { boundsOf } from './bounds.ts'
import { measureTable, placeTable, type PlacedTable, type Table, type TableStyle } from './table.ts'

/** Papers below A1 that the last sheet may have, the smallest first. */
export const SMALLER = ['A3', 'A2'] as const satisfies readonly Sheet['size'][]

/** A table with what of it is still to be placed. */
interface Pending {
  readonly table: Table
  readonly measured: ReturnType<typeof measureTable>
  /** As the next piece is called. */
  readonly title: string
}

/** A filled sheet, and what there was to place when it was begun. */
interface Page {
  readonly items: Primitive[]
  /** Which of the tables stand on it, or go on there. */
  readonly tables: Set<number>
  readonly from: readonly Pending[]
}

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
  return flowPages(tables, areas, style, gap_mm).map(({ items }) => items)
}

/** Tables as `flowTables`, with the numbers of those that stand on each sheet, whole or in part. */
export function flowPages(
  tables: readonly Table[],
  areas: Area | readonly Area[],
  style: TableStyle,
  gap_mm = 8,
): { readonly items: Primitive[]; readonly tables: ReadonlySet<number> }[] {
  return flowed(pendingOf(tables, style), 'x0' in areas ? [areas] : areas, style, gap_mm)
}

/** A sheet of tables with its paper. */
export interface FlowedSheet {
  readonly size: Sheet['size']
  readonly items: readonly Primitive[]
}

/** Tables on sheets of A1 as `flowTables`, the last one on the smallest paper that holds what is left for it. */
export function flowSheets(tables: readonly Table[], style: TableStyle): FlowedSheet[] {
  const pages = flowed(pendingOf(tables, style), [drawingArea('A1')], style)
  const last = pages.at(-1)
  if (last === undefined) return []
  const smaller = SMALLER.flatMap((size): FlowedSheet[] => {
    const [only, ...others] = flowed(last.from, [drawingArea(size)], style)
    const isHeld =
      only !== undefined && others.length === 0 && boundsOf(only.items).x1 <= drawingArea(size).x1 + 0.01
    return isHeld ? [{ size, items: only.items }] : []
  })
  const [smallest = { size: 'A1', items: last.items }] = smaller
  return [...pages.slice(0, -1).map(({ items }): FlowedSheet => ({ size: 'A1', items })), smallest]
}

function pendingOf(tables: readonly Table[], style: TableStyle): Pending[] {
  return tables.map((table) => ({ table, measured: measureTable(table, style), title: table.title }))
}

function flowed(pending: readonly Pending[], areas: readonly Area[], style: TableStyle, gap_mm = 8): Page[] {
  const flow = new Flow(areas, gap_mm)
  for (const [index, { table, measured, title: first }] of pending.entries()) {
    const least = style.text_mm * 2.4 + measured.pitch * Math.min(6, 2.5 + table.rows.length)
    let rows = table.rows
    let title = first
    const from = (): Pending[] => [
      { table: { ...table, rows }, measured, title },
      ...pending.slice(index + 1),
    ]
    flow.reserve(measured.width, least, from)
    const breaksIn = (room: Area): boolean => placeTable(table, room, style, measured).rest.length > 0
    if (table.whole === true && breaksIn(flow.room()) && !breaksIn(flow.column()))
      flow.nextColumn(measured.width, from)
    for (;;) {
      const placed = placeTable({ ...table, title, rows }, flow.room(), style, measured)
      if (placed.rest.length < rows.length || rows.length === 0) {
        flow.put(placed, index)
        rows = placed.rest
        title = `${table.title} (continued)`
      } else if (flow.isFresh() && !flow.hasFurtherArea())
        throw new RangeError(`a row of the table ${table.title} is higher than a sheet`)
      if (rows.length === 0) break
      flow.nextColumn(measured.width, from)
    }
  }
  return flow.pages
}

/** Where the next table goes: sheets filled column by column. */
class Flow {
  readonly pages: Page[] = []
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
  reserve(width: number, height: number, from: () => Pending[]): void {
    if (this.pages.length === 0) this.openSheet(width, from())
    else if (!this.fits(width) || (!this.isFresh() && this.y - height < this.area.y0))
      this.nextColumn(width, from)
  }

  nextColumn(width: number, from: () => Pending[]): void {
    this.x += this.columnWidth + this.gap_mm
    this.y = this.area.y1
    this.columnWidth = 0
    if (!this.fits(width)) this.openSheet(width, from())
  }

  room(): Area {
    return { ...this.area, x0: this.x, y1: this.y }
  }

  /** The whole height of a column. */
  column(): Area {
    return this.area
  }

  put(placed: PlacedTable, table: number): void {
    this.pages.at(-1)?.items.push(...placed.items)
    this.pages.at(-1)?.tables.add(table)
    this.columnWidth = Math.max(this.columnWidth, placed.width_mm)
    this.y -= placed.height_mm + this.gap_mm
  }

  /** Whether nothing is in the column yet. */
  isFresh(): boolean {
    return this.y === this.area.y1
  }

  hasFurtherArea(): boolean {
    return this.pages.length < this.areas.length
  }

  private fits(width: number): boolean {
    return this.x + width <= this.area.x1 + 0.01
  }

  /** The next sheet, or the next one that is wide enough. */
  private openSheet(width: number, from: readonly Pending[]): void {
    do {
      this.area = this.areas[Math.min(this.pages.length, this.areas.length - 1)] ?? this.area
      this.pages.push({ items: [], tables: new Set(), from })
      this.x = this.area.x0
      this.y = this.area.y1
      this.columnWidth = 0
    } while (!this.fits(width) && this.hasFurtherArea())
  }
}
