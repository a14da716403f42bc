import * as z from 'zod'

import { SourcingTier } from '../enums.ts'
import { SectionOrdinal, When } from './entry.ts'

/** What is known of a part's origin; `null` means that only the supplier's certificate can tell. */
const Sourcing = z
  .strictObject({
    manufacturer: z.string(),
    mpn: z.string(),
    country_of_origin: z.string().length(2),
    excluded: z.boolean().describe('May not be bought in this tier'),
    replaced_by: z.string().describe('Description of what is bought instead'),
    note: z.string(),
  })
  .partial()

export const AssemblyPart = z.strictObject({
  line_id: z.string(),
  component: z.string().nullable().describe('Component id, `*` at its end for a family'),
  parent: z.string().nullable().default(null).describe('line_id of the line that contains this one'),
  category: z.enum([
    'enclosure',
    'it',
    'network',
    'power',
    'cooling',
    'control',
    'safety',
    'bess',
    'interface_plate',
    'cable',
    'hose',
    'consumable',
    'spare',
    'civil',
  ]),
  description: z.string(),
  rating: z.string().default(''),
  manufacturer: z.string().nullable().default(null),
  mpn: z.string().nullable().default(null),
  quantity: z.number().positive(),
  unit: z.enum(['ea', 'm', 'set', 'l', 'kg', 'lot']),
  unit_mass_kg: z.number().min(0).nullable().default(null),
  country_of_origin: z.string().length(2).nullable().default(null),
  spare_pct: z.number().min(0).default(0),
  telecom: z.boolean().default(false).describe('Telecommunications or video equipment, section 889'),
  battery: z.boolean().default(false).describe('Contains battery cells, section 154'),
  scope: z.enum(['supply', 'bought_in', 'by_others']).default('supply'),
  section: SectionOrdinal.optional(),
  sourcing: z.partialRecord(SourcingTier, Sourcing).optional(),
  when: When.optional(),
})
export type AssemblyPart = z.infer<typeof AssemblyPart>
