import type { BlockElectrical, Primitive, SiteModel } from '@edp/schemas'

import { summaryOf } from './block-summary.ts'
import { drawKeyCollector, drawKeyEarthing, KEY_BRANCH_MM } from './key-branches.ts'
import { drawKeyFrame, type KeyPlace } from './key-frame.ts'
import { drawKeyTransformer, KEY_TRANSFORMER_MM } from './key-transformer.ts'

/** From supply to supply, mm. */
const SUPPLY_MM = 62
/** From the left edge to the first line, and behind the last column, mm. */
const MARGINS = { left: 18, right: 8 } as const
/** Height of a block, mm. */
export const KEY_BLOCK_MM = 149

/** Width of a block whose supplies, transformers and collectors are drawn one by one, mm. */
export function keyBlockWidth(block: BlockElectrical): number {
  const hanging =
    block.transformers.length * KEY_TRANSFORMER_MM +
    (block.earthing_transformer === null ? 0 : KEY_BRANCH_MM.earthing) +
    block.bess_branches.length * KEY_BRANCH_MM.collector
  return MARGINS.left + Math.max(hanging, block.supplies.length * SUPPLY_MM) + MARGINS.right
}

/** A block from its supplies to its loads, each transformer, section and collector on its own; what they feed is counted. */
export function drawKeyBlock(
  site: SiteModel,
  block: BlockElectrical,
  at: readonly [number, number],
  place: KeyPlace,
): Primitive[] {
  const first = MARGINS.left
  const outline = { at, width: keyBlockWidth(block), height: KEY_BLOCK_MM, first, pitch: SUPPLY_MM }
  const { items, bus } = drawKeyFrame(block, summaryOf(site, block), outline, place)
  let x = at[0] + first
  block.transformers.forEach((transformer, index) => {
    items.push(...drawKeyTransformer(block, transformer, index, x, bus, place))
    x += KEY_TRANSFORMER_MM
  })
  if (block.earthing_transformer !== null) {
    items.push(...drawKeyEarthing(block, block.earthing_transformer, x, bus, place))
    x += KEY_BRANCH_MM.earthing
  }
  for (const branch of block.bess_branches) {
    items.push(...drawKeyCollector(block, branch, x, bus, place))
    x += KEY_BRANCH_MM.collector
  }
  return items
}
