import type { Primitive } from '@edp/schemas'

import { loadHeight } from '../../symbols/sld/sld-symbols.ts'
import { labelStack } from '../labels.ts'
import { ink } from '../sld-style.ts'
import type { Way } from './board-tree.ts'
import { loadText, type BoardPlace } from './cable-text.ts'

/** The load at the end of a way, with what it feeds in turn below it. */
export function drawLoad(
  { connection, onward }: Way,
  [x, y]: readonly [number, number],
  net: string,
  { style, scope, beyond }: BoardPlace,
): Primitive[] {
  const height = loadHeight(style.data)
  const { device, plate_id, port } = connection.to
  const system = /\.P([AB])$/.exec(port)?.[1]
  const name = nameOf(plate_id, device, system)
  const rating = loadText(connection)
  const centred = { halign: 'centre', valign: 'middle', net } as const
  return [
    ink.equipment.use('LOAD', [x, y], {
      net,
      attributes: {
        TAG: `${name} by ${connection.connection_id}`,
        RATING: rating,
        MODULE_ID: scope,
        CABLE: connection.connection_id,
      },
    }),
    ink.tag.text([x, y - height * 0.28], style.data, name, centred),
    ink.text.text([x, y - height * 0.72], style.data, rating, centred),
    ...labelStack(
      style,
      x - style.feeder / 2 + 2,
      y - height - 1.5,
      [
        ...farEnd(plate_id === null ? undefined : beyond.get(port)),
        ...onward.flatMap((next) => [
          { value: `${next.quantity > 1 ? `${next.quantity} x ` : ''}${next.connection_id}` },
          { value: `to ${next.to.device}` },
        ]),
      ],
      { net },
    ),
  ]
}

function nameOf(plate_id: string | null, device: string, system: string | undefined): string {
  return plate_id === null ? [device, system ?? ''].join(' ').trim() : `plate ${plate_id}`
}

/** What stands at the far end, its rating on a line of its own. */
function farEnd(text: string | undefined): { readonly value: string }[] {
  if (text === undefined) return []
  const cut = text.search(/ \d/)
  return [text.slice(0, cut), `${text.slice(cut + 1)} there`].map((value) => ({ value }))
}
