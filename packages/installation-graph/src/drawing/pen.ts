import { fitText, roundTo, type Point, type Primitive } from '@edp/schemas'

/** Where a text stands relative to its point, and what it names. */
export interface TextPlace {
  readonly halign?: 'left' | 'centre' | 'right'
  readonly valign?: 'baseline' | 'middle' | 'top'
  readonly rotation_deg?: 0 | 90
  readonly id?: string
}

/** A straight line. */
export function line(layer: string, from: Point, to: Point, net?: string): Primitive {
  return { kind: 'line', layer, from, to, ...(net === undefined ? {} : { net }) }
}

/** A rectangle from its lower left corner. */
export function rectangle(
  layer: string,
  [x, y]: Point,
  width: number,
  height: number,
  options: { readonly filled?: boolean; readonly linetype?: string } = {},
): Primitive {
  return {
    kind: 'polyline',
    layer,
    points: [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
    closed: true,
    ...options,
  }
}

/** A text that is shortened to a width; never empty, because a reader of the file may refuse empty texts. */
export function text(
  layer: string,
  at: Point,
  height: number,
  value: string,
  width: number,
  place: TextPlace = {},
): Primitive[] {
  const fitted = fitText(value, height, width)
  return fitted.trim() === '' ? [] : [{ kind: 'text', layer, at, height, value: fitted, ...place }]
}

/** Days as printed: at most two decimals. */
export function days(value: number): string {
  return String(roundTo(value, 2))
}
