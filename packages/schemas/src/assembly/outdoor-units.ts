import * as z from 'zod'

import { AssemblyPart } from './assembly-part.ts'
import { AssemblyPort } from './assembly-port.ts'
import { When } from './entry.ts'
import { ModuleKind } from './module-kind.ts'

const point3 = z.tuple([z.number(), z.number(), z.number()])

/** Outdoor equipment that comes with the assembly and has a place of its own on the site plan. */
export const YardUnit = z.strictObject({
  kind: ModuleKind,
  description: z.string(),
  size_m: point3.describe('Length, width, height, m'),
  mass_kg: z.number().positive(),
  scope: z.enum(['supply', 'bought_in', 'by_others']),
  ports: z.array(AssemblyPort),
  bom: z.array(AssemblyPart),
  when: When.optional(),
})
export type YardUnit = z.infer<typeof YardUnit>

/** A battery product that the grid container can work with. */
export const BessUnitType = z.strictObject({
  unit_id: z.string(),
  manufacturer: z.string(),
  model: z.string(),
  chemistry: z.string(),
  energy_mwh: z.number().positive(),
  power_kw: z.number().positive().describe('Continuous power, kW'),
  output: z.enum(['ac', 'dc']).describe('What leaves the enclosure'),
  voltage_min_v: z.number().positive(),
  voltage_nominal_v: z.number().positive(),
  voltage_max_v: z.number().positive(),
  rack_circuits_count: z.int().min(1),
  auxiliary_kw: z.number().positive().describe('Peak auxiliary load with chiller, kW'),
  size_m: point3,
  mass_kg: z.number().positive(),
  country_of_origin: z.string().length(2).nullable(),
  cell_source: z.string().describe('Who makes the cells, or TBC - supplier certificate'),
  source: z.string().describe('Where the figures come from'),
  when: When.optional(),
})
export type BessUnitType = z.infer<typeof BessUnitType>
