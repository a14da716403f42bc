import type { Point, Primitive } from '@edp/schemas'

/** Primitives scaled about the origin, then moved and put on a layer; no text gets smaller than `text_min_mm`. Uses are left out: a symbol holds none. */
export function scaled(
  items: readonly Primitive[],
  scale: number,
  dx: number,
  dy: number,
  layer: string,
  text_min_mm: number,
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
        return [{ ...item, layer, at: to(item.at), height: Math.max(text_min_mm, item.height * scale) }]
      case 'use':
        return []
    }
  })
}
