import type { Connection, SiteModel, SiteModule } from '@edp/schemas'

import { computeContainers } from './typical-designation.ts'

/** A container with the unit, the hoses and the pipes that belong to it. */
export interface DistributionEntry {
  readonly container: SiteModule
  readonly cooler: SiteModule | undefined
  readonly supply: Connection | undefined
  readonly back: Connection | undefined
  readonly drain: Connection | undefined
  readonly water: Connection | undefined
  readonly bleed: Connection | undefined
}

/** Every container with its connections, in one pass over the connections. */
export function distributionEntries(site: SiteModel): DistributionEntry[] {
  const hoses = new Map<string, Connection>()
  for (const connection of site.connections)
    if (connection.service === 'water') hoses.set(`${connection.to.module_id}/water`, connection)
    else if (connection.service === 'drain' && connection.medium === 'pipe')
      hoses.set(`${connection.from.module_id}/bleed`, connection)
    else if (connection.medium === 'hose') {
      const inside = connection.service === 'coolant_supply' ? connection.to : connection.from
      hoses.set(`${inside.module_id}/${connection.service}`, connection)
    }
  const coolers = new Map(
    site.modules.filter((m) => m.kind === 'heat_rejection_unit').map((m) => [m.parent_module_id, m]),
  )
  return computeContainers(site).map((container) => ({
    container,
    cooler: coolers.get(container.module_id),
    supply: hoses.get(`${container.module_id}/coolant_supply`),
    back: hoses.get(`${container.module_id}/coolant_return`),
    drain: hoses.get(`${container.module_id}/drain`),
    water: hoses.get(`${coolers.get(container.module_id)?.module_id ?? ''}/water`),
    bleed: hoses.get(`${coolers.get(container.module_id)?.module_id ?? ''}/bleed`),
  }))
}
