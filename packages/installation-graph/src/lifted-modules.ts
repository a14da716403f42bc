import type { ModuleKind, SiteModule } from '@edp/schemas'

import { equipmentOwners } from './equipment-owners.ts'
import type { InstallationSite } from './installation-site.ts'

/** Library row that lifts a module of each kind. Kinds that are not here arrive on foot: they are by others or laid. */
const LIFTED_BY: Partial<Record<ModuleKind, string>> = {
  grid_container: 'G120',
  unit_transformer: 'G120',
  compute_container: 'C220',
  heat_rejection_unit: 'C280',
  bess_unit: 'B410',
  bess_skid: 'B410',
}

/** Modules that a task lifts, by `{module_id of the task} {library id}`, in the order of the site's modules. */
export function liftedModules(site: InstallationSite): ReadonlyMap<string, readonly SiteModule[]> {
  const owners = equipmentOwners(site)
  const lifts = new Map<string, SiteModule[]>()
  for (const module of site.modules) {
    const row = LIFTED_BY[module.kind]
    const owner = owners.get(module.module_id)
    if (row === undefined || owner === undefined || module.scope === 'by_others') continue
    const key = `${owner.module_id} ${row}`
    const list = lifts.get(key)
    if (list === undefined) lifts.set(key, [module])
    else list.push(module)
  }
  return lifts
}
