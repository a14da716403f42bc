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
    line: (from, to, options = {}) => ({ kind: 'line', layer, from, to, ...present(options) }),
    path: (points, options = {}) => ({ kind: 'polyline', layer, points, ...present(options) }),
    polygon: (points, options = {}) => ({
      kind: 'polyline',
      layer,
      points,
      closed: true,
      ...present(options),
    }),
    box: ([x, y], width, height, options = {}) => ({
      kind: 'polyline',
      layer,
      points: [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
      closed: true,
      ...present(options),
    }),
    circle: (centre, radius, options = {}) => ({
      kind: 'circle',
      layer,
      centre,
      radius,
      ...present(options),
    }),
    arc: (centre, radius, start_deg, end_deg, options = {}) => ({
      kind: 'arc',
      layer,
      centre,
      radius,
      start_deg,
      end_deg,
      ...present(options),
    }),
    text: (at, height, value, options = {}) => ({
      kind: 'text',
      layer,
      at,
      height,
      value,
      ...present(options),
    }),
    use: (symbol, at, options = {}) => ({ kind: 'use', layer, symbol, at, ...present(options) }),
  }
}

/** Options without the keys that are undefined: a primitive is plain JSON. */
function present<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
