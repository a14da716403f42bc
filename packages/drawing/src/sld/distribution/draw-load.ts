import type { Primitive } from '@edp/schemas'

import { loadHeight } from '../../symbols/sld/sld-symbols.ts'
import { labelStack, type LabelLine } from '../labels.ts'
import { ink } from '../sld-style.ts'
import type { Way } from './board-tree.ts'
import { loadText, type BoardPlace } from './cable-text.ts'
import { drawFieldSwitch } from './draw-field-switch.ts'

/** The load at the end of a way, with what it feeds in turn below it. */
export function drawLoad(
  { connection, onward }: Way,
  [x, y]: readonly [number, number],
  net: string,
  place: BoardPlace,
): Primitive[] {
  const { style, scope, beyond } = place
  const height = loadHeight(style.data)
  const { device, plate_id, port } = connection.to
  const system = /\.(?:P|DC-)([A-Z])$/.exec(port)?.[1]
  const name = nameOf(plate_id, device, system)
  const rating = loadText(connection)
  const far_switch = plate_id === null ? undefined : beyond.get(port)
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
    ...(far_switch === undefined ? [] : drawFieldSwitch(far_switch, [x, y - height], net, place)),
    ...labelStack(
      style,
      x - style.feeder / 2 + 2,
      y - height - 1.5,
      [
        ...coilLines(connection, place),
        ...onward.flatMap((next) => [
          { value: `${next.quantity > 1 ? `${next.quantity} x ` : ''}${next.connection_id}` },
          { value: `to ${next.to.device}` },
        ]),
      ],
      { net },
    ),
  ]
}

/** What coils take from a way of direct current, and what tells that it is lost. */
function coilLines({ from }: Way['connection'], { equipment }: BoardPlace): LabelLine[] {
  const way = equipment.get(from.device)?.station_battery?.ways.find(({ port }) => port === from.port)
  if (way === undefined) return []
  return [{ value: way.momentary_a === 0 ? '' : `coils ${way.momentary_a} A` }, { value: '27DC' }]
}

/** What a way leads to: the plate that its cable passes, or the box behind that where it is joined to the one outdoors. */
function nameOf(plate_id: string | null, device: string, system: string | undefined): string {
  return plate_id === device ? `plate ${plate_id}` : [device, system ?? ''].join(' ').trim()
}
