import type { Arrester } from '@edp/schemas'

/**
 * Arresters of a 13.8 kV bus. While a utility with an earthed neutral feeds it, an earth fault raises the sound phases little:
 * 8.4 kV is enough. A bus that runs without the utility is earthed over a resistance, as machines at this voltage and the
 * earthing transformer are: the sound phases then stand at the line-to-line voltage until the earth fault is cleared. Source:
 * IEEE C62.22, selection by the coefficient of grounding.
 */
const ARRESTERS = {
  earthed: { rated_kv: 10, mcov_kv: 8.4 },
  resistance: { rated_kv: 15, mcov_kv: 12.7 },
} as const satisfies Record<string, Arrester>

/**
 * Overvoltage that an arrester stands for 10 s, over its continuous operating voltage. Source: `assumption`, below the curves of
 * makers (IEEE C62.11).
 */
export const OVERVOLTAGE_10S = 1.25

/** Arresters for a bus that always runs with the utility, or not. */
export function arresterOf(utilityAlways: boolean): Arrester {
  return ARRESTERS[utilityAlways ? 'earthed' : 'resistance']
}
