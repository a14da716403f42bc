import { drawingArea, type Area, type Sheet } from '@edp/schemas'

/** Size of one container's entry, mm. */
export const CELL = { width: 190, height: 30 } as const
/** Height of what stands above the entries, mm. */
export const HEAD_MM = 14

/** Sizes of the sheets, the smallest first. */
const SIZES = ['A3', 'A2', 'A1'] as const

/** Places of entries on a sheet. */
export interface Grid {
  readonly size: Sheet['size']
  readonly area: Area
  readonly rows: number
  readonly columns: number
  readonly capacity: number
}

/** Places of entries on a sheet of a size, column by column. */
function gridOf(size: Sheet['size']): Grid {
  const area = drawingArea(size)
  const columns = Math.floor((area.x1 - area.x0) / CELL.width + 0.05)
  const rows = Math.floor((area.y1 - area.y0 - HEAD_MM) / CELL.height)
  return { size, area, rows, columns, capacity: columns * rows }
}

/** Entries of a full sheet. */
export const CAPACITY = gridOf('A1').capacity

/** The smallest sheet that holds a number of entries: a small site, or what is left for the last sheet, wastes no A1. */
export function gridFor(count: number): Grid {
  return SIZES.map(gridOf).find(({ capacity }) => capacity >= count) ?? gridOf('A1')
}

/** Rows of as many columns as leave the fewest places empty, so that none stands alone with what is left over. */
export function rowsFor(count: number, grid: Grid): number {
  const empty = (rows: number): number => Math.ceil(count / rows) * rows - count
  return Array.from({ length: grid.columns }, (_, index) => Math.ceil(count / (index + 1)))
    .filter((rows) => rows <= grid.rows)
    .reduce((best, rows) => (empty(rows) <= empty(best) ? rows : best))
}
