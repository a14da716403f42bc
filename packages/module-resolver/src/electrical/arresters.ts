import type { Arrester } from '@edp/schemas'

/**
 * Arresters of a 13.8 kV bus. While sources with an earthed neutral feed it, an earth fault raises the sound phases little:
 * 8.4 kV is enough. A battery that feeds the bus alone leaves the full line-to-line voltage on them until relays trip. Source:
 * IEEE C62.22, selection by the coefficient of grounding.
 */
const ARRESTERS = {
  earthed: { rated_kv: 10, mcov_kv: 8.4 },
  island: { rated_kv: 15, mcov_kv: 12.7 },
} as const satisfies Record<string, Arrester>

/** Arresters for a bus that a battery may feed alone, or not. */
export function arresterOf(island: boolean): Arrester {
  return ARRESTERS[island ? 'island' : 'earthed']
}
