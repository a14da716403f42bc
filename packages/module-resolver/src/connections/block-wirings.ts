import type { Block, BlockElectrical, SiteModule } from '@edp/schemas'

import { coreChannels } from '../network/core-channels.ts'
import { byKind } from '../site/group-modules.ts'
import type { Wiring } from './wiring.ts'

/** What the connections of all blocks are made from. */
export interface WiringInput extends Omit<
  Wiring,
  'block' | 'electrical' | 'head' | 'byKind' | 'byId' | 'wan' | 'core' | 'used'
> {
  readonly blocks: readonly Block[]
  readonly electrical: readonly BlockElectrical[]
  readonly modules: readonly SiteModule[]
  readonly modulesOfBlock: ReadonlyMap<string, readonly SiteModule[]>
}

/** What the connections of each block are made from; the ports that are used up are those of the site. */
export function blockWirings({
  blocks,
  electrical,
  modules,
  modulesOfBlock,
  ...shared
}: WiringInput): Wiring[] {
  const used = new Set<string>()
  const wan = modules.find((m) => m.kind === 'wan_service') ?? null
  const core = coreOf({ ...shared, blocks, modules })
  return blocks.map((block, index): Wiring => {
    const own = modulesOfBlock.get(block.block_id) ?? []
    const byId = new Map(own.map((m) => [m.module_id, m]))
    const head = byId.get(block.grid_module_id)
    const design = electrical[index]
    if (head === undefined || design === undefined) throw new RangeError(`${block.block_id} is not designed`)
    return { ...shared, block, electrical: design, head, byKind: byKind(own), byId, wan, core, used }
  })
}

/** The first compute container holds the core of a site without grid containers: its cables carry every lit channel. */
function coreOf({
  grid,
  network,
  blocks,
  modules,
}: Pick<WiringInput, 'grid' | 'network' | 'blocks' | 'modules'>): Wiring['core'] {
  const first = modules.find(({ kind }) => kind === 'compute_container')
  if (grid !== null || first === undefined) return null
  const lit = coreChannels({ ...network, blocks_count: blocks.length }).length
  return { module_id: first.module_id, links_count: Math.max(lit, 1) }
}
