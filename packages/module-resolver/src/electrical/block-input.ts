import type {
  BessUnitType,
  Block,
  ConfiguratorPayload,
  Loads,
  ModuleKind,
  ModuleResolution,
  Scope,
  SiteModule,
} from '@edp/schemas'

import type { BlockPlan } from '../loads/plan-blocks.ts'
import type { SpineSupply } from './spine-supply.ts'

/** Running numbers of the block's first equipment on the site, so that every tag is unique there. */
export interface FirstNumbers {
  readonly transformer: number
  readonly collector: number
  readonly tie: number
}

/** What the electrical design of a block is made from. */
export interface BlockInput {
  readonly payload: ConfiguratorPayload
  readonly resolution: ModuleResolution
  readonly block: Block
  readonly plan: BlockPlan
  readonly head: SiteModule
  /** Modules of the block by kind, in the order of their ordinals. */
  readonly byKind: ReadonlyMap<ModuleKind, readonly SiteModule[]>
  readonly loads: Loads
  readonly bess: BessUnitType | null
  /** Charging power of the battery units of the block, kW, as far as the source allows. */
  readonly charge_kw: number
  /** Compressors of one container, kW: motors that feed a fault. */
  readonly compressor_kw: number
  /** Part of the site's demand, from 0 to 1: its part of an on-site source. */
  readonly demand_share: number
  /** Current that the catalogue gives the feeder of the grid container's auxiliaries, A; 0 where it gives none. */
  readonly auxiliary_a: number
  /** Largest breaker of the board inside a compute container that its feeders serve, A; 0 where the catalogue has none. */
  readonly container_way_a: number
  /** Transformer of the spine racks, null where the site has none. */
  readonly spine_supply: SpineSupply | null
  readonly first: FirstNumbers
}

/** Whether the block has customer switchgear instead of a grid container. */
export function isByOthers(input: BlockInput): boolean {
  return input.head.kind === 'customer_switchgear'
}

/** Scope of everything inside the switchgear of the block. */
export function switchgearScope(input: BlockInput): Scope {
  return isByOthers(input) ? 'by_others' : 'supply'
}

/** Modules of a kind in the block. */
export function modulesOf(input: BlockInput, kind: ModuleKind): readonly SiteModule[] {
  return input.byKind.get(kind) ?? []
}
