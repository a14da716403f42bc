import type { Area } from '@edp/schemas'

/** Between what stands on a sheet and what is placed beside it, mm. */
const GAP = 10
/** Less room than this, in either direction, holds no table, mm. */
const LEAST = 20

/** What is free on a sheet beside what is taken: its largest rectangles, which overlap. */
export function freeOf(area: Area, taken: readonly Area[]): Area[] {
  return taken.reduce<Area[]>(without, [area])
}

/** The largest free rectangles after one more piece is taken. */
export function without(free: readonly Area[], taken: Area): Area[] {
  const box = { x0: taken.x0 - GAP, x1: taken.x1 + GAP, y0: taken.y0 - GAP, y1: taken.y1 + GAP }
  const pieces = free.flatMap((room) => (overlaps(room, box) ? besides(room, box) : [room]))
  return pieces.filter(
    (piece, index) =>
      !pieces.some((other, i) => i !== index && holds(other, piece) && (i < index || !holds(piece, other))),
  )
}

/** Rectangles that share nothing, the largest first: room for what flows from one to the next. */
export function apart(free: readonly Area[]): Area[] {
  const [largest] = [...free].sort((a, b) => sizeOf(b) - sizeOf(a))
  return largest === undefined ? [] : [largest, ...apart(without(free, largest))]
}

function sizeOf({ x0, x1, y0, y1 }: Area): number {
  return (x1 - x0) * (y1 - y0)
}

/** What is left of a room on each side of a box. */
function besides(room: Area, box: Area): Area[] {
  return [
    { ...room, y0: box.y1 },
    { ...room, y1: box.y0 },
    { ...room, x1: box.x0 },
    { ...room, x0: box.x1 },
  ].filter(({ x0, x1, y0, y1 }) => x1 - x0 >= LEAST && y1 - y0 >= LEAST)
}

function overlaps(a: Area, b: Area): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

function holds(outer: Area, inner: Area): boolean {
  return outer.x0 <= inner.x0 && outer.x1 >= inner.x1 && outer.y0 <= inner.y0 && outer.y1 >= inner.y1
}
