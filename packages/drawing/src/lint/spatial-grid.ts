import type { Area } from '@edp/schemas'

/** Edge of a cell, mm: about the size of a label with its symbol. */
const CELL_MM = 12

/** Things on a sheet by place, so that only neighbours are compared. */
export class SpatialGrid<T> {
  private readonly cells = new Map<number, T[]>()

  /** A grid of things, each in the area that it covers. */
  static of<T>(things: readonly T[], areaOf: (thing: T) => Area): SpatialGrid<T> {
    const grid = new SpatialGrid<T>()
    for (const thing of things) grid.add(areaOf(thing), thing)
    return grid
  }

  /** Puts a thing into the cells that an area touches. */
  add(area: Area, thing: T): void {
    for (const key of keysOf(area)) {
      const cell = this.cells.get(key)
      if (cell === undefined) this.cells.set(key, [thing])
      else cell.push(thing)
    }
  }

  /** The things whose cells an area touches, each once. */
  near(area: Area): Set<T> {
    const things = new Set<T>()
    for (const key of keysOf(area)) for (const thing of this.cells.get(key) ?? []) things.add(thing)
    return things
  }
}

function keysOf(area: Area): number[] {
  const keys: number[] = []
  for (let row = Math.floor(area.y0 / CELL_MM); row <= Math.floor(area.y1 / CELL_MM); row += 1)
    for (let column = Math.floor(area.x0 / CELL_MM); column <= Math.floor(area.x1 / CELL_MM); column += 1)
      keys.push(row * 4096 + column)
  return keys
}
