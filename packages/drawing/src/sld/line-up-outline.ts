import type { Area, Primitive } from '@edp/schemas'

import { enclosureName, type BlockContext } from './block-context.ts'
import { ink } from './sld-style.ts'

/** A cubicle of the line-up that reaches further down on the sheet than its breakers: left, right and lower edge, mm. */
export interface Cubicle {
  readonly x0: number
  readonly x1: number
  readonly y: number
}

/** A cubicle nearer to an edge of the line-up ends there, mm. */
const NEAR_MM = 6

/** Dashed outline of a medium-voltage line-up, down round the cubicle of its earthing transformer where it has one. */
export function lineUpOutline(
  context: BlockContext,
  name: string,
  { x0, y0, x1, y1 }: Area,
  cubicle: Cubicle | null,
): Primitive[] {
  const label = enclosureName(context, name, [x1, y1])
  if (cubicle === null) return [ink.boundary.box([x0, y0], x1 - x0, y1 - y0), label]
  const first = cubicle.x0 - x0 < NEAR_MM
  const last = x1 - cubicle.x1 < NEAR_MM
  const [from, to] = [first ? x0 : cubicle.x0, last ? x1 : cubicle.x1]
  return [
    ink.boundary.polygon([
      [x0, y1],
      [x1, y1],
      ...(last
        ? []
        : ([
            [x1, y0],
            [to, y0],
          ] as const)),
      [to, cubicle.y],
      [from, cubicle.y],
      ...(first
        ? []
        : ([
            [from, y0],
            [x0, y0],
          ] as const)),
    ]),
    label,
  ]
}
