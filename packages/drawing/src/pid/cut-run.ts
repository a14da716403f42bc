import type { Point } from '@edp/schemas'

/** Where something stands in a run and how far it reaches along it to both sides. */
export interface Cut {
  readonly at: Point
  readonly half: number
}

/** Direction of flow in degrees, counter-clockwise from the x axis. */
export type Direction = 0 | 90 | 180 | 270

/** A run in pieces, and the direction of flow at each cut. */
export interface CutRun {
  readonly pieces: readonly (readonly Point[])[]
  readonly directions: readonly Direction[]
}

const NEAR = 0.01

/**
 * Cuts an orthogonal run where fittings stand in it, so that no pipe is drawn through a symbol.
 *
 * @throws {RangeError} when a cut lies on no segment, or a segment is neither horizontal nor vertical.
 */
export function cutRun(points: readonly Point[], cuts: readonly Cut[]): CutRun {
  const directions = cuts.map((): Direction | undefined => undefined)
  const pieces: Point[][] = []
  let piece: Point[] = points[0] === undefined ? [] : [points[0]]
  for (let index = 1; index < points.length; index += 1) {
    const [from, to]: readonly [Point, Point] = [points[index - 1] ?? [0, 0], points[index] ?? [0, 0]]
    const direction = directionOf(from, to)
    const along = (p: Point): number => Math.abs(p[0] - from[0]) + Math.abs(p[1] - from[1])
    const length = along(to)
    const step = (distance: number): Point => [
      from[0] + ((to[0] - from[0]) * distance) / length,
      from[1] + ((to[1] - from[1]) * distance) / length,
    ]
    const here = cuts
      .map((cut, i) => ({ cut, i }))
      .filter(({ cut, i }) => directions[i] === undefined && on(cut.at, from, to))
      .sort((a, b) => along(a.cut.at) - along(b.cut.at))
    for (const { cut, i } of here) {
      directions[i] = direction
      if (cut.half === 0) continue
      piece.push(step(along(cut.at) - cut.half))
      pieces.push(piece)
      piece = [step(along(cut.at) + cut.half)]
    }
    piece.push(to)
  }
  pieces.push(piece)
  return {
    pieces: pieces.map(simplified).filter((p) => p.length > 1),
    directions: directions.map((direction, i) => {
      if (direction === undefined) throw new RangeError(`no pipe at ${String(cuts[i]?.at)}`)
      return direction
    }),
  }
}

function directionOf([x0, y0]: Point, [x1, y1]: Point): Direction {
  if (Math.abs(y1 - y0) < NEAR) return x1 > x0 ? 0 : 180
  if (Math.abs(x1 - x0) < NEAR) return y1 > y0 ? 90 : 270
  throw new RangeError(`run is not orthogonal between ${x0},${y0} and ${x1},${y1}`)
}

function on([x, y]: Point, [x0, y0]: Point, [x1, y1]: Point): boolean {
  return (
    x > Math.min(x0, x1) - NEAR &&
    x < Math.max(x0, x1) + NEAR &&
    y > Math.min(y0, y1) - NEAR &&
    y < Math.max(y0, y1) + NEAR
  )
}

/** Whether a point lies on an orthogonal run. */
export function liesOn(at: Point, points: readonly Point[]): boolean {
  return points.slice(1).some((to, index) => on(at, points[index] ?? to, to))
}

/** Without points that repeat their predecessor. */
function simplified(points: readonly Point[]): Point[] {
  return points.filter((p, i) => {
    const before = points[i - 1]
    return before === undefined || Math.abs(p[0] - before[0]) + Math.abs(p[1] - before[1]) > NEAR
  })
}
