import { wrapText, type BessBranchUnit } from '@edp/schemas'

import { relayDiameter } from '../symbols/sld/measuring.ts'
import type { Descent } from './descent.ts'
import { labelStack, stackHeight, type LabelLine } from './labels.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** Parts of the direct-current protection that a label names: the breaker, the insulation monitor, the rest. */
function directCurrentParts(unit: BessBranchUnit): {
  breaker: string[]
  monitor: string[]
  isolator: string[]
} {
  const parts = (unit.dc_protection ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const breaker = parts.filter((part) => part.startsWith('72'))
  const monitor = parts.filter((part) => part.startsWith('64'))
  return {
    breaker,
    monitor,
    isolator: parts.filter((part) => !breaker.includes(part) && !monitor.includes(part)),
  }
}

/** The direct-current breaker of a unit with a DC output. */
export function directCurrentBreaker(unit: BessBranchUnit, line: Descent, style: SldStyle): void {
  if (unit.dc_protection === null) return
  const { breaker } = directCurrentParts(unit)
  line.wire(1)
  const value = breaker.join(', ') || '72-DC'
  line.add(ink.text.text([line.x + 5, line.y - 3.75], style.data, value, { valign: 'middle', net: line.net }))
  line.device('BREAKER-DC', { attributes: { TAG: '72-DC', RATING: value, MODULE_ID: unit.skid_module_id } })
}

/** Fused isolators and insulation monitor of a unit; the label is as wide as `room`, mm. */
export function fusedIsolator(unit: BessBranchUnit, line: Descent, style: SldStyle, room: number): void {
  const { isolator, monitor } = directCurrentParts(unit)
  const range =
    unit.dc_min_v === null
      ? ''
      : `${unit.dc_min_v} to ${unit.dc_max_v ?? '-'} V DC, ${unit.dc_current_a ?? '-'} A`
  const label = [range, ...isolator, ...monitor]
    .flatMap((text) => wrapText(text, style.data, room))
    .map((value): LabelLine => ({ value }))
  line.add(...labelStack(style, line.x + 4.5, line.y - 0.5, label, { net: line.net }))
  line.device('FUSED-ISOLATOR', { attributes: { TAG: '89-DC', MODULE_ID: unit.module_id } })
  const d = relayDiameter(style.data)
  if (monitor.length > 0) {
    const at = [line.x - d / 2 - 3.5, line.y + 3] as const
    line.add(
      ink.relay.line([line.x, at[1]], [at[0] + d / 2, at[1]], { net: line.net }),
      ink.relay.use('RELAY', at, { net: line.net, attributes: { TAG: '64D', MODULE_ID: unit.module_id } }),
      ink.relay.text(at, style.data, '64D', { halign: 'centre', valign: 'middle', net: line.net }),
    )
  }
  line.wire(Math.max(0, stackHeight(style, label) - 11))
}
