import type { Point } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { BUBBLE_RADIUS } from '../symbols/pid/instrument-symbols.ts'
import { initiates, instrument } from './instruments.ts'
import type { PidCanvas } from './pid-canvas.ts'

/** Ropes outside the CDU: from and to along x, their height, the bubble above. */
const ROPES = [
  { tag: 'LDS-202', x0: 694, x1: 750, y: 212 },
  { tag: 'LDS-203', x0: 764, x1: 820, y: 212 },
  { tag: 'LDS-204', x0: 330, x1: 384, y: 205 },
] as const

/** Leak detection ropes with their switches and the interlocks that these start. */
export function drawLeakRopes(canvas: PidCanvas): void {
  const rope = pen('M-LEAK')
  for (const { tag, x0, x1, y } of ROPES) {
    const at: Point = [x0 + 18, y + 14]
    // The dot is the terminator that every rope ends in.
    canvas.items.push(
      rope.line([x0, y], [x1, y], { net: tag }),
      rope.circle([x1, y], 0.8, { filled: true, net: tag }),
    )
    instrument(canvas, tag, at, [
      [at[0], y],
      [at[0], at[1] - BUBBLE_RADIUS],
    ])
    initiates(canvas, tag, at, 'right')
    canvas.note([x0, y - 5], `LEAK ROPE, ${canvas.instrument(tag).location.toUpperCase()}`)
  }
}
