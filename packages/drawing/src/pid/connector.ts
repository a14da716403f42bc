import type { Point } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { CONNECTOR_MM } from '../symbols/pid/line-symbols.ts'
import { DATA_MM, type PidCanvas } from './pid-canvas.ts'

/** Where a line leaves one place of the sheet or comes to another: the same letter at both. */
export function connector(
  canvas: PidCanvas,
  letter: string,
  at: Point,
  towards: 'right' | 'down',
  net: string,
): void {
  const middle = (CONNECTOR_MM - 1.5) / 2
  const centre: Point = towards === 'right' ? [at[0] + middle, at[1]] : [at[0], at[1] - middle]
  canvas.items.push(
    pen('M-PIPE-AUXL').use('CONNECTOR', at, {
      rotation_deg: towards === 'right' ? 0 : 270,
      net,
      attributes: { REF: letter },
    }),
    pen('M-ANNO-TEXT').text(centre, DATA_MM, letter, { halign: 'centre', valign: 'middle', net }),
  )
}
