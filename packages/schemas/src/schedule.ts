import * as z from 'zod'

import { Connection } from './site/connection.ts'
import { Scope } from './site/site-module.ts'

/** One row of the cable and hose schedule: a connection, where it stands, and blank fields to fill in on site. */
export const ScheduleEntry = z.strictObject({
  row_no: z.int().min(1).describe('Running number from 1'),
  sheet: z
    .enum(['cables', 'fibre', 'earthing', 'hoses', 'internal'])
    .describe('Sheet of the workbook that it stands on'),
  modules_count: z.int().min(1).describe('Modules that the row is typical of; 1 between modules'),
  designations: z
    .string()
    .describe('Modules that the row is typical of; between modules the one that it is listed under'),
  connection: Connection.describe('The cable, busway, hose or pipe'),
  drawing_ref: z.string().describe('Drawing that shows it'),
  test_result: z.null().describe('To fill in on site'),
  test_date: z.null().describe('To fill in on site'),
  tested_by: z.null().describe('To fill in on site'),
})
export type ScheduleEntry = z.infer<typeof ScheduleEntry>

/** Total length of one type of cable or hose. */
export const ScheduleTotal = z.strictObject({
  type: z.string().describe('Type designation of the cable or hose'),
  size: z.string().describe('Size: AWG or kcmil, fibres, or DN'),
  medium: z.string().describe('cable, busway, hose or pipe'),
  service: z.string().describe('What it carries, e.g. power_lv'),
  scope: Scope.describe('Who supplies it: supply (ours), bought_in, by_others (the customer)'),
  installed: z.enum(['site', 'factory']).describe('Pulled on site, or made up inside a module by its maker'),
  designations: z.string().describe('Modules that hold it, empty between modules'),
  runs_count: z.int().describe('Number of runs'),
  total_length_m: z.number().describe('Length of all runs, m'),
  spare_length_m: z.number().describe('Spare length, m'),
  order_length_m: z.number().describe('Length to order, spare included, m'),
})
export type ScheduleTotal = z.infer<typeof ScheduleTotal>

/** Pieces of one length to cut of one type. */
export const CutListEntry = z.strictObject({
  type: z.string().describe('Type designation of the cable or hose'),
  size: z.string().describe('Size: AWG or kcmil, fibres, or DN'),
  cut_length_m: z.number().describe('Length of one piece, m'),
  pieces_count: z.int().describe('Pieces of that length'),
})
export type CutListEntry = z.infer<typeof CutListEntry>

/** Cable and hose schedule of a site. */
export const ScheduleDocument = z.strictObject({
  schema: z.literal('edp.cable-hose-schedule/1').describe('Kind and major version of the document'),
  deployment_id: z.guid().describe('Id of the deployment, uuid'),
  design_revision: z.string().describe('Short hash of payload, catalogue and rules, as in every title block'),
  site_name: z.string().describe('Name of the site, as the payload gives it'),
  operator_org: z.string().describe('Organisation that operates the site, as the payload gives it'),
  entries: z.array(ScheduleEntry).readonly().describe('One row for each connection'),
  totals: z.array(ScheduleTotal).readonly().describe('Lengths by type'),
  cut_list: z.array(CutListEntry).readonly().describe('Pieces to cut on site'),
})
export type ScheduleDocument = z.infer<typeof ScheduleDocument>
