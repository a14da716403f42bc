import type { Primitive, StationBattery } from '@edp/schemas'

import { Descent } from '../descent.ts'
import { labelStack, type LabelLine } from '../labels.ts'
import { ink } from '../sld-style.ts'
import type { BoardPlace } from './cable-text.ts'

/** From the bus to the isolator, and from that to the battery, mm. */
const ABOVE_MM = 3
const BETWEEN_MM = 6

/** The battery on a bus of direct current, behind its fused isolator. */
export function stationBattery(
  battery: StationBattery,
  x: number,
  bus: { readonly net: string; readonly y: number },
  { style, scope }: BoardPlace,
): Primitive[] {
  const { voltage_v, capacity_ah, autonomy_h, continuous_a, momentary_a, isolator_a } = battery
  const line = new Descent(x, bus.y, bus.net, ink.dc).wire(ABOVE_MM)
  const fuse: LabelLine[] = [{ value: 'BAT', tag: true }, { value: `${isolator_a} A` }, { value: 'fused' }]
  line.add(...labelStack(style, x + 3.5, line.y - 1, fuse, { net: bus.net }))
  line.device('FUSED-ISOLATOR', {
    id: `${bus.net}.BAT`,
    attributes: { TAG: 'BAT', RATING: `${isolator_a} A`, MODULE_ID: scope },
  })
  line.becomes(`${bus.net}.BAT`, ink.dc).wire(BETWEEN_MM)
  const rating = `${capacity_ah} Ah`
  line.device('BATTERY', { attributes: { TAG: 'station battery', RATING: rating, MODULE_ID: scope } })
  const data: LabelLine[] = [
    { value: `${voltage_v} V DC` },
    { value: rating },
    { value: `${autonomy_h} h at ${continuous_a} A` },
    { value: momentary_a === 0 ? '' : `then ${momentary_a} A` },
  ]
  line.add(...labelStack(style, x, line.y - 1, data, { halign: 'centre', net: line.net }))
  return line.items
}
