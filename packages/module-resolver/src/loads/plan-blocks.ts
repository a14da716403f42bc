import { EdpError, type AssemblySpec } from '@edp/schemas'

import { POWER_FACTOR } from '../electrical/system-voltages.ts'
import { selectTransformers } from '../electrical/transformers.ts'
import { spinesOfBlocks } from '../network/fabric.ts'
import { corePower } from './core-power.ts'
import { GRID_AUXILIARY_KW } from './site-loads.ts'
import { spinePower } from './spine-power.ts'

/** Limits of a block where there is no grid container: the customer's switchgear is planned alike. */
const CUSTOMER_LIMITS = { compute_feeders_count: 32, load_kva: 5000 }

/** Battery units of one block: 8 collectors of 4 (docs/conventions.md). */
const BESS_UNITS_PER_BLOCK = 32

/** Counts, demand and transformers of a block. */
export interface BlockPlan {
  readonly compute: number
  readonly bess: number
  /** Spine switches that stand in the block, with their air conditioning, kW. */
  readonly spine_kw: number
  /** EMS and OT core with their air conditioning in the first container, where there is no grid container for them, kW. */
  readonly core_kw: number
  readonly demand_kw: number
  readonly demand_kva: number
  readonly transformers: number
  readonly transformer_kva: number
}

/** What blocks are planned from. */
export interface BlockPlanInput {
  readonly grid: AssemblySpec | null
  readonly containers: number
  readonly container_kw: number
  readonly demand_factor: number
  readonly bess_units: number
  readonly bess_unit_auxiliary_kw: number
}

/**
 * Splits a site into the fewest blocks within the limits of a grid container; containers and battery units in order, as
 * evenly as possible, the first blocks take what is left over.
 *
 * @throws {EdpError} `size_limit` when one module alone is above the limit of a block.
 */
export function planBlocks(input: BlockPlanInput): BlockPlan[] {
  const limits = input.grid?.limits ?? CUSTOMER_LIMITS
  const fewest = Math.max(
    1,
    Math.ceil(input.containers / limits.compute_feeders_count),
    Math.ceil(input.bess_units / BESS_UNITS_PER_BLOCK),
  )
  const most = Math.max(fewest, input.containers, input.bess_units)
  for (let count = fewest; count <= most; count += 1) {
    const sizes = Array.from({ length: count }, (_, i) => share(input.containers, count, i))
    const spines = spinesOfBlocks(sizes)
    const plan = (i: number): BlockPlan =>
      planBlock(input, {
        compute: sizes[i] ?? 0,
        bess: share(input.bess_units, count, i),
        spine_kw: spinePower(spines[i] ?? 0),
        core_kw: input.grid === null && i === 0 ? corePower() : 0,
      })
    // The first block is the largest: it has the remainders, and the spines.
    if (plan(0).demand_kva <= limits.load_kva) return sizes.map((_, i) => plan(i))
  }
  const message = `a compute container of ${input.container_kw} kW is above the load_kva limit of ${limits.load_kva} kVA of a block`
  throw new EdpError('size_limit', message)
}

/** What the block at `index` gets of a total: the first ones take the remainder. */
function share(total: number, count: number, index: number): number {
  return Math.floor(total / count) + (index < total % count ? 1 : 0)
}

type BlockCounts = Pick<BlockPlan, 'compute' | 'bess' | 'spine_kw' | 'core_kw'>

function planBlock(input: BlockPlanInput, counts: BlockCounts): BlockPlan {
  const { compute, bess, spine_kw, core_kw } = counts
  const demand =
    spine_kw +
    core_kw +
    compute * input.container_kw * input.demand_factor +
    (input.grid === null ? 0 : GRID_AUXILIARY_KW) +
    bess * input.bess_unit_auxiliary_kw
  const { count, rating_kva } = selectTransformers(demand / POWER_FACTOR)
  return {
    ...counts,
    demand_kw: demand,
    demand_kva: demand / POWER_FACTOR,
    transformers: count,
    transformer_kva: rating_kva,
  }
}
