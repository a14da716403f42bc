import type { Area, Point, Primitive, SymbolDefinition, UsePrimitive } from '@edp/schemas'

import { arcSweep, cosDeg, placed, sinDeg, textBox } from '../sheet/bounds.ts'

/** A straight piece of a drawing. */
export interface Segment {
  readonly from: Point
  readonly to: Point
}

/** An area grown by a margin on all sides; a negative margin shrinks it. */
export function grown(area: Area, margin: number): Area {
  return { x0: area.x0 - margin, y0: area.y0 - margin, x1: area.x1 + margin, y1: area.y1 + margin }
}

/** Whether two areas have more than an edge in common. */
export function overlap(a: Area, b: Area): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

/** Whether a point lies inside an area. */
export function holds(area: Area, [x, y]: Point): boolean {
  return x > area.x0 && x < area.x1 && y > area.y0 && y < area.y1
}

/** The box around a segment. */
export function segmentBox({ from, to }: Segment): Area {
  return {
    x0: Math.min(from[0], to[0]),
    y0: Math.min(from[1], to[1]),
    x1: Math.max(from[0], to[0]),
    y1: Math.max(from[1], to[1]),
  }
}

/** Whether a segment passes through the inside of an area (Liang-Barsky clipping). */
export function crosses({ from, to }: Segment, area: Area): boolean {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  let [enter, leave] = [0, 1]
  for (const [p, q] of [
    [-dx, from[0] - area.x0],
    [dx, area.x1 - from[0]],
    [-dy, from[1] - area.y0],
    [dy, area.y1 - from[1]],
  ] as const) {
    if (p === 0) {
      if (q <= 0) return false
    } else if (p < 0) enter = Math.max(enter, q / p)
    else leave = Math.min(leave, q / p)
  }
  return enter < leave
}

/** Whether two segments cross, each passing from one side of the other to its other side. */
export function intersect(a: Segment, b: Segment): boolean {
  const side = (s: Segment, p: Point): number =>
    (s.to[0] - s.from[0]) * (p[1] - s.from[1]) - (s.to[1] - s.from[1]) * (p[0] - s.from[0])
  const strictly = (u: number, v: number): boolean => (u > 1e-6 && v < -1e-6) || (u < -1e-6 && v > 1e-6)
  return strictly(side(a, b.from), side(a, b.to)) && strictly(side(b, a.from), side(b, a.to))
}

/** The segments that a primitive is drawn with; curves as chords of at most 30 degrees, texts as their boxes. */
export function segmentsOf(item: Primitive): Segment[] {
  switch (item.kind) {
    case 'line':
      return [{ from: item.from, to: item.to }]
    case 'polyline':
      return chain(item.points, item.closed === true || item.filled === true)
    case 'circle':
      return chain(curve(item.centre, item.radius, 0, 360), false)
    case 'arc':
      return chain(
        curve(item.centre, item.radius, item.start_deg, arcSweep(item.start_deg, item.end_deg)),
        false,
      )
    case 'text': {
      const { x0, y0, x1, y1 } = textBox(item)
      return chain(
        [
          [x0, y0],
          [x1, y0],
          [x1, y1],
          [x0, y1],
        ],
        true,
      )
    }
    case 'use':
      return []
  }
}

/** The segments of a symbol where it is used. */
export function segmentsOfUse(use: UsePrimitive, symbol: SymbolDefinition): Segment[] {
  return symbol.items
    .flatMap(segmentsOf)
    .map(({ from, to }) => ({ from: placed(use, from), to: placed(use, to) }))
}

function chain(points: readonly Point[], closed: boolean): Segment[] {
  const segments = points.slice(1).flatMap((to, index): Segment[] => [{ from: points[index] ?? to, to }])
  const [first, last] = [points[0], points.at(-1)]
  return closed && first !== undefined && last !== undefined
    ? [...segments, { from: last, to: first }]
    : segments
}

function curve([x, y]: Point, radius: number, start_deg: number, sweep: number): Point[] {
  const steps = Math.max(2, Math.ceil(sweep / 30))
  return Array.from({ length: steps + 1 }, (_, step): Point => {
    const angle = start_deg + (sweep * step) / steps
    return [x + radius * cosDeg(angle), y + radius * sinDeg(angle)]
  })
}
