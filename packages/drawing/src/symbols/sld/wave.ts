import type { Primitive } from '@edp/schemas'

import { INHERIT, pen } from '../../sheet/pen.ts'

const ink = pen(INHERIT)

/** The sign for alternating current around a point. */
export function wave(x: number, y: number): Primitive {
  return ink.path([
    [x - 2, y - 0.2],
    [x - 1.5, y + 0.6],
    [x - 0.9, y + 0.8],
    [x - 0.4, y + 0.4],
    [x + 0.4, y - 0.4],
    [x + 0.9, y - 0.8],
    [x + 1.5, y - 0.6],
    [x + 2, y + 0.2],
  ])
}
