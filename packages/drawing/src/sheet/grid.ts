import type { Point } from '@edp/schemas'

/** Module of all diagrams, mm: symbols, terminals and lanes lie on multiples of it (IEC 81714-2 uses the same module). */
export const GRID = 2.5

/** Grid units to millimetres. */
export function grid(units: number): number {
  return units * GRID
}

/** A point moved by millimetres. */
export function moved([x, y]: Point, dx: number, dy: number): Point {
  return [x + dx, y + dy]
}
