import { ConfiguratorPayload, documentId } from '@edp/schemas'
import * as z from 'zod'

import type { ArtifactStore, StoreOptions } from '../storage/artifact-store.ts'

/** A job as it was posted: what lets any replica answer for it. */
export const JobRecord = z.strictObject({ job_id: z.guid(), payload: ConfiguratorPayload }).readonly()
export type JobRecord = z.infer<typeof JobRecord>

/** The job of a payload: equal payloads are the same job, on every replica and at any time. */
export function jobOf(payload: ConfiguratorPayload): JobRecord {
  return { job_id: documentId(payload), payload }
}

/** Keeps a job; writing it again changes nothing. */
export async function saveJob(
  store: ArtifactStore,
  job: JobRecord,
  options: StoreOptions = {},
): Promise<void> {
  await store.put(keyOf(job.job_id), jsonBytes(job), options)
}

/** A job by its id, or null when none was posted. */
export async function loadJob(
  store: ArtifactStore,
  jobId: string,
  options: StoreOptions = {},
): Promise<JobRecord | null> {
  const bytes = await store.get(keyOf(jobId), options)
  return bytes === null ? null : JobRecord.parse(jsonOf(bytes))
}

/** A document as stored. */
export function jsonBytes(document: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(document))
}

/** A stored document, not yet checked. */
export function jsonOf(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}

function keyOf(jobId: string): string {
  return `edp-jobs/jobs/${jobId}.json`
}
