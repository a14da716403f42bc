import * as z from 'zod'

const ms = z.number().min(0)

/** What one step, or a whole package, costs; medians of several runs. */
const Cost = z.object({
  cpu_ms: ms.describe('CPU time of all threads, median'),
  cpu_min_ms: ms.describe('The same, of the best run: what is left of it on a quiet machine'),
  wall_ms: ms,
  bytes: z.number().int().nullable().describe('Size of the file that the step makes'),
})
export type Cost = z.infer<typeof Cost>

/** A site of one size, in a process that has made it before. */
export const SiteReport = z.object({
  containers: z.number().int(),
  runs: z.number().int(),
  reference_cpu_ms: ms,
  package: Cost,
  steps: z.record(z.string(), Cost),
})
export type SiteReport = z.infer<typeof SiteReport>

/** A process that makes one package and ends: `edp generate`. */
const ProcessReport = z.object({
  containers: z.number().int(),
  runs: z.number().int(),
  wall_ms: ms,
  cpu_ms: ms,
  peak_memory_mb: z.number().describe('Largest resident set of the process'),
})
export type ProcessReport = z.infer<typeof ProcessReport>

/** The service while all its workers make packages of one container. */
const ServiceReport = z.object({
  workers: z.number().int(),
  seconds: z.number(),
  packages: z.number().int(),
  packages_per_second: z.number(),
  cpu_ms_per_package: ms.describe('CPU time of the whole service for each package'),
  post_ms: z.object({ p50: ms, p99: ms, requests: z.number().int() }),
  get_ms: z.object({ p50: ms, p99: ms, requests: z.number().int() }),
  event_loop_delay_ms: z
    .object({ p50: ms, p99: ms })
    .optional()
    .describe('How late the thread was that answers requests'),
})
export type ServiceReport = z.infer<typeof ServiceReport>

/** What `npm run bench` stores. */
export const Report = z.object({
  node: z.string(),
  cpu: z.string(),
  cores: z.number().int(),
  load_average: z.number().describe('Of the last minute when the run began: work of others'),
  sites: z.array(SiteReport),
  processes: z.array(ProcessReport),
  service: ServiceReport.nullable(),
})
export type Report = z.infer<typeof Report>
