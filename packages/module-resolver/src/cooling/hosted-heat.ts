import { roundTo, type AssemblySpec } from '@edp/schemas'

import { CORE_KW } from '../loads/core-power.ts'
import { SPINE_KW } from '../loads/spine-power.ts'

/** What a site holds besides its compute containers' own equipment: in the grid containers, or where there are none, in theirs. */
export interface Hosted {
  /** Spine switches of each block. */
  readonly spines: readonly number[]
  readonly grid: AssemblySpec | null
}

/**
 * Heat to air of spines and core rack that the first compute container of each block holds, kW; none where grid containers
 * hold them. The core rack stands in the first container of the site.
 */
export function hostedHeat({ spines, grid }: Hosted): number[] {
  return grid === null
    ? spines.map((count, block) => roundTo(count * SPINE_KW + (block === 0 ? CORE_KW : 0), 1))
    : []
}
