import type { Breaker, Bus, Primitive } from '@edp/schemas'

import { busExit, tieBetween } from './bus-tie.ts'
import type { Place } from './column.ts'
import type { Descent } from './descent.ts'
import { ctOf, faultText, labelStack, fullRatingOf, stackHeight, wyeVolts, type LabelLine } from './labels.ts'
import { drawFeeder, feederLane } from './lv-feeder.ts'
import { busSpan, hasSurgeProtection, surgeWidth, type LvPart } from './lv-part.ts'
import { meterRise, protection } from './protection.ts'
import { ink, type SldStyle } from './sld-style.ts'
import { breakerLabel } from './supply.ts'
import { surgeProtection } from './surge-protection.ts'

/** Where its device stands in the room for surge protection, from the end of the bus: its type is clear of what stands beside a tie. */
const SURGE_SHARE = 0.62

/** From the top of a main breaker to its bus, mm. */
export function mainHeight(style: SldStyle): number {
  return 16 + 7.5 + 8 * style.stretch
}

/** Main breaker, bus with its ends, and the feeders below it. `line` arrives at the main breaker from above. */
export function drawLvPart(
  part: LvPart,
  x0: number,
  line: Descent | null,
  bus_y: number,
  place: Place,
): Primitive[] {
  const { style } = place
  const { bus } = part
  const { from, to } = busSpan(style, part, x0)
  const items: Primitive[] = [ink.bus.line([from, bus_y], [to, bus_y], { net: bus.tag })]
  if (line !== null && part.main !== null) {
    mainBreaker(line, part.main, bus, bus_y, place)
    items.push(...line.items)
  }
  items.push(...busLabel(part, to, bus_y, style))
  if (hasSurgeProtection(part))
    items.push(
      ...surgeProtection(
        bus.surge_protection ?? '',
        to - surgeWidth(style) * SURGE_SHARE,
        { net: bus.tag, y: bus_y },
        style,
      ),
    )
  const lane = feederLane(part.feeders, place)
  part.feeders.forEach((feeder, index) => {
    const x = from + style.feeder * (index + 0.35)
    items.push(...drawFeeder(feeder, x, { tag: bus.tag, y: bus_y }, lane, place))
  })
  if (part.left !== null && !part.left.adjacent)
    items.push(...busExit(part.left, { tag: bus.tag, x: from, y: bus_y }, 'left', place))
  if (part.right !== null) {
    const tip = { tag: bus.tag, x: to, y: bus_y }
    items.push(
      ...(part.right.adjacent
        ? tieBetween(part.right, tip, to + 2 * style.end + 6, place)
        : busExit(part.right, tip, 'right', place)),
    )
  }
  return items
}

function busLabel({ bus, main, right }: LvPart, to: number, bus_y: number, style: SldStyle): Primitive[] {
  const label: LabelLine[] = [
    { value: `${bus.tag}${main === null ? ' (continued)' : ''}`, tag: true },
    { value: `${wyeVolts(bus.voltage_v)}, 3 ph 4 W, ${bus.rating_a} A` },
    { value: busFaultText(bus) },
  ]
  const x = to - (right === null ? 1 : 8)
  return labelStack(style, x, bus_y + stackHeight(style, label) + 1.5, label, {
    halign: 'right',
    net: bus.tag,
  })
}

/** Current by the sources of the design, the greatest that can be, and what the board holds. */
function busFaultText({ short_circuit_ka, greatest_ka, withstand_ka }: Bus): string {
  const most = greatest_ka === null ? '' : `, ${faultText(greatest_ka)} at most`
  return `Isc ${faultText(short_circuit_ka)} kA${most}, withstand ${withstand_ka} kA`
}

function mainBreaker(line: Descent, main: Breaker, bus: Bus, bus_y: number, place: Place): void {
  const { style } = place
  const { x } = line
  const note = (y: number, value: string): Primitive =>
    ink.text.text([x - 4, y], style.data, value, { halign: 'right', valign: 'middle', net: line.net })
  line.wireTo(bus_y + mainHeight(style) - 3)
  line.wire(1.5)
  const meter_y = line.y - 2.5
  if (main.ct_ratio !== null)
    line.add(
      note(meter_y, ctOf(main.ct_ratio, main.ct_accuracy)),
      ink.metering.use('CT', [x, line.y], { net: line.net }),
    )
  line.wireTo(meter_y - meterRise(style))
  const vt_y = main.vt_ratio === null ? null : line.y
  if (main.vt_ratio !== null) line.add(note(line.y, `VT ${main.vt_ratio} V`))
  line.wire(3.5)
  const breaker_y = line.y - 3.75
  line.add(
    ...labelStack(style, x - 4, line.y, breakerLabel(main, place), { halign: 'right', net: line.net }),
    ...protection({
      style,
      breaker: main,
      x,
      net: line.net,
      vt_y,
      // A trip unit measures with sensors of its own: the core in the line is that of the meter.
      ct_y: null,
      breaker_y,
      meter: main.meter_tag === null ? null : { label: [main.meter_tag], ct_y: meter_y },
    }),
  )
  line.device('BREAKER-LV', { id: main.tag, attributes: { TAG: main.tag, RATING: fullRatingOf(main) } })
  line.becomes(bus.tag, ink.lv).wireTo(bus_y)
}
