import * as z from 'zod'

import { Connection, Scope } from './site-model.ts'

/** One row of the cable and hose schedule: a connection, where it stands, and blank fields to fill in on site. */
export const ScheduleEntry = z.strictObject({
  row_no: z.int().min(1),
  sheet: z.enum(['cables', 'fibre', 'earthing', 'hoses', 'internal']),
  modules_count: z.int().min(1).describe('Modules that the row is typical of; 1 between modules'),
  designations: z
    .string()
    .describe('Modules that the row is typical of; between modules the one that it is listed under'),
  connection: Connection,
  drawing_ref: z.string(),
  test_result: z.null().describe('To fill in on site'),
  test_date: z.null().describe('To fill in on site'),
  tested_by: z.null().describe('To fill in on site'),
})
export type ScheduleEntry = z.infer<typeof ScheduleEntry>

/** Total length of one type of cable or hose. */
export const ScheduleTotal = z.strictObject({
  type: z.string(),
  size: z.string(),
  medium: z.string(),
  service: z.string(),
  scope: Scope,
  installed: z.enum(['site', 'factory']).describe('Pulled on site, or made up inside a module by its maker'),
  designations: z.string().describe('Modules that hold it, empty between modules'),
  runs_count: z.int(),
  total_length_m: z.number(),
  spare_length_m: z.number(),
  order_length_m: z.number(),
})
export type ScheduleTotal = z.infer<typeof ScheduleTotal>

/** Pieces of one length to cut of one type. */
export const CutListEntry = z.strictObject({
  type: z.string(),
  size: z.string(),
  cut_length_m: z.number(),
  pieces_count: z.int(),
})
export type CutListEntry = z.infer<typeof CutListEntry>

/** Cable and hose schedule of a site. */
export const ScheduleDocument = z.strictObject({
  schema: z.literal('edp.cable-hose-schedule/1'),
  deployment_id: z.guid(),
  design_revision: z.string(),
  site_name: z.string(),
  operator_org: z.string(),
  entries: z.array(ScheduleEntry).readonly(),
  totals: z.array(ScheduleTotal).readonly(),
  cut_list: z.array(CutListEntry).readonly(),
})
export type ScheduleDocument = z.infer<typeof ScheduleDocument>
