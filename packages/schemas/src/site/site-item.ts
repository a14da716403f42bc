import * as z from 'zod'

import { ModuleKind } from '../assembly/module-kind.ts'
import { SourcingTier } from '../enums.ts'
import { Scope } from './site-module.ts'

/** Procurement facts of an item in the site's tier; unknown is `TBC - supplier certificate`, never made up. */
export const ItemSourcing = z.strictObject({
  tier: SourcingTier.describe('Procurement rules that the site falls under'),
  country_of_origin: z.string().describe('Country code, or TBC when unknown'),
  taa_status: z
    .enum(['pass', 'fail', 'TBC - supplier certificate', 'not applicable'])
    .describe('Trade Agreements Act'),
  baa_status: z
    .enum(['pass', 'fail', 'TBC - supplier certificate', 'not applicable'])
    .describe('Buy American Act'),
  section_889: z
    .enum(['pass', 'fail', 'TBC - supplier certificate', 'not applicable'])
    .describe('NDAA FY2019 section 889, telecommunications'),
  section_154: z
    .enum(['pass', 'fail', 'TBC - supplier certificate', 'not applicable'])
    .describe('NDAA FY2024 section 154, batteries'),
  dfars_qualifying: z
    .enum(['pass', 'fail', 'TBC - supplier certificate', 'not applicable'])
    .describe('DFARS qualifying country'),
  excluded: z.boolean().describe('Whether the tier rules it out'),
  supplier_certificate_required: z
    .boolean()
    .describe('Whether a certificate of the supplier has to settle it'),
  note: z.string().describe('Why, in one sentence'),
})
export type ItemSourcing = z.infer<typeof ItemSourcing>

/** Something to be bought or made, other than the cables and hoses of `connections`. */
export const SiteItem = z.strictObject({
  item_id: z.string().describe('Unique: assembly line, equipment tag or bulk item'),
  parent_item_id: z.string().nullable(),
  level: z.enum(['site', 'module', 'equipment', 'part']),
  category: z.string(),
  tag: z.string().nullable().describe('Equipment designation of a unique item, e.g. 52-M1, T01'),
  component_tags: z
    .string()
    .describe(
      'Tags of the components in each module that it is or belongs to, e.g. swl-01..swl-02; empty without',
    ),
  block_id: z.string().nullable(),
  module_kind: ModuleKind.nullable().describe('Kind of module that each holds `quantity_per_module`'),
  module_ids: z.array(z.string()).readonly().describe('Modules that hold it; empty for site items'),
  description: z.string(),
  rating: z.string(),
  manufacturer: z.string().nullable(),
  mpn: z.string().nullable(),
  scope: Scope,
  unit: z.enum(['ea', 'm', 'set', 'l', 'kg', 'lot']),
  quantity_per_module: z.number().positive(),
  quantity: z.number().positive().describe('Total without spares'),
  spare_quantity: z.number().min(0),
  unit_mass_kg: z.number().nullable(),
  sourcing: ItemSourcing,
  spec_ref: z.string().describe('Catalogue line or rule that it comes from'),
})
export type SiteItem = z.infer<typeof SiteItem>
