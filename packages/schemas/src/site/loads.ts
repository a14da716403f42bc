import * as z from 'zod'

/** One line of the power budget. */
export const LoadLine = z.strictObject({
  line: z.string(),
  per_container_kw: z.number(),
  note: z.string(),
})
export type LoadLine = z.infer<typeof LoadLine>

/** Loads and energy of the site. */
export const Loads = z.strictObject({
  container_lines: z.array(LoadLine).readonly(),
  container_max_kw: z.number(),
  container_typical_kw: z.number(),
  container_kva: z.number(),
  container_it_kw: z.number().describe('GPU nodes and network of one container'),
  power_factor: z.number(),
  demand_factor: z.number().describe('On the compute load, by workload'),
  compute_kw: z.number().describe('All containers, design maximum'),
  grid_auxiliary_kw: z.number().describe('All grid containers'),
  bess_auxiliary_kw: z.number().describe('All battery units'),
  site_kw: z.number().describe('Site demand with demand factor'),
  site_kva: z.number(),
  site_typical_kw: z.number(),
  pue: z.number().describe('Container load over its IT load at design maximum'),
  source_capacity_kw: z.number(),
  source_margin_kw: z.number().describe('Source capacity less site demand'),
})
export type Loads = z.infer<typeof Loads>
