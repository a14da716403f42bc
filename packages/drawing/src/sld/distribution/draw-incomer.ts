import type { Connection, Primitive } from '@edp/schemas'

import { Descent } from '../descent.ts'
import { labelStack, stackHeight, type LabelLine } from '../labels.ts'
import { ink, type SldStyle } from '../sld-style.ts'
import { cableText, portText, type BoardPlace } from './cable-text.ts'

/** A cable that comes in over a plate, with the switch of the board that it ends on. */
export function drawIncomer(
  incomer: Connection,
  x: number,
  bus: { readonly net: string; readonly y: number },
  { style, scope, outside }: BoardPlace,
): Primitive[] {
  const net = `${scope}/${incomer.connection_id}`
  const from = outside === null ? '' : `, sheet ${outside.number}`
  const label = [`${incomer.from.port}: ${incomer.description}${from}`, ...cableText(incomer)].map(
    (value): LabelLine => ({ value }),
  )
  const line = new Descent(x, bus.y + 18 + stackHeight(style, label), net, ink.lv)
  line.add(
    ...labelStack(style, x + 2.5, line.y - 1, label, {
      net,
      ...(outside === null ? {} : { link: { sheet_id: outside.sheet_id } }),
    }),
    ink.equipment.polygon(
      [
        [x - 1.2, line.y],
        [x + 1.2, line.y],
        [x, line.y - 2.4],
      ],
      { filled: true, net },
    ),
  )
  line.wireTo(bus.y + 12)
  line.add(ink.tag.text([x + 2.5, line.y + 0.8], style.tag, portText(incomer.to), { net }))
  line.device('BREAKER-LV', {
    id: `${scope}/${incomer.to.port}`,
    attributes: { TAG: incomer.to.port, MODULE_ID: scope },
  })
  line.becomes(bus.net, ink.lv).wireTo(bus.y)
  return line.items
}

/** Two incomers of one board: one of them is closed, the other follows by transfer. */
export function drawTransfer(
  from: number,
  to: number,
  bus: { readonly net: string; readonly y: number },
  style: SldStyle,
): Primitive[] {
  const y = bus.y + 8.25
  const { net } = bus
  return [
    ink.relay.line([from, y], [to, y], { net, linetype: 'HIDDEN' }),
    ink.relay.text([to - 3, y + 1.2], style.data, 'A or B, by 4-pole transfer', { halign: 'right', net }),
  ]
}
