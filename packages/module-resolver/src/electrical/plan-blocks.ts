import { EdpError, type AssemblySpec } from '@edp/schemas'

import { GRID_AUXILIARY_KW, POWER_FACTOR } from './loads.ts'
import { nextTransformer, TRANSFORMER_MAX_KVA, type TransformerRating } from './ratings.ts'

/** Limits of a block where the site has no grid container: the customer's switchgear is planned alike. */
const DEFAULT_LIMITS = { compute_feeders_count: 32, load_kva: 5000 }
const BESS_UNITS_PER_BLOCK = 32
/** Greatest loading of a transformer (margin for harmonics and growth; design choice). */
const TRANSFORMER_LOADING = 0.8

/** Counts and demand of a block. */
export interface BlockPlan {
  readonly compute: number
  readonly bess: number
  readonly demand_kw: number
  readonly transformers: number
  readonly transformer: TransformerRating
}

/** What blocks are planned from. */
export interface BlockPlanInput {
  readonly grid: AssemblySpec | null
  readonly containers: number
  readonly container_kw: number
  readonly demand_factor: number
  readonly bess_units: number
  readonly bess_auxiliary_kw: number
}

/**
 * Splits a site into blocks within the limits of a grid container: containers and battery units in order, as even as possible.
 *
 * @throws {EdpError} `size_limit` when one container alone is above the limit.
 */
export function planBlocks(input: BlockPlanInput): BlockPlan[] {
  const limits = input.grid?.limits ?? DEFAULT_LIMITS
  const least = Math.max(
    Math.ceil(input.containers / limits.compute_feeders_count),
    Math.ceil(input.bess_units / BESS_UNITS_PER_BLOCK),
    1,
  )
  for (let count = least; count <= input.containers + input.bess_units; count += 1) {
    const plans = Array.from({ length: count }, (_, i) =>
      plan(input, share(input.containers, count, i), share(input.bess_units, count, i)),
    )
    if (plans.every((p) => p.demand_kw / POWER_FACTOR <= limits.load_kva)) return plans
  }
  throw new EdpError(
    'size_limit',
    `one compute container of ${input.container_kw} kW is above the ${limits.load_kva} kVA of a grid container`,
  )
}

/** Number that the i-th of n gets: as even as possible, the first ones get the rest. */
function share(total: number, count: number, index: number): number {
  return Math.floor(total / count) + (index < total % count ? 1 : 0)
}

function plan(input: BlockPlanInput, compute: number, bess: number): BlockPlan {
  const demand_kw =
    compute * input.container_kw * input.demand_factor +
    (input.grid === null ? 0 : GRID_AUXILIARY_KW) +
    bess * input.bess_auxiliary_kw
  const required_kva = demand_kw / (POWER_FACTOR * TRANSFORMER_LOADING)
  const transformers = Math.ceil(required_kva / TRANSFORMER_MAX_KVA)
  return { compute, bess, demand_kw, transformers, transformer: nextTransformer(required_kva / transformers) }
}
