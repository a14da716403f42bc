import * as z from 'zod'

/** What flows through a port or a connection. */
export const Service = z.enum([
  'power_mv',
  'power_lv',
  'power_dc',
  'earth',
  'control',
  'fibre',
  'copper',
  'coolant_supply',
  'coolant_return',
  'drain',
  'water',
])
export type Service = z.infer<typeof Service>

/** Every kind of thing that stands on the site plan. */
export const ModuleKind = z.enum([
  'compute_container',
  'grid_container',
  'bess_unit',
  'unit_transformer',
  'bess_skid',
  'heat_rejection_unit',
  'customer_switchgear',
  'utility_supply',
  'generator_supply',
  'solar_supply',
  'nuclear_supply',
  'wan_service',
  'earth_ring',
  'site_drain',
  'site_water',
])
export type ModuleKind = z.infer<typeof ModuleKind>
