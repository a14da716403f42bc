import type { Area } from '@edp/schemas'

/** Edge of a cell, mm. */
const CELL_MM = 4

/** An area as cells that are free or not. */
export class RoomRaster {
  private readonly area: Area
  private readonly columns: number
  private readonly rows: number
  private readonly taken: Uint8Array
  /** Upper edge of the cells: they stand on the lower edge of the area, where tables below a diagram need all of it. */
  private readonly top: number

  constructor(area: Area, taken?: Uint8Array) {
    this.area = area
    this.columns = Math.floor((area.x1 - area.x0) / CELL_MM)
    this.rows = Math.floor((area.y1 - area.y0) / CELL_MM)
    this.top = area.y0 + this.rows * CELL_MM
    this.taken = taken ?? new Uint8Array(this.columns * this.rows)
  }

  /** The same cells, to be filled on their own. */
  copy(): RoomRaster {
    return new RoomRaster(this.area, this.taken.slice())
  }

  /** Takes every cell that a box with a margin touches. */
  fill(box: Area, margin: number): void {
    const column = (x: number): number => Math.floor((x - this.area.x0) / CELL_MM)
    const row = (y: number): number => Math.floor((this.top - y) / CELL_MM)
    const [from, to] = [
      Math.max(0, column(box.x0 - margin)),
      Math.min(this.columns - 1, column(box.x1 + margin)),
    ]
    const last = Math.min(this.rows - 1, row(box.y0 - margin))
    for (let r = Math.max(0, row(box.y1 + margin)); r <= last; r += 1)
      if (from <= to) this.taken.fill(1, r * this.columns + from, r * this.columns + to + 1)
  }

  /** The largest free rectangle of at least a size, the upper left one of equal ones; `null` where there is none. */
  largest(width: number, height: number): Area | null {
    const free = new Int32Array(this.columns)
    const open = new OpenRectangles(this.columns, Math.ceil(width / CELL_MM), Math.ceil(height / CELL_MM))
    for (let row = 0; row < this.rows; row += 1) {
      let before = 0
      for (let column = 0; column < this.columns; column += 1) {
        const above = this.taken[row * this.columns + column] === 0 ? (free[column] ?? 0) + 1 : 0
        free[column] = above
        // Nothing ends or begins beside a column of the same height.
        if (above !== before) open.next(row, column, above)
        before = above
      }
      open.next(row, this.columns, 0)
    }
    const { best } = open
    if (best === null) return null
    const x0 = this.area.x0 + best.column * CELL_MM
    const y0 = this.top - (best.row + 1) * CELL_MM
    return { x0, y0, x1: x0 + best.width * CELL_MM, y1: y0 + best.height * CELL_MM }
  }
}

/** Free rectangles that stand on a row of cells and go on to the right, the lowest first. */
class OpenRectangles {
  /** The largest one that has ended; its lowest row and first column. */
  best: { cells: number; row: number; column: number; width: number; height: number } | null = null
  private count = 0
  private readonly begins: Int32Array
  private readonly heights: Int32Array
  private readonly least_width: number
  private readonly least_height: number

  constructor(columns: number, least_width: number, least_height: number) {
    this.begins = new Int32Array(columns + 1)
    this.heights = new Int32Array(columns + 1)
    this.least_width = least_width
    this.least_height = least_height
  }

  /** The next column of a row has so many free cells above: what is higher ends before it. */
  next(row: number, column: number, height: number): void {
    let begin = column
    while (this.last() > height) {
      this.count -= 1
      begin = this.begins[this.count] ?? 0
      this.end(row, begin, column - begin, this.heights[this.count] ?? 0)
    }
    if (height <= this.last()) return
    this.begins[this.count] = begin
    this.heights[this.count] = height
    this.count += 1
  }

  private last(): number {
    return this.count === 0 ? 0 : (this.heights[this.count - 1] ?? 0)
  }

  private end(row: number, column: number, width: number, height: number): void {
    if (width < this.least_width || height < this.least_height) return
    const cells = width * height
    const { best } = this
    const better = best === null || cells > best.cells
    // Of equal ones on a row, the one that begins further left.
    if (better || (cells === best.cells && row === best.row && column < best.column))
      this.best = { cells, row, column, width, height }
  }
}
