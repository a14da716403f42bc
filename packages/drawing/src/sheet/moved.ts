import type { Point, Primitive } from '@edp/schemas'

/** Primitives moved by a distance, mm. */
export function moved(items: readonly Primitive[], dx: number, dy: number): Primitive[] {
  const to = ([x, y]: Point): Point => [x + dx, y + dy]
  return items.map((item): Primitive => {
    switch (item.kind) {
      case 'line':
        return { ...item, from: to(item.from), to: to(item.to) }
      case 'polyline':
        return { ...item, points: item.points.map(to) }
      case 'circle':
      case 'arc':
        return { ...item, centre: to(item.centre) }
      case 'text':
      case 'use':
        return { ...item, at: to(item.at) }
    }
  })
}
