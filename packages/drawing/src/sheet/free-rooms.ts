import type { Area, Primitive, SymbolDefinition } from '@edp/schemas'

import { drawnBox } from './bounds.ts'
import { RoomRaster } from './room-raster.ts'

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
 * The rooms that a drawing leaves in an area, while more and more is drawn. The same drawing always leaves the same rooms.
 *
 * @example
 * const free = new FreeRooms(drawingArea('A1'), symbols, { width: 100, height: 40, gap: 6 })
 * free.take(items)
 * const [largest] = free.rooms()
 */
export class FreeRooms {
  private readonly raster: RoomRaster
  private readonly library: readonly SymbolDefinition[]
  private readonly symbols: ReadonlyMap<string, SymbolDefinition>
  private readonly limits: RoomLimits

  constructor(area: Area | RoomRaster, library: readonly SymbolDefinition[], limits: RoomLimits) {
    this.raster = area instanceof RoomRaster ? area : new RoomRaster(area)
    this.library = library
    this.symbols = new Map(library.map((symbol) => [symbol.name, symbol]))
    this.limits = limits
  }

  /** The same rooms, to be taken on their own. */
  copy(): FreeRooms {
    return new FreeRooms(this.raster.copy(), this.library, this.limits)
  }

  /** Takes the room of primitives, with the gap around them. */
  take(items: readonly Primitive[]): void {
    for (const item of items) this.raster.fill(drawnBox(item, this.symbols), this.limits.gap)
  }

  /** The largest upright rectangle of at least a size that nothing reaches into, also where `rooms` is cut another way. */
  roomFor(width: number, height: number): Area | null {
    return this.raster.largest(width, height)
  }

  /**
   * Upright rectangles that nothing reaches into and that do not overlap each other, largest first; the first one at least as wide
   * as `first_mm` where there is such a one.
   */
  rooms(first_mm = 0): Area[] {
    const raster = this.raster.copy()
    const rooms: Area[] = []
    while (rooms.length < ROOMS) {
      const wide = rooms.length === 0 && first_mm > this.limits.width
      const room =
        (wide ? raster.largest(first_mm, this.limits.height) : null) ??
        raster.largest(this.limits.width, this.limits.height)
      if (room === null) break
      rooms.push(room)
      raster.fill(room, this.limits.gap)
    }
    return rooms
  }
}
