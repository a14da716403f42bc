import type { EarthingTransformer, Primitive } from '@edp/schemas'

import type { Place } from './column.ts'
import { Descent } from './descent.ts'
import { ctOf, labelStack, stackHeight, type LabelLine } from './labels.ts'
import { OFFSET_MM } from './protection.ts'
import { ink } from './sld-style.ts'
import { drawCollectorBreaker } from './transformer.ts'

/** Below the earth symbol of the resistor to the edge of the cubicle, mm. */
const CUBICLE_MM = 8

/** The earthing transformer with its breaker, and in its neutral current transformer and resistor: a cubicle of the line-up. */
export function drawEarthing(
  earthing: EarthingTransformer,
  x: number,
  bus: { readonly tag: string; readonly y: number },
  place: Place,
): { readonly items: readonly Primitive[]; readonly exit_y: number; readonly cubicle_y: number } {
  const { style } = place
  const { tag, breaker } = earthing
  const line = new Descent(x, bus.y, bus.tag, ink.mv)
  const exit_y = drawCollectorBreaker(line, breaker, place)
  line.becomes(tag, ink.mv).wire(6)
  const label: LabelLine[] = [
    { value: tag, tag: true, id: tag },
    { value: `${earthing.connection}, X0 up to ${earthing.reactance_ohm} ohm` },
    { value: `${earthing.neutral_a} A in the neutral for ${earthing.duration_s} s` },
    { value: `${earthing.short_time_kva} kVA short time` },
    { value: `${earthing.continuous_kva} kVA continuous, in the line-up` },
  ]
  line.add(...labelStack(style, x + 8, line.y - 1, label, { net: tag }))
  line.device('EARTHING-TRANSFORMER', {
    id: tag,
    attributes: {
      TAG: tag,
      RATING: `${earthing.neutral_a} A, ${earthing.duration_s} s`,
      MODULE_ID: earthing.module_id,
    },
  })
  line.becomes(`${tag} neutral`, ink.earth).wire(Math.max(1, stackHeight(style, label) - 12))
  const ct_y = line.y - 2.5
  line.currentTransformer().add(
    ink.text.text([x - 4, ct_y], style.data, ctOf(earthing.neutral_ct.ratio, earthing.neutral_ct.accuracy), {
      halign: 'right',
      valign: 'middle',
      net: line.net,
    }),
    ink.metering.line([x + 1.25, ct_y], [x + OFFSET_MM, ct_y], { net: line.net }),
    ink.text.text([x + OFFSET_MM + 1, ct_y], style.data, `to 51G of ${breaker.tag}`, {
      valign: 'middle',
      net: line.net,
    }),
  )
  const { resistor } = earthing
  const ratings: LabelLine[] = [
    { value: resistor.tag, tag: true, id: resistor.tag },
    { value: `${resistor.resistance_ohm} ohm, ${resistor.voltage_v} V` },
    { value: `${resistor.current_a} A for ${resistor.duration_s} s` },
  ]
  line
    .wire(1)
    .add(...labelStack(style, x + 4, line.y, ratings, { net: line.net }))
    .device('RESISTOR', {
      id: resistor.tag,
      attributes: {
        TAG: resistor.tag,
        RATING: `${resistor.resistance_ohm} ohm, ${resistor.current_a} A, ${resistor.duration_s} s`,
        MODULE_ID: earthing.module_id,
      },
    })
  line.add(ink.earth.use('EARTH', [x, line.y], { net: line.net }))
  return { items: line.items, exit_y, cubicle_y: line.y - CUBICLE_MM }
}
