import { wrapText, type Breaker, type Trip } from '@edp/schemas'

import { designationRange } from '../sheet/designation-range.ts'
import type { SldStyle } from './sld-style.ts'

/** What functions of a breaker open beside it: `86BF trips 52-PV1, 52-B1..52-B4`. */
export function tripText({ functions, opens }: Trip): string {
  return `${functions.join(', ')} ${functions.length === 1 ? 'trips' : 'trip'} ${designationRange(opens)}`
}

/** What trips a breaker: its station relay by its tag, or the relay that comes with it. */
export function relayName({ relay, relay_tag }: Breaker): string {
  return relay_tag ?? relay
}

/** What stands below the relays of a breaker: what they are in, and what they trip beside their own breaker. */
export function tripLines(style: SldStyle, breaker: Breaker, width: number): string[] {
  const name = breaker.relay === 'BY OTHERS' ? '' : relayName(breaker)
  return [name, ...breaker.trips.map(tripText)]
    .filter((part) => part !== '')
    .flatMap((part) => wrapText(part, style.data, width))
}
