import type { Primitive } from '@edp/schemas'

import { LOOP_SHEET } from '../../pid/loop-sheet.ts'
import { relayDiameter } from '../../symbols/sld/measuring.ts'
import { labelStack } from '../labels.ts'
import { ink } from '../sld-style.ts'
import type { Release } from './board-tree.ts'
import { portText, type BoardPlace } from './cable-text.ts'

/** Half the width of a breaker, its arrow with the trip line, and from the relay to its text, mm. */
const BREAKER_MM = 2.5
const TRIP_MM = 3.5
const SIGNAL_MM = 2.5

/**
 * The undervoltage release left of a breaker: function 27 with its trip line, and below it the relay whose contact holds it,
 * with the cable between them.
 */
export function drawRelease(
  release: Release,
  [x, y]: readonly [number, number],
  net: string,
  { style, scope }: BoardPlace,
): Primitive[] {
  const radius = relayDiameter(style.data) / 2
  const [edge, centre] = [x - BREAKER_MM, x - BREAKER_MM - TRIP_MM - radius]
  const low = y - radius - SIGNAL_MM
  const label = [
    portText({ device: release.port.split('.')[0] ?? '', port: release.port }),
    `${release.connection_id} to ${release.held_by},`,
    'load shed, P&ID',
    `sheet ${LOOP_SHEET.number}`,
  ]
  return [
    ink.relay.line([centre + radius, y], [edge - 1.8, y], { net, linetype: 'HIDDEN' }),
    ink.relay.polygon(
      [
        [edge, y],
        [edge - 1.8, y + 0.7],
        [edge - 1.8, y - 0.7],
      ],
      { net, filled: true },
    ),
    ink.relay.use('RELAY', [centre, y], {
      id: `${scope}/${release.port}`,
      attributes: { TAG: release.port, MODULE_ID: scope },
      net,
    }),
    ink.relay.text([centre, y], style.data, '27', { halign: 'centre', valign: 'middle', net }),
    ink.relay.line([centre, y - radius], [centre, low], { net, linetype: 'HIDDEN' }),
    ...labelStack(
      style,
      edge,
      low - 0.8,
      label.map((value) => ({ value })),
      { halign: 'right', net },
    ),
  ]
}
