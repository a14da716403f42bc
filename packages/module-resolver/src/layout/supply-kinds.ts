import type { ConfiguratorPayload, EnergySource, GridConnection, ModuleKind } from '@edp/schemas'

/** On-site source of each energy source. `grid_hybrid` is the utility together with generators (design choice). */
const ON_SITE = {
  nuclear: 'nuclear_supply',
  solar: 'solar_supply',
  off_grid: 'generator_supply',
  grid_hybrid: 'generator_supply',
} as const satisfies Record<EnergySource, ModuleKind>

/** Whether the utility is there. */
const UTILITY = { none: false, grid_tied: true, grid_backup: true } as const satisfies Record<
  GridConnection,
  boolean
>

/** Kinds of supply of every block: the utility unless there is no grid connection, and the on-site source. */
export function supplyKindsOf(payload: ConfiguratorPayload): ModuleKind[] {
  const onSite = ON_SITE[payload.energy_source]
  return UTILITY[payload.grid_connection] ? ['utility_supply', onSite] : [onSite]
}
