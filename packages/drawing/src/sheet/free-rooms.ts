import type { Area, Primitive, SymbolDefinition } from '@edp/schemas'

import { primitiveBox, usedBounds } from './bounds.ts'

/** Edge of a cell of the raster that rooms are searched on, mm. */
const CELL_MM = 4
/** Most rooms that are looked for on one sheet. */
const ROOMS = 6

/** What a room has to be to be worth something, mm. */
export interface RoomLimits {
  readonly width: number
  readonly height: number
  /** Kept between the room and what is drawn, mm. */
  readonly gap: number
}

/**
 * The rooms that a drawing leaves in an area, largest first: upright rectangles that no primitive reaches into and that
 * do not overlap each other. The same drawing always leaves the same rooms.
 *
 * @example freeRooms(sheet.items, symbols, drawingArea('A1'), { width: 100, height: 40, gap: 6 })
 */
export function freeRooms(
  items: readonly Primitive[],
  symbols: readonly SymbolDefinition[],
  area: Area,
  limits: RoomLimits,
): Area[] {
  const raster = new Raster(area)
  const definitions = new Map(symbols.map((symbol) => [symbol.name, symbol]))
  for (const item of items) {
    const symbol = item.kind === 'use' ? definitions.get(item.symbol) : undefined
    const box = item.kind === 'use' && symbol !== undefined ? usedBounds(item, symbol) : primitiveBox(item)
    raster.fill(box, limits.gap)
  }
  const rooms: Area[] = []
  while (rooms.length < ROOMS) {
    const room = raster.largest(limits.width, limits.height)
    if (room === null) break
    rooms.push(room)
    raster.fill(room, limits.gap)
  }
  return rooms
}

/** An area as cells that are free or not. */
class Raster {
  private readonly area: Area
  private readonly columns: number
  private readonly rows: number
  private readonly taken: Uint8Array

  constructor(area: Area) {
    this.area = area
    this.columns = Math.floor((area.x1 - area.x0) / CELL_MM)
    this.rows = Math.floor((area.y1 - area.y0) / CELL_MM)
    this.taken = new Uint8Array(this.columns * this.rows)
  }

  /** Takes every cell that a box with a margin touches. */
  fill(box: Area, margin: number): void {
    const column = (x: number): number => Math.floor((x - this.area.x0) / CELL_MM)
    const row = (y: number): number => Math.floor((this.area.y1 - y) / CELL_MM)
    const [from, to] = [
      Math.max(0, column(box.x0 - margin)),
      Math.min(this.columns - 1, column(box.x1 + margin)),
    ]
    const last = Math.min(this.rows - 1, row(box.y0 - margin))
    for (let r = Math.max(0, row(box.y1 + margin)); r <= last; r += 1)
      if (from <= to) this.taken.fill(1, r * this.columns + from, r * this.columns + to + 1)
  }

  /** The largest free rectangle of at least a size, the upper left one of equal ones; `null` where there is none. */
  largest(least_width: number, least_height: number): Area | null {
    const heights = new Int32Array(this.columns)
    let best = { cells: 0, row: 0, column: 0, width: 0, height: 0 }
    for (let row = 0; row < this.rows; row += 1) {
      for (let column = 0; column < this.columns; column += 1)
        heights[column] = this.taken[row * this.columns + column] === 1 ? 0 : (heights[column] ?? 0) + 1
      for (let column = 0; column < this.columns; column += 1) {
        let height = heights[column] ?? 0
        // What could begin further left is larger and has been seen; what is too low or cannot beat the best is left early.
        if (column > 0 && (heights[column - 1] ?? 0) >= height) continue
        for (let width = 1; height * CELL_MM >= least_height && height > 0; width += 1) {
          if (height * (this.columns - column) <= best.cells) break
          const cells = width * height
          const enough = width * CELL_MM >= least_width && height * CELL_MM >= least_height
          if (enough && cells > best.cells) best = { cells, row, column, width, height }
          height = Math.min(height, heights[column + width] ?? 0)
        }
      }
    }
    if (best.cells === 0) return null
    const x0 = this.area.x0 + best.column * CELL_MM
    const y0 = this.area.y1 - (best.row + 1) * CELL_MM
    return { x0, y0, x1: x0 + best.width * CELL_MM, y1: y0 + best.height * CELL_MM }
  }
}
