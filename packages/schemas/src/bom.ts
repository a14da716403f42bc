import * as z from 'zod'

import { ModuleKind } from './assembly/module-kind.ts'
import { Basis, Finding } from './finding.ts'
import { ItemSourcing } from './site/site-item.ts'
import { Scope } from './site/site-module.ts'

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
  component_tags: z
    .string()
    .describe(
      'Tags of the components in each module that it is or belongs to, e.g. swl-01..swl-02; empty without',
    ),
  block_id: z.string().nullable().describe('Block that it belongs to'),
  module_kind: ModuleKind.nullable().describe('Kind of module that holds it'),
  module_designations: z.string().describe('Modules that hold it, as a range'),
  description: z.string().describe('What it is, in words of the trade'),
  rating: z.string().describe('Rating with its units, empty without one'),
  manufacturer: z.string().nullable().describe('null unless the catalogue names one'),
  mpn: z.string().nullable().describe('Manufacturer part number, null unless the catalogue gives one'),
  scope: Scope.describe('Who supplies it: supply (ours), bought_in, by_others (the customer)'),
  unit: z.string().describe('ea, m, set, l, kg, lot'),
  quantity_per_module: z.number().describe('Quantity in one module, in the unit of the line'),
  runs_count: z.int().nullable().describe('Runs that a cable or hose line sums up, null for items'),
  quantity: z.number().describe('Total without spares'),
  spare_quantity: z.number().describe('Spares, in the unit of the line'),
  order_quantity: z.number().describe('Total with spares'),
  unit_mass_kg: z.number().nullable().describe('Mass of one unit, kg; null when unknown'),
  total_mass_kg: z.number().nullable().describe('Mass of the quantity without spares, kg; null when unknown'),
  sourcing: ItemSourcing.describe('Procurement facts in the tier of the site'),
  spec_ref: z.string().describe('Document that specifies it'),
  drawing_ref: z.string().describe('Drawing that shows it'),
})
export type BomLineItem = z.infer<typeof BomLineItem>

/** Bill of materials of a site. */
export const BomDocument = z.strictObject({
  schema: z.literal('edp.bom/1').describe('Kind and major version of the document'),
  deployment_id: z.guid().describe('Id of the deployment, uuid'),
  design_revision: z.string().describe('Short hash of payload, catalogue and rules, as in every title block'),
  site_name: z.string().describe('Name of the site, as the payload gives it'),
  operator_org: z.string().describe('Organisation that operates the site, as the payload gives it'),
  sourcing_tier: z.string().describe('Procurement rules that the site falls under'),
  summary: z
    .record(z.string(), z.union([z.number(), z.string()]))
    .describe('Counts and totals by name, units in the name'),
  lines: z.array(BomLineItem).readonly().describe('Lines, each below the one that contains it'),
  findings: z.array(Finding).readonly().describe('What a reviewer would object to'),
  basis: z.array(Basis).readonly().describe('Shown working of the figures'),
})
export type BomDocument = z.infer<typeof BomDocument>
