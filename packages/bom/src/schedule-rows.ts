import { compareText, type Connection, type Endpoint, type ModuleKind, type SiteModel } from '@edp/schemas'

import { naturalKey, serviceRank } from './natural-order.ts'

/**
 * Which end of a connection a reader looks it up under: the less shared one. Lower numbers win; the order is also that
 * of the sections of a block.
 */
const SECTION_RANKS = {
  utility_supply: 0,
  generator_supply: 1,
  solar_supply: 2,
  nuclear_supply: 3,
  wan_service: 4,
  unit_transformer: 5,
  compute_container: 6,
  heat_rejection_unit: 7,
  bess_unit: 8,
  bess_skid: 9,
  grid_container: 10,
  customer_switchgear: 11,
  earth_ring: 12,
  site_drain: 13,
  site_water: 14,
} as const satisfies Record<ModuleKind, number>

/** A connection and the module that it is listed under. */
export interface ScheduleRow {
  readonly connection: Connection
  readonly owner: string
}

/** The connections between modules by block, section of the block, module, service and number. */
export function scheduleRows(site: SiteModel): ScheduleRow[] {
  const modules = new Map(site.modules.map((module) => [module.module_id, module]))
  const blocks = new Map(site.blocks.map((block) => [block.block_id, block.ordinal]))
  const rankOf = (end: Endpoint): number => {
    const kind = modules.get(end.module_id)?.kind
    return kind === undefined ? 99 : SECTION_RANKS[kind]
  }
  return site.connections
    .map((connection) => {
      const { from, to } = connection
      const end = rankOf(from) <= rankOf(to) ? from : to
      const module = modules.get(end.module_id)
      const container =
        module?.kind === 'heat_rejection_unit' ? modules.get(module.parent_module_id ?? '') : module
      const key = [
        naturalKey(String(blocks.get(connection.block_id) ?? 0)),
        naturalKey(String(container === undefined ? 99 : SECTION_RANKS[container.kind])),
        naturalKey(String(container?.ordinal ?? 0)),
        naturalKey(String(serviceRank(connection.service))),
        naturalKey(connection.connection_id),
      ].join(' ')
      return { connection, owner: container?.designation ?? end.designation, key }
    })
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ connection, owner }) => ({ connection, owner }))
}
