import * as z from 'zod'

import { ModuleKind } from './assembly-spec.ts'
import { Basis, Finding } from './finding.ts'
import { ItemSourcing, Scope } from './site-model.ts'

/** One line of the bill of materials. */
export const BomLineItem = z.strictObject({
  line_no: z.int().min(1).describe('Running number'),
  item_id: z.string().describe('Stable id of the item'),
  parent_line_no: z.int().nullable().describe('Line that contains this one'),
  level: z.int().min(0).max(3).describe('0 site, 1 module, 2 equipment, 3 part'),
  category: z
    .string()
    .describe('enclosure, it, network, power, cooling, control, safety, bess, cable, hose ...'),
  tag: z.string().nullable().describe('Equipment designation where the item is unique'),
  block_id: z.string().nullable().describe('Block that it belongs to'),
  module_kind: ModuleKind.nullable().describe('Kind of module that holds it'),
  module_designations: z.string().describe('Modules that hold it, as a range'),
  description: z.string(),
  rating: z.string(),
  manufacturer: z.string().nullable().describe('null unless the catalogue names one'),
  mpn: z.string().nullable().describe('Manufacturer part number, null unless the catalogue gives one'),
  scope: Scope,
  unit: z.string().describe('ea, m, set, l, kg, lot'),
  quantity_per_module: z.number(),
  runs_count: z.int().nullable().describe('Runs that a cable or hose line sums up, null for items'),
  quantity: z.number().describe('Total without spares'),
  spare_quantity: z.number(),
  order_quantity: z.number().describe('Total with spares'),
  unit_mass_kg: z.number().nullable(),
  total_mass_kg: z.number().nullable(),
  sourcing: ItemSourcing,
  spec_ref: z.string(),
  drawing_ref: z.string(),
})
export type BomLineItem = z.infer<typeof BomLineItem>

/** Bill of materials of a site. */
export const BomDocument = z.strictObject({
  schema: z.literal('edp.bom/1'),
  deployment_id: z.guid(),
  design_revision: z.string(),
  site_name: z.string(),
  operator_org: z.string(),
  sourcing_tier: z.string(),
  summary: z.record(z.string(), z.union([z.number(), z.string()])),
  lines: z.array(BomLineItem).readonly(),
  findings: z.array(Finding).readonly(),
  basis: z.array(Basis).readonly(),
})
export type BomDocument = z.infer<typeof BomDocument>
