import type { AssemblySpec } from '@edp/schemas'

/** What the cooling of a compute container of the tests can carry and holds. */
export const COOLING_LIMITS = {
  cdu_heat_kw: 150,
  technology_volume_l: 120,
  facility_volume_l: 250,
  air_unit_kw: 20,
  air_units_count: 3,
  readings: [
    { of: 'TT-101', device: 'cdu-01', point: 'primary_supply_temp' },
    { of: 'cdu-01', device: 'cdu-01', point: 'cdu_health' },
  ],
} as const satisfies AssemblySpec['cooling']
