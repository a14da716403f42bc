import type { ModuleKind } from '@edp/schemas'

/** Letter of each kind of module (docs/conventions.md). */
const LETTERS = {
  compute_container: 'C',
  grid_container: 'G',
  customer_switchgear: 'S',
  bess_unit: 'B',
  bess_skid: 'K',
  unit_transformer: 'T',
  heat_rejection_unit: 'D',
  utility_supply: 'U',
  generator_supply: 'N',
  nuclear_supply: 'N',
  solar_supply: 'P',
  wan_service: 'W',
  earth_ring: 'E',
  site_drain: 'R',
  site_water: 'H',
} as const satisfies Record<ModuleKind, string>

/** Designation of a module: letter and ordinal, two digits or as many as the count of its kind needs. */
export function designationOf(kind: ModuleKind, ordinal: number, count: number): string {
  const digits = Math.max(2, String(count).length)
  return `${LETTERS[kind]}${String(ordinal).padStart(digits, '0')}`
}
