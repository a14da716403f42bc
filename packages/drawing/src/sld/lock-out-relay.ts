import type { Breaker, Point, Primitive } from '@edp/schemas'

import { relayDiameter } from '../symbols/sld/measuring.ts'
import { bubble } from './relay-bubble.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** Between the frame of the relays of a breaker and the relay that acts on it from elsewhere, mm. */
const GAP_MM = 3

/** Lock-out relay of emergency power off beside the relays of a breaker that it keeps from closing: it stands in another panel. */
export function lockOutRelay(
  style: SldStyle,
  { tag, emergency_lock_out: relay }: Pick<Breaker, 'tag' | 'emergency_lock_out'>,
  [x, y]: Point,
  net: string,
): Primitive[] {
  if (relay === null) return []
  return [
    ink.relay.line([x, y], [x + GAP_MM, y], { net, linetype: 'HIDDEN' }),
    ...bubble(style, x + GAP_MM + relayDiameter(style.data) / 2, y, relay, tag, net),
  ]
}

/** Width that it takes beside the frame, mm; 0 without one. */
export function lockOutWidth(
  { data }: SldStyle,
  { emergency_lock_out: relay }: Pick<Breaker, 'emergency_lock_out'>,
): number {
  return relay === null ? 0 : GAP_MM + relayDiameter(data)
}
