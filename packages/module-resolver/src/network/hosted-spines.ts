import type { Block, Network } from '@edp/schemas'

/** Spines that stand in a module, and the leaves of its block that they serve. */
export interface HostedSpines {
  readonly spines_count: number
  /** Up-links of a leaf, one fibre of 400 Gbit/s each. */
  readonly links_per_leaf: number
  /** Compute containers of the block besides the module itself: their links arrive over its plate. */
  readonly others_count: number
}

/** What a module holds of the compute fabric; null where no spine stands in it. */
export function hostedSpines(
  { spines, uplinks_per_leaf }: Pick<Network['fabric'], 'spines' | 'uplinks_per_leaf'>,
  blocks: readonly Pick<Block, 'compute_module_ids' | 'grid_module_id'>[],
  module_id: string,
): HostedSpines | null {
  const spines_count = spines.find(({ module_ids }) => module_ids.includes(module_id))?.each_count ?? 0
  if (spines_count === 0) return null
  const served =
    blocks.find(
      ({ compute_module_ids: ids, grid_module_id }) =>
        ids.includes(module_id) || grid_module_id === module_id,
    )?.compute_module_ids ?? []
  return {
    spines_count,
    links_per_leaf: uplinks_per_leaf,
    others_count: served.filter((id) => id !== module_id).length,
  }
}
