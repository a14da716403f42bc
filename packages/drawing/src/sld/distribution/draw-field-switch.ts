import type { Primitive } from '@edp/schemas'

import { Descent } from '../descent.ts'
import { faultText, labelStack, type LabelLine } from '../labels.ts'
import { ink } from '../sld-style.ts'
import type { BoardPlace } from './cable-text.ts'
import type { SwitchBeyond } from './field-switches.ts'

/** Wire before and behind the switch, from the line to its label, and from its end to the name of the unit, mm. */
const WIRE_MM = 2.5
const TEXT_MM = 3.5
const END_MM = 1.2

/** The lockable switch at the far end of a circuit that leaves over a plate, from the lower edge of the plate's box. */
export function drawFieldSwitch(
  { tag, rated_a, poles, short_circuit_ka, rated_ka, fuse_a, unit }: SwitchBeyond,
  [x, y]: readonly [number, number],
  net: string,
  { style, scope }: BoardPlace,
): Primitive[] {
  const kA = rated_ka === null ? '' : `, ${rated_ka} kA`
  const rating = `${rated_a} A ${poles}P${kA}`
  const line = new Descent(x, y, net, ink.lv).wire(WIRE_MM)
  const label: LabelLine[] = [
    { value: tag },
    { value: rating },
    { value: fuse_a === null ? '' : `fuses ${fuse_a} A` },
    { value: short_circuit_ka === null ? '' : `Isc ${faultText(short_circuit_ka)} kA` },
  ]
  line.add(...labelStack(style, x + TEXT_MM, line.y - 1.5, label, { net }))
  line
    .device('LOCKABLE-SWITCH', {
      id: `${scope}/${tag}`,
      attributes: { TAG: tag, RATING: rating, MODULE_ID: scope },
    })
    .wire(WIRE_MM)
  line.add(
    ink.equipment.polygon(
      [
        [x - 1, line.y],
        [x + 1, line.y],
        [x, line.y - 2],
      ],
      { filled: true, net },
    ),
    ink.text.text([x, line.y - 2 - END_MM], style.data, unit, { halign: 'centre', valign: 'top', net }),
  )
  return line.items
}
