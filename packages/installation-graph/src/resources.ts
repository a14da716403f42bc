/** Crews and machines that tasks have to share. */
export type ResourceId =
  | 'crane'
  | 'yard_crane'
  | 'receiving_crew'
  | 'set_crew'
  | 'hose_crew'
  | 'flushing_rig'
  | 'startup_crew'
  | 'l4_crew'
  | 'bess_crew'

/** A shared resource of one work front. */
export interface Resource {
  readonly name: string
  readonly units_count: number
  readonly note: string
}

/** Blocks that one set of crews and machines serves; assumption: four blocks are at most 128 containers. */
const BLOCKS_PER_WORK_FRONT = 4

/** Units of each resource in one work front. Source: planning assumptions, to be confirmed by the contractor. */
export const RESOURCES = {
  crane: {
    name: 'crane',
    units_count: 1,
    note: 'mobile crane for containers, transformers and battery units, four lifts a day',
  },
  yard_crane: {
    name: 'yard crane',
    units_count: 1,
    note: 'rough-terrain crane for the heat rejection units, two a day',
  },
  receiving_crew: {
    name: 'receiving crew',
    units_count: 2,
    note: 'three persons each, two deliveries a day each',
  },
  set_crew: { name: 'set crew', units_count: 2, note: 'four persons each, anchor, level and grout' },
  hose_crew: { name: 'hose crew', units_count: 2, note: 'three persons each, hoses and pipes' },
  flushing_rig: {
    name: 'flushing rig',
    units_count: 1,
    note: 'external pump and strainers, one container a day',
  },
  startup_crew: {
    name: 'start-up crew',
    units_count: 2,
    note: 'three persons each, L3 start-up of containers',
  },
  l4_crew: { name: 'L4 crew', units_count: 2, note: 'four persons and a load bank each' },
  bess_crew: { name: 'battery crew', units_count: 2, note: 'three persons each, L3 and L4 of battery units' },
} as const satisfies Record<ResourceId, Resource>

/** All resources in the order of the table. */
export const RESOURCE_IDS = Object.keys(RESOURCES) as readonly ResourceId[]

/** Work front, from 0, of the block with an index from 0. Each work front has its own set of resources. */
export function workFrontOf(blockIndex: number): number {
  return Math.floor(blockIndex / BLOCKS_PER_WORK_FRONT)
}

/** Number of work fronts of a site. */
export function workFrontsCount(blocksCount: number): number {
  return Math.max(1, Math.ceil(blocksCount / BLOCKS_PER_WORK_FRONT))
}
