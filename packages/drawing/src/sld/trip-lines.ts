import { wrapText, type Breaker } from '@edp/schemas'

import { designationRange } from '../sheet/designation-range.ts'
import type { SldStyle } from './sld-style.ts'

/** Functions that open other breakers than their own, by the word of the sheet. */
const TRIPPING = ['50BF', '51G', '86'] as const

/** What else the relays of a breaker open: `50BF, 86 trip 52-PV1, 52-B1..52-B4`; empty where nothing. */
function tripsText({ functions, trips }: Breaker): string {
  if (trips.length === 0) return ''
  const locksOut = functions.includes('86')
  const acting = TRIPPING.filter((name) => functions.includes(name) && (name !== '51G' || !locksOut))
  return `${acting.join(', ')} ${acting.length === 1 ? 'trips' : 'trip'} ${designationRange(trips)}`
}

/** What trips a breaker: its station relay by its tag, or the relay that comes with it. */
export function relayName({ relay, relay_tag }: Breaker): string {
  return relay_tag ?? relay
}

/** What stands below the relays of a breaker: what they are in, and what they trip beside their own breaker. */
export function tripLines(style: SldStyle, breaker: Breaker, width: number): string[] {
  const name = breaker.relay === 'trip unit' || breaker.relay === 'BY OTHERS' ? '' : relayName(breaker)
  return [name, tripsText(breaker)]
    .filter((part) => part !== '')
    .flatMap((part) => wrapText(part, style.data, width))
}
