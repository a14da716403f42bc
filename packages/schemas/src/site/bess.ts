import * as z from 'zod'

import { Breaker } from './switchgear.ts'

/** One battery unit with its conversion equipment. */
export const BessBranchUnit = z.strictObject({
  module_id: z.string(),
  designation: z.string(),
  skid_module_id: z.string(),
  skid_designation: z.string(),
  energy_mwh: z.number(),
  power_kw: z.number(),
  pcs_tag: z.string().nullable().describe('PCS on the skid; null where it is inside the battery enclosure'),
  pcs_kva: z.number(),
  pcs_location: z.enum(['skid', 'battery enclosure']),
  dc_min_v: z.number().nullable(),
  dc_max_v: z.number().nullable(),
  dc_current_a: z.number().nullable().describe('At lowest voltage'),
  dc_protection: z.string().nullable(),
  ac_voltage_v: z.number(),
  ac_current_a: z.number(),
  ac_breaker: Breaker,
  transformer_kva: z.number(),
  transformer_impedance_pct: z.number(),
  transformer_vector_group: z.string(),
  power_connection_ids: z.array(z.string()).readonly().describe('Battery to skid'),
})
export type BessBranchUnit = z.infer<typeof BessBranchUnit>

/** A medium-voltage collector with its battery units. */
export const BessBranch = z.strictObject({
  tag: z.string().describe('52-B1'),
  breaker: Breaker,
  current_a: z.number(),
  collector_connection_ids: z.array(z.string()).readonly().describe('Bus to first skid, skid to skid'),
  units: z.array(BessBranchUnit).readonly(),
})
export type BessBranch = z.infer<typeof BessBranch>

/** The battery of the site; null in the site model where there is none. */
export const Bess = z.strictObject({
  unit_id: z.string(),
  manufacturer: z.string(),
  model: z.string(),
  output: z.enum(['ac', 'dc']),
  unit_energy_mwh: z.number(),
  unit_power_kw: z.number(),
  units_count: z.int().min(1),
  required_mwh: z.number(),
  installed_mwh: z.number(),
  power_kw: z.number(),
  duration_h: z.number().describe('Usable energy over the site demand'),
  charge_power_kw: z.number().describe('Power left for charging at site demand'),
  charge_h: z.number().nullable().describe('null when nothing is left for charging'),
  source: z.string(),
})
export type Bess = z.infer<typeof Bess>
