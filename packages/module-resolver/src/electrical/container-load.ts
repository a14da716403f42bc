import { isByOthers, type BlockInput } from './block-input.ts'
import { continuousTrip } from './breakers.ts'
import { LV_V, POWER_FACTOR } from './system-voltages.ts'
import { fullLoadCurrent } from './transformers.ts'

/** Load of a container's feeders, its current and the trip that goes with both. */
export function computeLoad(
  input: BlockInput,
  index: number,
): { kw: number; currentA: number; tripA: number } {
  const { spine_kw, core_kw } = input.plan
  const hostedKw = isByOthers(input) && index === 0 ? spine_kw + core_kw : 0
  const kw = input.loads.container_max_kw + hostedKw
  const currentA = fullLoadCurrent(kw / POWER_FACTOR, LV_V)
  return { kw, currentA, tripA: Math.max(continuousTrip(currentA), largestBehind(input, index)) }
}

/** Largest trip of the feeders of a block's containers, A: the first one holds spines and core where there is no grid container. */
export function largestContainerTrip(input: BlockInput): number {
  return computeLoad(input, 0).tripA
}

/** Largest breaker of the board that the feeders of a container serve, A: with the way of the spine racks where it holds them. */
function largestBehind(input: BlockInput, index: number): number {
  const spines = isByOthers(input) && index === 0 && input.plan.spine_kw > 0
  return Math.max(input.container_way_a, spines ? (input.spine_supply?.primary_a ?? 0) : 0)
}
