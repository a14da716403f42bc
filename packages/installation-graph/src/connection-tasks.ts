import { EdpError, type Connection, type Service, type SiteModule } from '@edp/schemas'

import { equipmentOwners } from './equipment-owners.ts'
import type { InstallationSite } from './installation-site.ts'

/** Library rows that lay and that prove a connection, the laying one first. */
type Rows = readonly [string, ...string[]]

/** Rows for a connection of a compute container, of its heat rejection unit and between them and the block. */
const COMPUTE_ROWS = {
  power_mv: ['C250', 'C260', 'C270'],
  power_lv: ['C250', 'C260', 'C270'],
  power_dc: ['C250', 'C260', 'C270'],
  control: ['C250', 'C260', 'C270'],
  earth: ['C240'],
  fibre: ['C330', 'C335'],
  copper: ['C330', 'C335'],
  coolant_supply: ['C290', 'C300', 'C310'],
  coolant_return: ['C290', 'C300', 'C310'],
  drain: ['C290', 'C340'],
  water: ['C290', 'C300'],
} as const satisfies Record<Service, Rows>

/** Rows for a connection of a battery unit or of its skid. */
const BESS_ROWS = {
  power_mv: ['B440', 'B450', 'B460'],
  power_lv: ['B440', 'B450', 'B460'],
  power_dc: ['B440', 'B450', 'B460'],
  control: ['B440', 'B450', 'B460'],
  earth: ['B430'],
  fibre: ['B470'],
  copper: ['B470'],
  coolant_supply: ['B440'],
  coolant_return: ['B440'],
  drain: ['B440'],
  water: ['B440'],
} as const satisfies Record<Service, Rows>

/** Rows for what is left of a block with a grid container: supplies, transformers, earth, WAN. */
const GRID_ROWS = {
  power_mv: ['G150'],
  power_lv: ['G170'],
  power_dc: ['G170'],
  control: ['G170', 'G180'],
  earth: ['G140'],
  fibre: ['G170', 'S890'],
  copper: ['G170', 'S890'],
  coolant_supply: ['G130'],
  coolant_return: ['G130'],
  drain: ['G130'],
  water: ['G130'],
} as const satisfies Record<Service, Rows>

/** Rows for what is left of a block with customer switchgear. */
const CUSTOMER_ROWS = {
  power_mv: ['X110'],
  power_lv: ['X110'],
  power_dc: ['X110'],
  control: ['X130'],
  earth: ['X120'],
  fibre: ['X130', 'S890'],
  copper: ['X130', 'S890'],
  coolant_supply: ['X110'],
  coolant_return: ['X110'],
  drain: ['X110'],
  water: ['X110'],
} as const satisfies Record<Service, Rows>

/**
 * Cables and hoses that each task installs or tests, by task_id, in the order of the site's connections. The end that
 * is built last decides: a connection of a container is the container's, one of a battery unit or skid the unit's, and
 * everything else the block's.
 *
 * @throws {EdpError} `internal` for a connection that belongs to no container, battery unit or block.
 */
export function connectionTasks(site: InstallationSite): ReadonlyMap<string, readonly string[]> {
  const owners = equipmentOwners(site)
  const modules = new Map(site.modules.map((module) => [module.module_id, module]))
  const tasks = new Map<string, string[]>()
  for (const connection of site.connections) {
    for (const task_id of tasksOf(connection)) {
      const list = tasks.get(task_id)
      if (list === undefined) tasks.set(task_id, [connection.connection_id])
      else list.push(connection.connection_id)
    }
  }
  return tasks

  function tasksOf(connection: Connection): string[] {
    const { owner, rows } = owningModule(connection)
    return rows.map((row) => (row.startsWith('S') ? row : `${owner.designation}-${row}`))
  }

  function owningModule(connection: Connection): { owner: SiteModule; rows: Rows } {
    const ends = [connection.to, connection.from].flatMap((end) => {
      const owner = owners.get(end.module_id)
      return owner === undefined ? [] : [owner]
    })
    const compute = ends.find((owner) => owner.kind === 'compute_container')
    if (compute !== undefined) {
      const cooler = [connection.from, connection.to].some(
        (end) => modules.get(end.module_id)?.kind === 'heat_rejection_unit',
      )
      // The heat rejection unit is set and bonded after its container.
      const rows: Rows =
        cooler && connection.service === 'earth' ? ['C280'] : COMPUTE_ROWS[connection.service]
      return { owner: compute, rows }
    }
    const unit = ends.find((owner) => owner.kind === 'bess_unit')
    if (unit !== undefined) return { owner: unit, rows: BESS_ROWS[connection.service] }
    const grid = ends[0]
    if (grid === undefined) {
      throw new EdpError('internal', `connection ${connection.connection_id}: no task installs it`)
    }
    const rows = grid.kind === 'customer_switchgear' ? CUSTOMER_ROWS : GRID_ROWS
    return { owner: grid, rows: rows[connection.service] }
  }
}
