import type { Core } from './panel-node.ts'

/** Where leads reach a core switch from the left, from its middle, mm: so far apart that the number of each stands on it. */
const HEIGHTS = { high: 2.4, middle: -1.2, low: -4.8 } as const
/** From a lead up to its number, mm. */
export const NUMBER_UP = 0.6
/** Least distance from the lead of a server, which ends at the line of the servers, mm. */
const CLEAR = 1

/** Ordinates at which the leads of a core switch reach it. */
export interface LeadHeights {
  /** Patch leads of the servers. */
  readonly patch: number
  readonly access: number
  /** Up-link of the out-of-band switch. */
  readonly up: number
}

/**
 * The up-link below the other leads, or above them where the lead of a server runs at that height; patch leads alone reach the middle.
 */
export function leadHeights({ access, oob }: Core, core_y: number, servers: readonly number[]): LeadHeights {
  if (access === undefined && oob === undefined) return { patch: core_y, access: core_y, up: core_y }
  const [high, middle, low] = [core_y + HEIGHTS.high, core_y + HEIGHTS.middle, core_y + HEIGHTS.low]
  return servers.some((y) => Math.abs(y - low) < CLEAR)
    ? { up: high, patch: middle, access: low }
    : { patch: high, access: middle, up: low }
}
