import type { BessBranchUnit, DirectCurrent, Primitive } from '@edp/schemas'

import { relayDiameter } from '../symbols/sld/measuring.ts'
import type { Descent } from './descent.ts'
import { fixed, labelStack, stackHeight, type LabelLine } from './labels.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** Breaker, insulation monitor and the fuses at the converter's end of the direct-current circuits of a unit. */
export function converterEnd(unit: BessBranchUnit, dc: DirectCurrent, line: Descent, style: SldStyle): void {
  line.wire(1)
  const rating = `${dc.breaker_trip_a} A, ${dc.interrupting_ka} kA`
  line.add(
    ink.text.text([line.x + 5, line.y - 3.75], style.data, `${dc.breaker} ${rating}`, {
      valign: 'middle',
      net: line.net,
    }),
  )
  line.device('BREAKER-DC', {
    attributes: { TAG: dc.breaker, RATING: rating, MODULE_ID: unit.skid_module_id },
  })
  line.wire(1)
  line.add(...monitor(dc, unit.skid_module_id, line, style))
  fuses(dc, dc.converter_device, unit.skid_module_id, [], line, style)
}

/** Fused isolators at the battery's end. */
export function batteryEnd(unit: BessBranchUnit, dc: DirectCurrent, line: Descent, style: SldStyle): void {
  const facts = [
    `${dc.min_v} to ${dc.max_v} V DC`,
    `${dc.current_a} A at the lowest`,
    `expected Isc ${fixed(dc.short_circuit_ka, 1)} kA,`,
    'battery maker to confirm',
  ]
  fuses(dc, dc.battery_device, unit.module_id, facts, line, style)
}

function fuses(
  dc: DirectCurrent,
  device: string,
  module_id: string,
  facts: readonly string[],
  line: Descent,
  style: SldStyle,
): void {
  const rating = `${dc.fuse_a} A, ${dc.interrupting_ka} kA`
  const label: LabelLine[] = [
    `${dc.circuits_count} x 2-pole ${device}`,
    `fuses ${rating}, ${dc.rated_v} V DC`,
    ...facts,
  ].map((value) => ({ value }))
  line.add(...labelStack(style, line.x + 4.5, line.y - 0.5, label, { net: line.net }))
  line.device('FUSED-ISOLATOR', { attributes: { TAG: device, RATING: rating, MODULE_ID: module_id } })
  line.wire(Math.max(0, stackHeight(style, label) - 11))
}

/** The insulation monitor between breaker and fuses: it watches battery and circuits while the breaker is open too. */
function monitor(dc: DirectCurrent, module_id: string, line: Descent, style: SldStyle): Primitive[] {
  const d = relayDiameter(style.data)
  const y = line.y
  const at = [line.x - d / 2 - 3.5, y] as const
  return [
    ink.relay.line([line.x, y], [at[0] + d / 2, y], { net: line.net }),
    ink.relay.use('RELAY', at, { net: line.net, attributes: { TAG: dc.monitor, MODULE_ID: module_id } }),
    ink.relay.text(at, style.data, dc.monitor, { halign: 'centre', valign: 'middle', net: line.net }),
  ]
}
