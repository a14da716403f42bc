import type { Point, Primitive, TextPrimitive, UsePrimitive } from '@edp/schemas'

/** Layer of everything inside a symbol: it takes the layer of the use, as layer 0 does inside a DXF block. */
export const INHERIT = '0'

/** What a line may carry: its net, and a linetype other than its layer's. */
export interface LineOptions {
  readonly net?: string | undefined
  readonly linetype?: string | undefined
}

/** What a text may carry; see `TextPrimitive`. */
export type TextOptions = Partial<
  Pick<TextPrimitive, 'halign' | 'valign' | 'rotation_deg' | 'net' | 'link' | 'id'>
>

/** What the use of a symbol may carry; see `UsePrimitive`. */
export type UseOptions = Partial<
  Pick<UsePrimitive, 'rotation_deg' | 'attributes' | 'id' | 'offpage' | 'net' | 'link'>
>

/** Draws on one layer: each method returns the primitive as plain data. */
export interface Pen {
  line(from: Point, to: Point, options?: LineOptions): Primitive
  /** Open polyline. */
  path(points: readonly Point[], options?: LineOptions): Primitive
  /** Closed polyline, filled on demand. */
  polygon(points: readonly Point[], options?: LineOptions & { readonly filled?: boolean }): Primitive
  /** Rectangle from its lower left corner. */
  box(
    at: Point,
    width: number,
    height: number,
    options?: LineOptions & { readonly filled?: boolean },
  ): Primitive
  circle(
    centre: Point,
    radius: number,
    options?: { readonly filled?: boolean; readonly net?: string },
  ): Primitive
  /** Counter-clockwise arc. */
  arc(
    centre: Point,
    radius: number,
    start_deg: number,
    end_deg: number,
    options?: { readonly net?: string },
  ): Primitive
  text(at: Point, height: number, value: string, options?: TextOptions): TextPrimitive
  use(symbol: string, at: Point, options?: UseOptions): UsePrimitive
}

/**
 * A pen for one layer.
 *
 * @example const mv = pen('E-POWR-MV'); items.push(mv.line([30, 200], [30, 150], { net: 'MV1' }))
 */
export function pen(layer: string): Pen {
  return {
    line: (from, to, options) => carrying({ kind: 'line', layer, from, to }, options),
    path: (points, options) => carrying({ kind: 'polyline', layer, points }, options),
    polygon: (points, options) => carrying({ kind: 'polyline', layer, points, closed: true }, options),
    box: ([x, y], width, height, options) => {
      const points: Point[] = [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ]
      return carrying({ kind: 'polyline', layer, points, closed: true }, options)
    },
    circle: (centre, radius, options) => carrying({ kind: 'circle', layer, centre, radius }, options),
    arc: (centre, radius, start_deg, end_deg, options) =>
      carrying({ kind: 'arc', layer, centre, radius, start_deg, end_deg }, options),
    text: (at, height, value, options) => carrying({ kind: 'text', layer, at, height, value }, options),
    use: (symbol, at, options) => carrying({ kind: 'use', layer, symbol, at }, options),
  }
}

/** A primitive with those options that are there: it is plain JSON, which knows no undefined. */
function carrying<P extends object, T extends object>(
  primitive: P,
  options: T | undefined,
): P & { [K in keyof T]: Exclude<T[K], undefined> } {
  const carried = primitive as Record<string, unknown>
  if (options === undefined) return primitive as P & { [K in keyof T]: Exclude<T[K], undefined> }
  for (const key of Object.keys(options) as (keyof T & string)[])
    if (options[key] !== undefined) carried[key] = options[key]
  return primitive as P & { [K in keyof T]: Exclude<T[K], undefined> }
}
