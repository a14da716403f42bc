import type { EnergySupply, Primitive } from '@edp/schemas'

import {
  cableLines,
  ctOf,
  kilovoltamperes,
  labelStack,
  pickUpOf,
  fullRatingOf,
  stackHeight,
  type LabelLine,
} from './labels.ts'
import type { Place } from './column.ts'
import { Descent } from './descent.ts'
import { interlockLabel } from './interlock-label.ts'
import { meterRise, protection, protectionWidth, tripHeight } from './protection.ts'
import { ink, type SldStyle } from './sld-style.ts'
import { coreBalance } from './core-balance.ts'
import { sourceLabel, SOURCES } from './source-label.ts'

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
  boxHeight: number,
  place: Place,
): DrawnSupply {
  const { style } = place
  const { breaker } = supply
  const kind = SOURCES[supply.kind]
  const top = style.area.y1 - 2
  const line = new Descent(x, top - 2, supply.tag, ink.mv)
  line.add(
    ink.boundary.box([x - 9, top - boxHeight], 9 + style.right - 3, boxHeight),
    ...labelStack(style, x + 9, top - 2, sourceLabel(supply), { net: supply.tag }),
  )
  line.device(kind.symbol, {
    id: supply.module_id,
    attributes: {
      TAG: supply.tag,
      RATING: kilovoltamperes(supply.machine?.rating_kva ?? supply.rated_kva),
      MODULE_ID: supply.module_id,
    },
  })
  line.wireTo(top - boxHeight)
  const connection = supply.connection_id === null ? undefined : place.cables.get(supply.connection_id)
  const cable = cableLines(connection, supply.connection_id, supply.required_cable).map(
    (value): LabelLine => ({ value }),
  )
  line.add(...labelStack(style, x + 2.5, line.y - 2, cable, { net: supply.tag }))
  line.wire(Math.max(stackHeight(style, cable), 4) + 3)
  const entry_y = line.y
  line.wire(2)
  line.add(
    ink.mv.line([x, line.y], [x + 7, line.y], { net: supply.tag }),
    ink.equipment.use('ARRESTER', [x + 7, line.y], { net: supply.tag }),
    ...labelStack(style, x + 10.5, line.y - 2, arresterLabel(supply), { net: supply.tag }),
  )
  line.wire(2.5)
  const left = (y: number, value: string): Primitive =>
    ink.text.text([x - 4, y], style.data, value, { halign: 'right', valign: 'middle', net: supply.tag })
  line.add(
    ...labelStack(
      style,
      x - 4,
      line.y - 1 + style.pitch,
      [
        { value: supply.isolator_tag, tag: true },
        { value: isolatorText(supply) },
        ...interlockLabel(supply.isolator_tag, place),
      ],
      { halign: 'right', net: supply.tag },
    ),
  )
  line.device('ISOLATOR', {
    id: supply.isolator_tag,
    attributes: { TAG: supply.isolator_tag, RATING: isolatorText(supply) },
  })
  line.wire(1)
  const meter_y = line.y - 2.5
  line.add(left(meter_y, ctOf(supply.metering_ct.ratio, supply.metering_ct.accuracy)))
  line.currentTransformer().wireTo(meter_y - meterRise(style))
  const vt_y = breaker.vt_ratio === null ? null : line.y
  if (breaker.vt_ratio !== null) line.add(left(line.y, `VT ${breaker.vt_ratio} V`))
  line.wire(2 * style.stretch)
  const core_y = coreBalance(line, breaker, left)
  const ct_y = breaker.ct_ratio === null ? null : line.y - 2.5
  if (breaker.ct_ratio !== null) {
    line.add(left(line.y - 2.5, ctOf(breaker.ct_ratio, breaker.ct_accuracy)))
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
      core_y,
      breaker_y,
      meter: { label: [breaker.meter_tag ?? '', ...meterText(supply.meter)], ct_y: meter_y },
    }),
  )
  line.device('BREAKER-MV', {
    id: breaker.tag,
    attributes: { TAG: breaker.tag, RATING: fullRatingOf(breaker) },
  })
  line.becomes(bus.tag, ink.mv)
  // The text below the relays stays above the bus.
  if (line.y < bus.y + Math.max(2, tripHeight(style, breaker) - 3))
    throw new RangeError(`the supply ${supply.tag} is longer than the sheet leaves room for`)
  line.wireTo(bus.y)
  return { items: line.items, entry_y }
}

/** Kind and class of a meter, and who reads it besides. */
function meterText({ kind, accuracy, reader }: EnergySupply['meter']): string[] {
  return [`${kind} meter, class ${accuracy}`, reader === null ? '' : `read by the ${reader}, too`]
}

function isolatorText({ isolator_a, isolator_ka }: EnergySupply): string {
  return `${isolator_a} A, ${isolator_ka} kA`
}

function arresterLabel({ arrester }: EnergySupply): LabelLine[] {
  return [{ value: `${arrester.rated_kv} kV,` }, { value: `MCOV ${arrester.mcov_kv} kV` }]
}

/** Tag, rating and interlocks of a breaker below each other. */
export function breakerLabel(breaker: EnergySupply['breaker'], place: Place): LabelLine[] {
  return [
    { value: breaker.tag, tag: true },
    { value: fullRatingOf(breaker) },
    { value: pickUpOf(breaker) },
    ...interlockLabel(breaker.tag, place),
  ]
}
