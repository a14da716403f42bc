import * as z from 'zod'

import { ModuleKind } from '../assembly/module-kind.ts'

/** Who delivers something. */
export const Scope = z.enum(['supply', 'bought_in', 'by_others'])
export type Scope = z.infer<typeof Scope>

/** Everything that stands on the site plan, with its place and its designation. */
export const SiteModule = z.strictObject({
  module_id: z
    .string()
    .describe('compute_container_1, grid_container_1, bess_unit_1, unit_transformer_1 ...'),
  designation: z.string().describe('Short reference designation: C01, G01, B01, T01, K01, D01, U01'),
  kind: ModuleKind,
  ordinal: z.int().min(1).describe('Running number among its kind, from 1'),
  block_id: z.string().describe('Block that it belongs to, or site'),
  description: z.string(),
  assembly_id: z.string().nullable().describe('Catalogue assembly, null for outdoor and bought-in equipment'),
  parent_module_id: z
    .string()
    .nullable()
    .describe('Container that it belongs to, e.g. of a heat rejection unit'),
  scope: Scope,
  in_dtm: z.boolean().describe('Whether the DTM lists it as a module'),
  container_position: z.string().describe('Slot in the site layout: R1-C03, G1, B1-02'),
  x_m: z.number().describe('East of the origin: south-west corner of its footprint'),
  y_m: z.number().describe('North of the origin'),
  length_m: z.number().describe('Extent in x'),
  width_m: z.number().describe('Extent in y'),
  height_m: z.number(),
  mass_kg: z.number().describe('Dry mass'),
  lift_mass_kg: z.number().describe('Mass to lift on site'),
})
export type SiteModule = z.infer<typeof SiteModule>

/** A group of one grid container (or customer switchgear) and the containers that it feeds. */
export const Block = z.strictObject({
  block_id: z.string().describe('block_1 ...'),
  ordinal: z.int().min(1),
  grid_module_id: z.string().describe('Grid container, or customer switchgear BY OTHERS where there is none'),
  compute_module_ids: z.array(z.string()).readonly(),
  bess_module_ids: z.array(z.string()).readonly(),
})
export type Block = z.infer<typeof Block>
