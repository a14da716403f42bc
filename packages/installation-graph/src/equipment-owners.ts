import type { SiteModule } from '@edp/schemas'

import type { InstallationSite } from './installation-site.ts'

/**
 * The module whose tasks cover a piece of equipment, by module_id: a heat rejection unit belongs to its container, a
 * skid to its battery unit, transformers and everything else of a block to its grid container or customer switchgear.
 * What belongs to no block (the earth ring, a supply of the site) has no owner.
 */
export function equipmentOwners(site: InstallationSite): ReadonlyMap<string, SiteModule> {
  const modules = new Map(site.modules.map((module) => [module.module_id, module]))
  const units = new Map(
    site.modules.filter((module) => module.kind === 'bess_unit').map((module) => [module.ordinal, module]),
  )
  const grids = new Map(site.blocks.map((block) => [block.block_id, modules.get(block.grid_module_id)]))
  return new Map(
    site.modules.flatMap((module) => {
      const owner = ownerOf(module)
      return owner === undefined ? [] : [[module.module_id, owner] as const]
    }),
  )

  function ownerOf(module: SiteModule): SiteModule | undefined {
    if (module.kind === 'compute_container' || module.kind === 'bess_unit') return module
    const parent = module.parent_module_id === null ? undefined : modules.get(module.parent_module_id)
    if (parent?.kind === 'compute_container' || parent?.kind === 'bess_unit') return parent
    // Every battery unit has one skid beside it, of the same ordinal (docs/conventions.md).
    if (module.kind === 'bess_skid') return units.get(module.ordinal)
    return grids.get(module.block_id)
  }
}
