import type {
  AssemblySpec,
  Block,
  BlockElectrical,
  Connection,
  Cooling,
  ModuleKind,
  Network,
  SiteModule,
  Typical,
} from '@edp/schemas'

import type { CoreSupply } from '../electrical/core-supply.ts'
import type { SpineSupply } from '../electrical/spine-supply.ts'
import { hostedSpines, type HostedSpines } from '../network/hosted-spines.ts'
import type { ConditionFacts } from '../site/conditions.ts'
import { computeSupply, gridSupply, type InsideSupply } from './inside-supply.ts'
import { typicalOf } from './typical.ts'

/** What the insides of all containers are designed from. */
export interface TypicalsInput {
  readonly compute: AssemblySpec
  readonly grid: AssemblySpec | null
  readonly facts: ConditionFacts
  readonly cooling: Cooling
  readonly modules: readonly SiteModule[]
  readonly blocks: readonly Block[]
  readonly fabric: Network['fabric']
  readonly electrical: readonly BlockElectrical[]
  readonly connections: readonly Connection[]
  /** Currents of the IT equipment of a container that holds so many kW of the core besides its own. */
  readonly it_currents: (hosted_kw: number) => ReadonlyMap<string, number>
  readonly spine_supply: SpineSupply | null
  readonly core_supply: CoreSupply | null
}

/**
 * What is alike inside the containers of a kind. Containers that hold spines are a typical of their own for each number of spines
 * and of containers that they serve, and so is the first compute container where it holds the core rack.
 */
export function siteTypicals(input: TypicalsInput): Typical[] {
  const { compute, grid, facts, cooling, electrical } = input
  const inside = groupsOf(input, 'compute_container').map(({ own, hosted_spines, core }) =>
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
        { ...spinesOf(input, hosted_spines), core_supply: core },
      ),
    }),
  )
  if (grid === null) return inside
  const heads = groupsOf(input, 'grid_container').map(({ own, hosted_spines }) => {
    const ids = new Set(own.map((module) => module.block_id))
    const blocks = electrical.filter(({ block_id }) => ids.has(block_id))
    const supply = gridSupply(blocks, spinesOf(input, hosted_spines))
    return typicalOf({ spec: grid, modules: own, facts, cooling, supply })
  })
  return [...inside, ...heads]
}

function spinesOf(
  { spine_supply }: TypicalsInput,
  hosted_spines: HostedSpines | null,
): Pick<InsideSupply, 'spine_supply' | 'hosted_spines'> {
  return { spine_supply: hosted_spines === null ? null : spine_supply, hosted_spines }
}

/** Containers that are made alike, with what they hold for the site. */
interface Group {
  readonly own: readonly SiteModule[]
  readonly hosted_spines: HostedSpines | null
  readonly core: CoreSupply | null
}

/** Those that hold nothing for the site come first. */
function groupsOf(input: TypicalsInput, kind: ModuleKind): Group[] {
  const modules = input.modules.filter((module) => module.kind === kind)
  const holder = kind === 'compute_container' && input.core_supply !== null ? modules[0] : undefined
  const groups = new Map<string, Group & { readonly own: SiteModule[] }>()
  for (const module of modules) {
    const hosted_spines = hostedSpines(input.fabric, input.blocks, module.module_id)
    const core = module === holder ? input.core_supply : null
    const { spines_count = 0, others_count = 0 } = hosted_spines ?? {}
    const key = [spines_count, kind === 'grid_container' ? 0 : others_count, core === null ? 0 : 1].join('/')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { own: [module], hosted_spines, core })
    else group.own.push(module)
  }
  const holds = ({ hosted_spines, core }: Group): number =>
    (hosted_spines === null ? 0 : 2) + (core === null ? 0 : 1)
  return [...groups.values()].sort((a, b) => holds(a) - holds(b))
}
