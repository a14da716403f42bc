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
import { coreChannels, type CoreChannel } from '../network/core-channels.ts'
import { hostedSpines, type HostedSpines } from '../network/hosted-spines.ts'
import type { ConditionFacts } from '../site/conditions.ts'
import { computeSupply, gridSupply, type InsideSupply } from './inside-supply.ts'
import { NO_CABLES, panelCables, type PanelCables } from './panel-leads.ts'
import { typicalOf } from './typical.ts'

/** What the insides of all containers are designed from. */
export interface TypicalsInput {
  readonly compute: AssemblySpec
  readonly grid: AssemblySpec | null
  readonly facts: ConditionFacts
  readonly cooling: Cooling
  readonly modules: readonly SiteModule[]
  readonly blocks: readonly Block[]
  readonly network: Network
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
  const { fabric } = input.network
  const leaf_links_count = fabric.spines_count === 0 ? fabric.uplinks_per_leaf : 0
  const inside = groupsOf(input, 'compute_container').map(({ own, hosted_spines, core, core_channels }) =>
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
        { ...spinesOf(input, hosted_spines), core_supply: core, core_channels, leaf_links_count },
      ),
    }),
  )
  if (grid === null) return inside
  const heads = groupsOf(input, 'grid_container').map(({ own, hosted_spines, panel_cables }) => {
    const ids = new Set(own.map((module) => module.block_id))
    const blocks = electrical.filter(({ block_id }) => ids.has(block_id))
    const supply = gridSupply(blocks, { ...spinesOf(input, hosted_spines), panel_cables })
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
  readonly core_channels: readonly CoreChannel[]
  readonly panel_cables: PanelCables
}

/** Those that hold nothing for the site come first. */
function groupsOf(input: TypicalsInput, kind: ModuleKind): Group[] {
  const modules = input.modules.filter((module) => module.kind === kind)
  const { network, blocks, core_supply, grid } = input
  const channels = grid === null ? coreChannels({ ...network, blocks_count: blocks.length }) : []
  const hosted = core_supply !== null || channels.length > 0
  const holder = kind === 'compute_container' && hosted ? modules[0] : undefined
  const trunks = input.connections.filter(({ service }) => service === 'fibre')
  const groups = new Map<string, Group & { readonly own: SiteModule[] }>()
  for (const module of modules) {
    const hosted_spines = hostedSpines(network.fabric, blocks, module.module_id)
    const holds = module === holder
    const core = holds ? core_supply : null
    const core_channels = holds ? channels : []
    const { spines_count = 0, others_count = 0 } = hosted_spines ?? {}
    const panel_cables =
      kind === 'grid_container' ? panelCables(trunks, module.module_id, blocks.length) : NO_CABLES
    const key = [
      spines_count,
      kind === 'grid_container' ? 0 : others_count,
      holds ? 1 : 0,
      panel_cables.ot,
      panel_cables.way_out,
    ].join('/')
    const group = groups.get(key)
    if (group === undefined)
      groups.set(key, { own: [module], hosted_spines, core, core_channels, panel_cables })
    else group.own.push(module)
  }
  const heldBy = ({ hosted_spines, core, core_channels }: Group): number =>
    (hosted_spines === null ? 0 : 2) + (core === null && core_channels.length === 0 ? 0 : 1)
  return [...groups.values()].sort((a, b) => heldBy(a) - heldBy(b))
}
