import type { Block, Network } from '@edp/schemas'

import { fabricOptic } from './fabric-channels.ts'
import { FABRIC_LOSS } from './fabric-loss.ts'

/** Ports of a leaf or spine switch, 400 Gbit/s (QM9700 user manual: 32 OSFP cages, 64 ports). */
export const SWITCH_PORTS = 64
/** Down-links of a container: one per GPU. */
export const LINKS_PER_CONTAINER = 56
/** Largest non-blocking two-tier fabric: 28 spines of 64 ports. A block has as many containers at most. */
export const TWO_TIER_CONTAINERS_MAX = 32

const LEAVES_PER_CONTAINER = 2
const LINKS_PER_LEAF = LINKS_PER_CONTAINER / LEAVES_PER_CONTAINER
/** Spine counts that divide the 28 up-links of a leaf. */
const SPINE_STEPS = [2, 4, 7, 14, 28] as const
/** Links that join the two leaves of a lone container. */
const LEAF_JOINING_LINKS = 4

/**
 * Nodes that the subnet manager of a managed switch serves; more than two of them in a fabric are advised against. Source: QM9700 user
 * manual, software management.
 */
const SUBNET_NODES_MAX = 2048

/** Spines of a non-blocking two-tier fabric: the smallest step with enough ports; none for one container. */
export function spineCount(containers: number): number {
  if (containers === 1) return 0
  return SPINE_STEPS.find((spines) => spines * SWITCH_PORTS >= LINKS_PER_CONTAINER * containers) ?? 28
}

/**
 * Spines of each block, by its number of containers: one fabric where all stand in one block, which has 32 at most; else a fabric of
 * its own in every block that has containers, because no trunk leads from block to block.
 */
export function spinesOfBlocks(sizes: readonly number[]): number[] {
  if (!hasManyFabrics(sizes)) return sizes.map((size) => (size === 0 ? 0 : spineCount(size)))
  return sizes.map((size) => (size === 0 ? 0 : Math.max(SPINE_STEPS[0], spineCount(size))))
}

/** Whether the containers stand in several blocks. */
function hasManyFabrics(sizes: readonly number[]): boolean {
  return sizes.filter((size) => size > 0).length > 1
}

/**
 * Compute fabric: two leaves per container, one up-link per down-link. The containers of one block share a two-tier fabric; where
 * there are several blocks a third tier has to join theirs.
 */
export function designFabric(
  blocks: readonly Pick<Block, 'compute_module_ids' | 'grid_module_id'>[],
  host_module_id: string,
): Network['fabric'] {
  const sizes = blocks.map((block) => block.compute_module_ids.length)
  const containers = sizes.reduce((sum, size) => sum + size, 0)
  const many = hasManyFabrics(sizes)
  const by_block = spinesOfBlocks(sizes)
  const spines = by_block.reduce((sum, count) => sum + count, 0)
  const lone = spines === 0
  const spines_of_a_leaf = Math.max(...by_block)
  return {
    leaves_count: LEAVES_PER_CONTAINER * containers,
    spines_count: spines,
    tiers: many ? 3 : lone ? 1 : 2,
    downlinks_per_leaf: LINKS_PER_LEAF,
    uplinks_per_leaf: lone ? LEAF_JOINING_LINKS : LINKS_PER_LEAF,
    uplinks_per_leaf_per_spine: lone ? 0 : LINKS_PER_LEAF / spines_of_a_leaf,
    node_cables_count: LINKS_PER_CONTAINER * containers,
    spine_cables_count: lone ? 0 : LINKS_PER_CONTAINER * containers,
    spine_module_id: lone ? null : host_module_id,
    spines: spineHolders(blocks, by_block, host_module_id),
    optic: fabricOptic([]),
    loss: { ...FABRIC_LOSS, channels: [] },
    subnet_manager: subnetManager(many ? sizes : [containers], by_block),
    note: many
      ? 'Several blocks: each has a two-tier fabric of its own; the third tier that joins the blocks is outside this package, and so is its subnet manager.'
      : lone
        ? `One container: its two leaves are joined by ${LEAF_JOINING_LINKS} links.`
        : 'Two tiers, non-blocking: as many up-links as down-links.',
  }
}

/** The first two switches of the upper tier, which every leaf reaches; the two leaves of a lone container. */
function subnetManager(
  fabrics: readonly number[],
  by_block: readonly number[],
): Network['fabric']['subnet_manager'] {
  const lone = Math.max(...by_block) === 0
  const nodes = fabrics.map(
    (containers, index) => (LINKS_PER_CONTAINER + LEAVES_PER_CONTAINER) * containers + (by_block[index] ?? 0),
  )
  return {
    master: lone ? 'swl-01' : 'SPN 1',
    standby: lone ? 'swl-02' : 'SPN 2',
    nodes_count: Math.max(...nodes),
    nodes_max: SUBNET_NODES_MAX,
  }
}

/** Where the spines of each block stand, modules with as many together: its grid container, or its first container. */
function spineHolders(
  blocks: readonly Pick<Block, 'compute_module_ids' | 'grid_module_id'>[],
  by_block: readonly number[],
  host_module_id: string,
): Network['fabric']['spines'] {
  const hosted = blocks.some((block) => block.compute_module_ids.includes(host_module_id))
  const holders = new Map<number, string[]>()
  blocks.forEach(({ compute_module_ids, grid_module_id }, index) => {
    const count = by_block[index] ?? 0
    const holder = hosted ? compute_module_ids[0] : grid_module_id
    if (count === 0 || holder === undefined) return
    holders.set(count, [...(holders.get(count) ?? []), holder])
  })
  return [...holders].map(([each_count, module_ids]) => ({ module_ids, each_count }))
}
