import type { Connection, InsideEquipment, Primitive } from '@edp/schemas'

import { relayDiameter } from '../../symbols/sld/measuring.ts'
import { Descent } from '../descent.ts'
import { ctOf, labelStack, stackHeight, type LabelLine } from '../labels.ts'
import { ink, type SldStyle } from '../sld-style.ts'
import { cableText, portText, type BoardPlace } from './cable-text.ts'
import { releaseText } from './release-text.ts'

/** Heights above the bus: upper end of the breaker, its trip and transfer lines, current transformer, mm. */
const BREAKER_TOP_MM = 12
export const CONTROL_MM = 8.25
const METER_MM = 18
/** Where the cable of an incomer ends above the bus, mm. */
const CABLE_MM = 24

/** A cable that comes in over a plate, with the switch of the board that it ends on and its meter. */
export function drawIncomer(
  incomer: Connection,
  device: InsideEquipment['incomers'][number] | null,
  x: number,
  bus: { readonly net: string; readonly y: number },
  { style, scope, outside }: BoardPlace,
): Primitive[] {
  const net = `${scope}/${incomer.connection_id}`
  const from = outside === null ? '' : `, ${outside.text}`
  const label = [`${incomer.from.port}: ${incomer.description}${from}`, ...cableText(incomer)].map(
    (value): LabelLine => ({ value }),
  )
  const line = new Descent(x, bus.y + CABLE_MM + stackHeight(style, label), net, ink.lv)
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
  line.wireTo(bus.y + BREAKER_TOP_MM)
  const rating: LabelLine[] =
    device === null
      ? []
      : [{ value: `${device.rated_a} A ${device.poles}P` }, { value: `${device.interrupting_ka} kA` }]
  const name: LabelLine[] = [{ value: portText(incomer.to), tag: true }, ...rating]
  line.add(
    // Above the line of the transfer, which ends on the breaker from the left.
    ...labelStack(style, x - 4, bus.y + CONTROL_MM + 1 + stackHeight(style, name), name, {
      halign: 'right',
      net,
    }),
    ...(device === null ? [] : meter(device, [x, bus.y + METER_MM], net, { style, scope })),
  )
  line.device('BREAKER-LV', {
    id: `${scope}/${incomer.to.port}`,
    attributes: {
      TAG: incomer.to.port,
      RATING: rating.map((part) => part.value).join(', '),
      MODULE_ID: scope,
    },
  })
  line.becomes(bus.net, ink.lv).wireTo(bus.y)
  return line.items
}

/** A meter on the current transformers of an incomer; nothing without one. */
function meter(
  { meter_tag: tag, meter_ct: ct }: InsideEquipment['incomers'][number],
  [x, y]: readonly [number, number],
  net: string,
  { style, scope }: Pick<BoardPlace, 'style' | 'scope'>,
): Primitive[] {
  if (tag === null) return []
  const radius = relayDiameter(style.data) / 2
  const centre = x + 7 + radius
  const label: LabelLine[] = [{ value: tag }, { value: ct === null ? '' : ctOf(ct.ratio, ct.accuracy) }]
  return [
    ink.metering.use('CT', [x, y + 2.5], { net }),
    ink.metering.line([x + 1.25, y], [centre - radius, y], { net }),
    ink.metering.use('METER', [centre, y], { net, attributes: { TAG: tag, MODULE_ID: scope } }),
    ...labelStack(style, centre + radius + 1, y + stackHeight(style, label) / 2, label, { net }),
  ]
}

/** Below the line of the transfer, mm: the trip of emergency power off is a line of its own. */
const TRIP_MM = 2.5
/** Half the width of a breaker, mm. */
const BREAKER_MM = 2.5

/** Emergency power off beside the last incomer, its trip line to each of them, with all that it opens. */
export function drawEmergencyOff(
  releases: InsideEquipment['emergency_off'],
  incomers: readonly number[],
  bus: { readonly net: string; readonly y: number },
  style: SldStyle,
): Primitive[] {
  const y = bus.y + CONTROL_MM - TRIP_MM
  const { net } = bus
  const x = Math.max(...incomers) + BREAKER_MM + 8
  const text = releases.flatMap(releaseText)
  return [
    ...incomers.map((at, index) => {
      const next = incomers[index + 1]
      const to = next === undefined ? x : next - BREAKER_MM
      return ink.relay.line([at + BREAKER_MM, y], [to, y], { net, linetype: 'HIDDEN' })
    }),
    ink.relay.use('EPO', [x, y], { net }),
    ...labelStack(style, x + 13, y + stackHeight(style, text) / 2, text, { net }),
  ]
}
