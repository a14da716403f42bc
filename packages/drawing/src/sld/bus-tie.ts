import type { Breaker, Primitive } from '@edp/schemas'

import { offPageConnector } from '../sheet/off-page.ts'
import type { Place } from './column.ts'
import { ampsOf, ratingOf } from './labels.ts'
import type { BusEnd } from './lv-part.ts'
import { ink } from './sld-style.ts'
import { interlockTexts } from './interlock-label.ts'

/** Width of what stands below a tie, mm: to the edge of the board. */
const BELOW_MM = 32

/** A bus where it ends on the sheet. */
export interface BusTip {
  readonly tag: string
  readonly x: number
  readonly y: number
}

/** A tie between two sections that stand side by side, or the bus itself where one section goes on. */
export function tieBetween(end: BusEnd, { tag, x, y }: BusTip, to_x: number, place: Place): Primitive[] {
  if (end.tie === null) return [ink.bus.line([x, y], [to_x, y], { net: tag })]
  const middle = (x + to_x) / 2
  return [
    ink.lv.line([x, y], [middle - 3.75, y], { net: tag }),
    ...tieBreaker(end.tie, middle - 3.75, y, tag, place),
    ink.lv.line([middle + 3.75, y], [to_x, y], { net: end.bus_tag }),
  ]
}

/** Where the bus leaves the sheet; the tie breaker is drawn on the left one of the two sheets. */
export function busExit(
  end: BusEnd,
  { tag, x, y }: BusTip,
  side: 'left' | 'right',
  place: Place,
): Primitive[] {
  const sign = side === 'right' ? 1 : -1
  const tie = side === 'right' ? end.tie : null
  const flag = x + sign * (tie === null ? 5 : 15.5)
  const connector = offPageConnector({
    reference: end.reference,
    at: [flag, y],
    direction: side,
    layer: 'E-SYMB-EQPT',
    text_layer: 'E-ANNO-TEXT',
    text_mm: place.style.data,
    sheet_id: end.sheet_id,
    sheet_number: place.numberOf(end.sheet_id),
    label: end.bus_tag,
    net: tie === null ? tag : end.bus_tag,
  })
  if (tie === null) return [ink.lv.line([x, y], [flag, y], { net: tag }), ...connector]
  return [
    ink.lv.line([x, y], [x + 4, y], { net: tag }),
    ...tieBreaker(tie, x + 4, y, tag, place),
    ink.lv.line([x + 11.5, y], [flag, y], { net: end.bus_tag }),
    ...connector,
  ]
}

function tieBreaker(tie: Breaker, x: number, y: number, net: string, place: Place): Primitive[] {
  const { style } = place
  const below = [
    'N.O.',
    `${ampsOf(tie)} ${tie.poles}P`,
    `${tie.interrupting_ka} kA ${tie.functions.join(' ')}`,
    ...interlockTexts(tie.tag, place, BELOW_MM),
  ].filter((line) => line !== '')
  return [
    ink.equipment.use('BREAKER-LV', [x, y], {
      rotation_deg: 90,
      id: tie.tag,
      net,
      attributes: { TAG: tie.tag, RATING: ratingOf(tie) },
    }),
    ink.tag.text([x + 3.75, y + 4.5], style.tag, tie.tag, { halign: 'centre', net }),
    ...below.map((value, index) =>
      ink.text.text([x - 2, y - 4.5 - index * style.pitch], style.data, value, {
        valign: 'top',
        net,
      }),
    ),
  ]
}
