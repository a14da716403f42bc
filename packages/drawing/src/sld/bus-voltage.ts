import { wrapText, type Bus, type Primitive } from '@edp/schemas'

import { designationRange } from '../sheet/designation-range.ts'
import { labelStack, stackHeight } from './labels.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** Width of what stands beside them, in cap heights. */
const TEXT_WIDTH = 13

/** Room that the voltage transformers of a bus take above it, mm; nothing where it has none. */
export function busVoltageWidth(style: SldStyle, bus: Bus | null): number {
  return bus?.vt_ratio == null ? 0 : 6 + style.data * TEXT_WIDTH
}

/**
 * The voltage transformers of a bus, above it at `x`: the voltage that the synchronism check of the breakers `to` compares with
 * that of their line.
 */
export function busVoltage(
  style: SldStyle,
  bus: Bus,
  x: number,
  y: number,
  to: readonly string[],
): Primitive[] {
  if (bus.vt_ratio === null) return []
  const lines =
    to.length === 0 ? [] : wrapText(`to 25 of ${designationRange(to)}`, style.data, TEXT_WIDTH * style.data)
  const label = [`VT ${bus.vt_ratio} V of ${bus.tag}`, ...lines].map((value) => ({ value }))
  const top = y + 8
  return [
    ink.metering.line([x, top], [x, top + 2.2], { net: bus.tag }),
    ink.metering.polygon(
      [
        [x, top + 4],
        [x - 0.7, top + 2.2],
        [x + 0.7, top + 2.2],
      ],
      { net: bus.tag, filled: true },
    ),
    ink.metering.use('VT', [x, y], { rotation_deg: 90, net: bus.tag, attributes: { TAG: `${bus.tag}/VT` } }),
    ...labelStack(style, x + 3.5, y + stackHeight(style, label) + 1.5, label, { net: bus.tag }),
  ]
}
