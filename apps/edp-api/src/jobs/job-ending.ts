import { manifestKey, PackageManifest } from '@edp/schemas'

import type { ArtifactStore } from '../storage/artifact-store.ts'
import type { DeploymentLog, Ending } from './deployment-log.ts'
import { jsonOf, type JobRecord } from './job-record.ts'

/** How a job has ended, or null while it runs: told by the newest run of its deployment, on any replica. */
export async function endingOf(
  job: JobRecord,
  log: DeploymentLog,
  signal: AbortSignal,
): Promise<Ending | null> {
  const newest = (await log.runs({ signal })).at(-1)
  if (newest === undefined) return failed('nothing is known of its run; post the payload again')
  const newestJob = await log.jobIdOf(newest, { signal })
  if (newestJob !== job.job_id) {
    // A newer job for the same deployment: this one's package stands until that one has replaced it.
    const stands = (await packageJob(log.store, job.payload.deployment_id, signal)) === job.job_id
    return stands ? { status: 'complete', error: null } : failed(`superseded by job ${newestJob}`)
  }
  const ending = await log.ending(newest, { signal })
  if (ending !== null) return ending
  if (newest.has_ended || log.isAlive(newest)) return null
  const seconds = Math.round((log.store.now() - newest.seen_ms) / 1000)
  return failed(`the process that made it stopped: no sign of life for ${seconds} s; post the payload again`)
}

const failed = (error: string): Ending => ({ status: 'failed', error })

/** Job that made the package which now stands, or null when none is complete. */
async function packageJob(
  store: ArtifactStore,
  deploymentId: string,
  signal: AbortSignal,
): Promise<string | null> {
  const bytes = await store.get(manifestKey(deploymentId), { signal })
  return bytes === null ? null : PackageManifest.parse(jsonOf(bytes)).job_id
}
