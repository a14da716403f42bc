import type { InsideEquipment, Primitive } from '@edp/schemas'

import { heightOf, type Descent } from '../descent.ts'
import { labelStack, stackHeight, type LabelLine } from '../labels.ts'
import { ink, type SldStyle } from '../sld-style.ts'
import { narrowReleaseText } from './release-text.ts'
import type { BoardPlace } from './cable-text.ts'

/** From a line to what is written beside it, and from its breaker to the emergency power off, mm. */
const TEXT_MM = 3.5
const TRIP_MM = 4
/** Half the width of a breaker, mm. */
const BREAKER_MM = 2.5

/** Output breaker of a UPS in the line to the board behind it, with what trips it in an emergency. */
export function drawOutput(ups: InsideEquipment, line: Descent, place: BoardPlace): void {
  const { output } = ups
  if (output === null) return
  const { style, scope, equipment } = place
  const rating = `${output.rated_a} A ${output.poles}P, ${output.interrupting_ka} kA`
  const tripped = [...equipment.values()]
    .flatMap(({ emergency_off }) => emergency_off)
    .find(({ opens }) => opens.includes(output.breaker))
  // A button with a lock-out relay has a place of its own on the sheet.
  const own = ups.emergency_off.length > 0 && place.lock_out === null
  const label: LabelLine[] = [
    { value: `${output.breaker.slice(ups.device.length + 1)} ${rating}` },
    ...(tripped === undefined || own ? [] : [{ value: `shunt trip by ${tripped.connection_id}` }]),
  ]
  line.add(...labelStack(style, line.x + TEXT_MM, line.y - 0.5, label, { net: line.net }))
  line.wire(stackHeight(style, label))
  if (own) line.add(...emergencyOff(ups.emergency_off, line, style))
  line.device('BREAKER-LV', {
    id: `${scope}/${output.breaker}`,
    attributes: { TAG: output.breaker, RATING: rating, MODULE_ID: scope },
  })
}

/** The button of a UPS that its own emergency power off opens, beside its breaker. */
function emergencyOff(
  releases: InsideEquipment['emergency_off'],
  line: Descent,
  style: SldStyle,
): Primitive[] {
  const y = line.y - heightOf('BREAKER-LV') / 2
  const x = line.x + BREAKER_MM + TRIP_MM
  const text = releases.flatMap(narrowReleaseText)
  return [
    ink.relay.line([line.x + BREAKER_MM, y], [x, y], { net: line.net, linetype: 'HIDDEN' }),
    ink.relay.use('EPO', [x, y], { net: line.net }),
    ...labelStack(style, x + 13, y + stackHeight(style, text) / 2, text, { net: line.net }),
  ]
}
