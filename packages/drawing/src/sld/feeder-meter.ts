import type { Breaker, Primitive } from '@edp/schemas'

import { relayDiameter } from '../symbols/sld/measuring.ts'
import type { Descent } from './descent.ts'
import { labelStack, stackHeight, type LabelLine } from './labels.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** Height that the meter of a feeder takes below the label of its breaker, mm. */
export function meterDepth(style: SldStyle): number {
  return relayDiameter(style.data) + 1 + stackHeight(style, [TEXT, TEXT, TEXT])
}

const TEXT: LabelLine = { value: 'text' }

/** The meter of a feeder on current transformers in its line, with its designation below it: a lane has no room beside it. */
export function feederMeter(line: Descent, breaker: Breaker, style: SldStyle): Primitive[] {
  const { x, net } = line
  const radius = relayDiameter(style.data) / 2
  const y = line.y - radius
  const centre = x + 4 + radius
  const tag = breaker.meter_tag ?? ''
  return [
    ink.metering.use('CT', [x, y + 2.5], { net }),
    ink.metering.line([x + 1.25, y], [centre - radius, y], { net }),
    ink.metering.use('METER', [centre, y], { net, attributes: { TAG: tag } }),
    ...labelStack(
      style,
      x + 3.5,
      y - radius - 1,
      [{ value: tag }, { value: `CT ${breaker.ct_ratio ?? '-'}` }, { value: breaker.ct_accuracy ?? '' }],
      { net },
    ),
  ]
}
