import type { Bus, Primitive } from '@edp/schemas'

import { labelStack } from './labels.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** Room that the voltage transformers of a bus take above it, mm; nothing where it has none. */
export function busVoltageWidth(style: SldStyle, bus: Bus | null): number {
  return bus?.vt_ratio == null ? 0 : 6 + style.data * 12
}

/** The voltage transformers of a bus, above it at `x`: the voltage that a synchronism check compares a line's with. */
export function busVoltage(style: SldStyle, bus: Bus, x: number, y: number): Primitive[] {
  if (bus.vt_ratio === null) return []
  const label = [`VT ${bus.vt_ratio} V`, `of ${bus.tag}, to 25`].map((value) => ({ value }))
  return [
    ink.metering.use('VT', [x, y], { rotation_deg: 90, net: bus.tag, attributes: { TAG: `${bus.tag}/VT` } }),
    ...labelStack(style, x + 3.5, y + 8, label, { net: bus.tag }),
  ]
}
