import type { EnergySupply, Primitive } from '@edp/schemas'

import {
  cableLines,
  kilovoltamperes,
  labelStack,
  pickUpOf,
  ratingOf,
  stackHeight,
  volts,
  type LabelLine,
} from './labels.ts'
import type { Place } from './column.ts'
import { Descent } from './descent.ts'
import { protection, protectionWidth } from './protection.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** Symbol and name of each kind of source. */
const KINDS = {
  utility: { symbol: 'UTILITY', name: 'Utility' },
  generator: { symbol: 'GENERATOR', name: 'Generator plant' },
  nuclear: { symbol: 'GENERATOR', name: 'Nuclear plant' },
  solar: { symbol: 'SOLAR', name: 'Solar plant' },
} as const satisfies Record<EnergySupply['kind'], { symbol: string; name: string }>

/** Heights on the incoming line that the boundary of the switchgear is drawn at. */
export interface DrawnSupply {
  readonly items: readonly Primitive[]
  /** Where the line enters the switchgear, mm. */
  readonly entry_y: number
}

/** Width of a supply with its labels and relays, mm. */
export function supplyWidth(style: SldStyle, supply: EnergySupply): number {
  return style.left + Math.max(style.right, protectionWidth(style, supply.breaker) + 4)
}

/**
 * A supply from its source down to the bus: surge arrester, isolator, voltage and current transformers, breaker with
 * relays and meter.
 */
export function drawSupply(
  supply: EnergySupply,
  x: number,
  bus: { tag: string; y: number },
  place: Place,
): DrawnSupply {
  const { style } = place
  const { breaker } = supply
  const kind = KINDS[supply.kind]
  const source: LabelLine[] = [
    { value: supply.tag, tag: true, id: supply.module_id },
    { value: kind.name },
    { value: `${kilovoltamperes(supply.rated_kva)}, Ssc ${supply.short_circuit_mva} MVA` },
    { value: `${volts(supply.voltage_v)}, normally ${supply.normally}` },
    { value: 'BY OTHERS' },
  ]
  const boxHeight = Math.max(12.5, stackHeight(style, source)) + 4
  const top = style.area.y1 - 2
  const line = new Descent(x, top - 2, supply.tag, ink.mv)
  line.add(
    ink.boundary.box([x - 9, top - boxHeight], 9 + style.right - 3, boxHeight),
    ...labelStack(style, x + 9, top - 2, source, { net: supply.tag }),
  )
  line.device(kind.symbol, {
    id: supply.module_id,
    attributes: {
      TAG: supply.tag,
      RATING: kilovoltamperes(supply.rated_kva),
      MODULE_ID: supply.module_id,
    },
  })
  line.wireTo(top - boxHeight)
  const connection = supply.connection_id === null ? undefined : place.cables.get(supply.connection_id)
  const cable = cableLines(connection, supply.connection_id).map((value): LabelLine => ({ value }))
  line.add(...labelStack(style, x + 2.5, line.y - 2, cable, { net: supply.tag }))
  line.wire(Math.max(stackHeight(style, cable), 4) + 3)
  const entry_y = line.y
  line.wire(2)
  line.add(
    ink.mv.line([x, line.y], [x + 7, line.y], { net: supply.tag }),
    ink.equipment.use('ARRESTER', [x + 7, line.y], { net: supply.tag }),
  )
  line.wire(2.5)
  const left = (y: number, value: string): Primitive =>
    ink.text.text([x - 4, y], style.data, value, { halign: 'right', valign: 'middle', net: supply.tag })
  line.add(
    ...labelStack(
      style,
      x - 4,
      line.y - 1,
      [{ value: supply.isolator_tag, tag: true }, { value: interlockText(supply.isolator_tag, place) }],
      { halign: 'right', net: supply.tag },
    ),
  )
  line.device('ISOLATOR', { id: supply.isolator_tag, attributes: { TAG: supply.isolator_tag } })
  line.wire(2.5)
  const vt_y = breaker.vt_ratio === null ? null : line.y
  if (breaker.vt_ratio !== null) line.add(left(line.y, `VT ${breaker.vt_ratio} V`))
  line.wire(2.5 * style.stretch)
  const ct_y = breaker.ct_ratio === null ? null : line.y - 2.5
  if (breaker.ct_ratio !== null) {
    line.add(left(line.y - 2.5, `CT ${breaker.ct_ratio} A`))
    line.currentTransformer()
  }
  line.wire(2)
  const breaker_y = line.y - 6.25
  line.add(
    ...labelStack(style, x - 4, line.y - 1.5, breakerLabel(breaker, place), {
      halign: 'right',
      net: supply.tag,
    }),
    ...protection({
      style,
      breaker,
      x,
      net: supply.tag,
      vt_y,
      ct_y,
      breaker_y,
      meter: [breaker.meter_tag ?? '', supply.metering],
    }),
  )
  line.device('BREAKER-MV', { id: breaker.tag, attributes: { TAG: breaker.tag, RATING: ratingOf(breaker) } })
  line.becomes(bus.tag, ink.mv).wireTo(bus.y)
  return { items: line.items, entry_y }
}

/** Tag, rating and interlocks of a breaker below each other. */
export function breakerLabel(breaker: EnergySupply['breaker'], place: Place): LabelLine[] {
  return [
    { value: breaker.tag, tag: true },
    { value: ratingOf(breaker) },
    {
      value: [pickUpOf(breaker), interlockText(breaker.tag, place)].filter((part) => part !== '').join(', '),
    },
  ]
}

/** The interlocks of a device as they stand beside it; empty where it has none. */
export function interlockText(tag: string, place: Place): string {
  const tags = place.interlocks.get(tag)
  return tags === undefined ? '' : `interlock ${tags}`
}
