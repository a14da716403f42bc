import * as z from 'zod'

/** Swim-lane of a task. */
export const InstallationLane = z.enum(['site', 'grid', 'compute', 'bess', 'network', 'commissioning'])
export type InstallationLane = z.infer<typeof InstallationLane>

/** One task of the installation. Durations and dates are working days of 8 h, day 0 at mobilisation. */
export const InstallationTask = z.strictObject({
  task_id: z.string().describe('e.g. S010, G01-G120, C03-C220'),
  library_id: z.string().describe('Row of the task library'),
  name: z.string().describe('What is done'),
  lane: InstallationLane.describe('Swim-lane'),
  module_id: z.string().nullable().describe('Module that it is done on, null for the site'),
  designation: z.string().nullable().describe('Designation of that module, null for the site'),
  block_id: z.string().nullable().describe('Block that it belongs to, null for the site'),
  duration_d: z.number().min(0).describe('Duration, working days of 8 h'),
  crew: z.string().describe('Trade'),
  crew_size: z.int().min(0).describe('Persons'),
  resource: z.string().nullable().describe('Shared resource that it occupies, e.g. crane'),
  cx_level: z.enum(['L1', 'L2', 'L3', 'L4', 'L5', '-']).describe('Commissioning level'),
  hold_point: z.boolean().describe('Nothing that follows starts before it is signed'),
  acceptance: z.string().describe('Acceptance criterion'),
  source: z.string().describe('Where duration and crew come from, or assumption'),
  predecessors: z.array(z.string()).readonly().describe('task_ids that must be finished (finish to start)'),
  resource_predecessors: z
    .array(z.string())
    .readonly()
    .describe('task_ids that free the resource or crew it needs'),
  connection_ids: z.array(z.string()).readonly().describe('Cables and hoses that it installs or tests'),
  early_start_d: z.number().describe('Earliest start, working days from mobilisation'),
  early_finish_d: z.number().describe('Earliest finish, working days from mobilisation'),
  late_start_d: z.number().describe('Latest start that delays nothing, working days from mobilisation'),
  late_finish_d: z.number().describe('Latest finish that delays nothing, working days from mobilisation'),
  total_float_d: z.number().min(0).describe('Delay that it can take, working days'),
  critical: z.boolean().describe('Whether it has no float'),
})
export type InstallationTask = z.infer<typeof InstallationTask>

/** One crane lift. */
export const Lift = z.strictObject({
  task_id: z.string().describe('Task that it belongs to'),
  module_id: z.string().describe('Kind and ordinal of the module, e.g. compute_container_3'),
  designation: z.string().describe('Designation on the drawings, e.g. C03'),
  lift_mass_kg: z.number().describe('Mass of what is lifted, kg'),
  gross_mass_kg: z.number().describe('1.1 x lift mass + rigging, kg'),
  x_m: z.number().describe('Centre of the footprint, east of the origin, m'),
  y_m: z.number().describe('Centre of the footprint, north of the origin, m'),
  crane: z.string().optional().describe('Machine that lifts it'),
  description: z.string().optional().describe('What is lifted'),
})
export type Lift = z.infer<typeof Lift>

/** Precedence network of the whole installation. */
export const InstallationGraph = z.strictObject({
  schema: z.literal('edp.installation-graph/1').describe('Kind and major version of the document'),
  deployment_id: z.guid().describe('Id of the deployment, uuid'),
  design_revision: z.string().describe('Short hash of payload, catalogue and rules, as in every title block'),
  site_name: z.string().describe('Name of the site, as the payload gives it'),
  operator_org: z.string().describe('Organisation that operates the site, as the payload gives it'),
  duration_d: z.number().describe('Duration of the whole, working days of 8 h'),
  duration_weeks: z.number().describe('Duration of the whole, weeks of 5 working days'),
  critical_path: z.array(z.string()).readonly().describe('task_ids of the longest chain, in order'),
  resources: z
    .array(
      z.strictObject({
        resource: z.string().describe('Machine, e.g. crane'),
        units_count: z.int().min(1).describe('Number of machines'),
        note: z.string().describe('Remark for the reader, empty without one'),
      }),
    )
    .readonly()
    .describe('Shared machines and how many there are'),
  crew_histogram: z
    .array(
      z.strictObject({
        day: z.int().describe('Working day from mobilisation'),
        persons: z.int().describe('Persons on site'),
      }),
    )
    .readonly()
    .describe('Persons on site by working day'),
  lifts: z.array(Lift).readonly().describe('Crane lifts in the order of the tasks'),
  tasks: z.array(InstallationTask).readonly().describe('Tasks, each after its predecessors'),
  work_fronts_count: z
    .int()
    .min(1)
    .optional()
    .describe('Groups of blocks, each with its own crews and machines'),
  trades: z
    .array(
      z.strictObject({
        crew: z.string().describe('Trade'),
        persons_max: z.int().describe('Most at the same time'),
        person_days: z.number().describe('Work content, person-days'),
      }),
    )
    .readonly()
    .optional()
    .describe('Persons and work content by trade'),
})
export type InstallationGraph = z.infer<typeof InstallationGraph>
