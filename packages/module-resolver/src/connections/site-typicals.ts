import type {
  AssemblySpec,
  Block,
  BlockElectrical,
  Connection,
  Cooling,
  SiteModule,
  Typical,
} from '@edp/schemas'

import type { CoreSupply } from '../electrical/core-supply.ts'
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
  /** Currents of the IT equipment of a container that holds so many kW of the core besides its own. */
  readonly it_currents: (hosted_kw: number) => ReadonlyMap<string, number>
  readonly spine_supply: SpineSupply | null
  readonly core_supply: CoreSupply | null
}

/**
 * What is alike inside the containers of a kind. Where there is no grid container, compute containers that hold the spines are a
 * typical of their own, and so is the first one with the core rack: their feeders, incoming cables and equipment are larger.
 */
export function siteTypicals(input: TypicalsInput): Typical[] {
  const { compute, grid, facts, cooling, electrical, spine_supply } = input
  const containers = input.modules.filter((module) => module.kind === 'compute_container')
  const inside = groupsOf(input, containers).map(({ own, spines, core }) =>
    typicalOf({
      spec: compute,
      modules: own,
      facts,
      cooling,
      supply: computeSupply(
        electrical,
        own,
        input.connections,
        input.it_currents(core === null ? 0 : core.load_kw),
        { spine_supply: spines, core_supply: core },
      ),
    }),
  )
  if (grid === null) return inside
  const heads = input.modules.filter((module) => module.kind === 'grid_container')
  const supply = gridSupply(electrical, spine_supply)
  return [...inside, typicalOf({ spec: grid, modules: heads, facts, cooling, supply })]
}

/** Compute containers that are made alike, with what they hold for the site. */
interface Group {
  readonly own: readonly SiteModule[]
  readonly spines: SpineSupply | null
  readonly core: CoreSupply | null
}

function groupsOf(input: TypicalsInput, containers: readonly SiteModule[]): Group[] {
  const hosts = new Set(input.grid === null ? spineHosts(input) : [])
  const first = input.core_supply === null ? undefined : containers[0]
  const groups: Group[] = []
  for (const isHost of [false, true])
    for (const isFirst of [false, true])
      groups.push({
        own: containers.filter((m) => (m === first) === isFirst && hosts.has(m.module_id) === isHost),
        spines: isHost ? input.spine_supply : null,
        core: isFirst ? input.core_supply : null,
      })
  return groups.filter(({ own }) => own.length > 0)
}

/** The first compute container of every block that has spines. */
function spineHosts({ blocks, plans }: TypicalsInput): string[] {
  return blocks.flatMap((block, index) =>
    (plans[index]?.spine_kw ?? 0) > 0 ? block.compute_module_ids.slice(0, 1) : [],
  )
}
