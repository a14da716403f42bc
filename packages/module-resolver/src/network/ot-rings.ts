import type { Block, OtRing } from '@edp/schemas'

/**
 * Switches of a ring, the core pair that closes it among them: in a broken one the last is 29 hops from the root, and its change-over
 * stays within the second that is assumed. Source: `assumption`.
 */
export const RING_SWITCHES_MAX = 30
/** Longest life of a BPDU, a second a hop, and the least Forward Delay beside it, `2 (delay - 1) >= age`. Source: IEEE 802.1Q. */
export const MAX_AGE_S = 40
export const FORWARD_DELAY_S = 21
const CORE_SWITCHES = 2
/** Duplex channels of a 12-fibre cable, and what the first container's own switch and the router take of them. */
const CHANNELS = 6
const OWN_CHANNELS = 2

/** Rings that the core in the first container reaches: one channel of its cable A and one of its cable B for each. */
export const RINGS_MAX = CHANNELS - OWN_CHANNELS

/**
 * Rings of the containers' OT switches on a site without grid containers: each block's containers in as few rings of
 * about the same size as the limit allows. A lone container needs none: its switch is patched to both core switches.
 */
export function otRings(blocks: readonly Block[]): OtRing[] {
  const most = RING_SWITCHES_MAX - CORE_SWITCHES
  if (blocks.reduce((sum, block) => sum + block.compute_module_ids.length, 0) === 1) return []
  const pieces = blocks.flatMap(({ block_id, compute_module_ids: ids }) => {
    const count = Math.ceil(ids.length / most)
    const cut = (ring: number): number => Math.round((ids.length * ring) / count)
    return Array.from({ length: count }, (_, ring) => ({
      block_id,
      module_ids: ids.slice(cut(ring), cut(ring + 1)),
    }))
  })
  return pieces.map((piece, index) => ({
    ring_id: `R${index + 1}`,
    ...piece,
    core_channel: index < RINGS_MAX ? OWN_CHANNELS + 1 + index : null,
  }))
}
