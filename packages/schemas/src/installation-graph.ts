import * as z from 'zod'

/** Swim-lane of a task. */
export const InstallationLane = z.enum(['site', 'grid', 'compute', 'bess', 'network', 'commissioning'])
export type InstallationLane = z.infer<typeof InstallationLane>

/** One task of the installation. Durations and dates are working days of 8 h, day 0 at mobilisation. */
export const InstallationTask = z.strictObject({
  task_id: z.string().describe('e.g. S010, G01-G120, C03-C220'),
  library_id: z.string().describe('Row of the task library'),
  name: z.string(),
  lane: InstallationLane,
  module_id: z.string().nullable(),
  designation: z.string().nullable(),
  block_id: z.string().nullable(),
  duration_d: z.number().min(0),
  crew: z.string().describe('Trade'),
  crew_size: z.int().min(0),
  resource: z.string().nullable().describe('Shared resource that it occupies, e.g. crane'),
  cx_level: z.enum(['L1', 'L2', 'L3', 'L4', 'L5', '-']).describe('Commissioning level'),
  hold_point: z.boolean().describe('Nothing that follows starts before it is signed'),
  acceptance: z.string().describe('Acceptance criterion'),
  source: z.string(),
  predecessors: z.array(z.string()).readonly().describe('task_ids that must be finished (finish to start)'),
  resource_predecessors: z
    .array(z.string())
    .readonly()
    .describe('task_ids that free the resource or crew it needs'),
  connection_ids: z.array(z.string()).readonly().describe('Cables and hoses that it installs or tests'),
  early_start_d: z.number(),
  early_finish_d: z.number(),
  late_start_d: z.number(),
  late_finish_d: z.number(),
  total_float_d: z.number().min(0),
  critical: z.boolean(),
})
export type InstallationTask = z.infer<typeof InstallationTask>

/** One crane lift. */
export const Lift = z.strictObject({
  task_id: z.string(),
  module_id: z.string(),
  designation: z.string(),
  lift_mass_kg: z.number(),
  gross_mass_kg: z.number().describe('1.1 x lift mass + rigging'),
  x_m: z.number().describe('Centre of the footprint, east of the origin'),
  y_m: z.number().describe('Centre of the footprint, north of the origin'),
  crane: z.string().optional().describe('Machine that lifts it'),
  description: z.string().optional().describe('What is lifted'),
})
export type Lift = z.infer<typeof Lift>

/** Precedence network of the whole installation. */
export const InstallationGraph = z.strictObject({
  schema: z.literal('edp.installation-graph/1'),
  deployment_id: z.guid(),
  design_revision: z.string(),
  site_name: z.string(),
  operator_org: z.string(),
  duration_d: z.number(),
  duration_weeks: z.number(),
  critical_path: z.array(z.string()).readonly(),
  resources: z
    .array(z.strictObject({ resource: z.string(), units_count: z.int().min(1), note: z.string() }))
    .readonly(),
  crew_histogram: z.array(z.strictObject({ day: z.int(), persons: z.int() })).readonly(),
  lifts: z.array(Lift).readonly(),
  tasks: z.array(InstallationTask).readonly(),
  work_fronts_count: z
    .int()
    .min(1)
    .optional()
    .describe('Groups of blocks, each with its own crews and machines'),
  trades: z
    .array(
      z.strictObject({
        crew: z.string(),
        persons_max: z.int().describe('Most at the same time'),
        person_days: z.number(),
      }),
    )
    .readonly()
    .optional()
    .describe('Persons and work content by trade'),
})
export type InstallationGraph = z.infer<typeof InstallationGraph>
