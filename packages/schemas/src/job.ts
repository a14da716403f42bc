import * as z from 'zod'

import { ArtifactRef } from './artifact.ts'
import { JobStatus } from './enums.ts'

/** Reply to an accepted POST. */
export const JobCreated = z
  .object({
    job_id: z.guid().describe('uuid v5 of the canonical payload: the same payload is the same job'),
    status_url: z.string().describe('Path to poll'),
    edp_artifact_urls: z.array(ArtifactRef).readonly().describe('Files of the package, known at POST time'),
  })
  .readonly()
export type JobCreated = z.infer<typeof JobCreated>

/** Reply to a GET of a job. */
export const JobResult = z
  .object({
    status: JobStatus.describe('State of the job'),
    edp_artifact_urls: z.array(ArtifactRef).readonly().describe('Files of the package'),
    error: z.string().nullable().default(null).describe('Reason, set when the job failed'),
  })
  .readonly()
export type JobResult = z.infer<typeof JobResult>
