import type { Point, Primitive } from '@edp/schemas'

/** Least height of a text, mm; nothing is scaled below it. */
const TEXT_MIN_MM = 1.8

/** Primitives scaled about the origin, then moved and put on a layer. Uses are left out: a symbol holds none. */
export function scaled(
  items: readonly Primitive[],
  scale: number,
  dx: number,
  dy: number,
  layer: string,
): Primitive[] {
  const to = ([x, y]: Point): Point => [x * scale + dx, y * scale + dy]
  return items.flatMap((item): Primitive[] => {
    switch (item.kind) {
      case 'line':
        return [{ ...item, layer, from: to(item.from), to: to(item.to) }]
      case 'polyline':
        return [{ ...item, layer, points: item.points.map(to) }]
      case 'circle':
      case 'arc':
        return [{ ...item, layer, centre: to(item.centre), radius: item.radius * scale }]
      case 'text':
        return [{ ...item, layer, at: to(item.at), height: Math.max(TEXT_MIN_MM, item.height * scale) }]
      case 'use':
        return []
    }
  })
}
