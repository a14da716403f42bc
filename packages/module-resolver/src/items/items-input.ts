import type {
  AssemblySpec,
  Bess,
  BessUnitType,
  Connection,
  Cooling,
  Electrical,
  ModuleKind,
  ModuleResolution,
  Network,
  SiteItem,
  SiteModule,
  Typical,
} from '@edp/schemas'

import type { CoreSupply } from '../electrical/core-supply.ts'
import type { SpineSupply } from '../electrical/spine-supply.ts'
import type { ConditionFacts } from '../site/conditions.ts'
import { sourcingOf, type Origin } from './sourcing.ts'

/** What the items of a site are made from. */
export interface ItemsInput {
  readonly resolution: ModuleResolution
  readonly facts: ConditionFacts
  readonly specs: readonly AssemblySpec[]
  readonly byKind: ReadonlyMap<ModuleKind, readonly SiteModule[]>
  readonly electrical: Electrical
  readonly bess: Bess | null
  readonly bess_type: BessUnitType | null
  readonly cooling: Cooling
  readonly network: Network
  /** Between modules. */
  readonly connections: readonly Connection[]
  readonly typicals: readonly Typical[]
  readonly spine_supply: SpineSupply | null
  readonly core_supply: CoreSupply | null
}

type Needed =
  'item_id' | 'level' | 'category' | 'description' | 'unit' | 'quantity_per_module' | 'quantity' | 'spec_ref'

/** What an item says of itself; the rest has the values of a plain item. */
export type ItemSource = Pick<SiteItem, Needed> & Partial<Omit<SiteItem, 'sourcing'>>

/** Completes an item with its procurement status. */
export function siteItem(input: ItemsInput, source: ItemSource, origin: Origin = {}): SiteItem {
  const scope = source.scope ?? 'supply'
  return {
    parent_item_id: null,
    tag: null,
    component_tags: '',
    block_id: null,
    module_kind: null,
    module_ids: [],
    rating: '',
    manufacturer: null,
    mpn: null,
    spare_quantity: 0,
    unit_mass_kg: null,
    ...source,
    scope,
    sourcing: sourcingOf(input.resolution.sourcing_tier, {
      manufacturer: source.manufacturer ?? null,
      by_others: scope === 'by_others',
      ...origin,
    }),
  }
}

/** Modules of a kind on the site. */
export function modulesOf(input: ItemsInput, kind: ModuleKind): readonly SiteModule[] {
  return input.byKind.get(kind) ?? []
}
