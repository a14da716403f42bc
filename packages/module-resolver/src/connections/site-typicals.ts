import type {
  AssemblySpec,
  Block,
  BlockElectrical,
  Connection,
  Cooling,
  SiteModule,
  Typical,
} from '@edp/schemas'

import type { SpineSupply } from '../electrical/spine-supply.ts'
import type { BlockPlan } from '../loads/plan-blocks.ts'
import type { ConditionFacts } from '../site/conditions.ts'
import { computeSupply, gridSupply } from './inside-supply.ts'
import { typicalOf } from './typical.ts'

/** What the insides of all containers are designed from. */
export interface TypicalsInput {
  readonly compute: AssemblySpec
  readonly grid: AssemblySpec | null
  readonly facts: ConditionFacts
  readonly cooling: Cooling
  readonly modules: readonly SiteModule[]
  readonly blocks: readonly Block[]
  readonly plans: readonly BlockPlan[]
  readonly electrical: readonly BlockElectrical[]
  readonly connections: readonly Connection[]
  readonly it_currents: ReadonlyMap<string, number>
  readonly spine_supply: SpineSupply | null
}

/**
 * What is alike inside the containers of a kind. Compute containers that hold the spines, where there is no grid container for
 * them, are a typical of their own: their feeders, incoming cables and panels are larger.
 */
export function siteTypicals(input: TypicalsInput): Typical[] {
  const { compute, grid, facts, cooling, electrical, spine_supply } = input
  const hosts = new Set(grid === null ? spineHosts(input) : [])
  const containers = input.modules.filter((module) => module.kind === 'compute_container')
  const groups = [
    { own: containers.filter((module) => !hosts.has(module.module_id)), spines: null },
    { own: containers.filter((module) => hosts.has(module.module_id)), spines: spine_supply },
  ].filter(({ own }) => own.length > 0)
  const inside = groups.map(({ own, spines }) =>
    typicalOf({
      spec: compute,
      modules: own,
      facts,
      cooling,
      supply: computeSupply(electrical, own, input.connections, input.it_currents, spines),
    }),
  )
  if (grid === null) return inside
  const heads = input.modules.filter((module) => module.kind === 'grid_container')
  const supply = gridSupply(electrical, spine_supply)
  return [...inside, typicalOf({ spec: grid, modules: heads, facts, cooling, supply })]
}

/** The first compute container of every block that has spines. */
function spineHosts({ blocks, plans }: TypicalsInput): string[] {
  return blocks.flatMap((block, index) =>
    (plans[index]?.spine_kw ?? 0) > 0 ? block.compute_module_ids.slice(0, 1) : [],
  )
}
