import { setTimeout as delay } from 'node:timers/promises'

import { selectHardware } from '@edp/hardware-selector'
import { resolveModules, type SizeLimits } from '@edp/module-resolver'
import {
  artifactRefs,
  EdpError,
  manifestKey,
  PackageManifest,
  type ArtifactRef,
  type ConfiguratorPayload,
  type HardwareSelection,
  type HardwareSelectorMap,
  type JobCreated,
  type JobResult,
} from '@edp/schemas'

import type { Catalogue } from '../pipeline/catalogue.ts'
import type { Generate } from '../pipeline/generate.ts'
import { preparePackage } from '../pipeline/prepare-package.ts'
import { publishPackage } from '../pipeline/publish-package.ts'
import type { ArtifactStore } from '../storage/artifact-store.ts'
import { DeploymentLog, type Ending } from './deployment-log.ts'
import { jobOf, jsonOf, loadJob, saveJob, type JobRecord } from './job-record.ts'
import { Lease } from './lease.ts'
import { WaitingRoom } from './waiting-room.ts'

/** What the service works with. */
export interface JobServiceParts {
  readonly store: ArtifactStore
  readonly catalogue: Catalogue
  readonly hardware: HardwareSelectorMap
  readonly generate: Generate
  readonly limits: SizeLimits
  /** A run without a sign of life for so long has failed, ms. */
  readonly lease_ms: number
  /** Jobs that are made at a time. */
  readonly concurrency: number
  /** Jobs that may wait or be made on this replica. */
  readonly queue_limit: number
  /** Told about every job that has ended. `cause` is for the log, never for callers. */
  readonly onEnd?: (event: JobEnd) => void
}

/** A job that has ended on this replica. */
export interface JobEnd {
  readonly job_id: string
  readonly ending: Ending
  readonly seconds: number
  readonly cause: unknown
}

/** The replica takes no job at the moment; the same POST will be taken later, or by another replica. */
export class ServiceBusy extends Error {
  override readonly name = 'ServiceBusy'
  readonly retry_after_s = 5
}

/** Longest error text of a job. */
const ERROR_LENGTH = 4_000
/** Pause between two looks at whether an older run has ended, ms. */
const LOOK_MS = 250

interface ActiveRun {
  readonly deployment_id: string
  readonly number: number
  readonly lease: Lease
  readonly done: Promise<void>
}

/**
 * Takes jobs, makes them, and answers for them. All state is in the store: any replica answers for any job, and a restart
 * loses nothing but the runs that were under way, which then count as failed.
 */
export class JobService {
  readonly #parts: JobServiceParts
  readonly #room: WaitingRoom
  readonly #active = new Set<ActiveRun>()
  #accepting = 0
  #isStopping = false

  constructor(parts: JobServiceParts) {
    this.#parts = parts
    this.#room = new WaitingRoom(parts.concurrency)
  }

  /** Jobs under way on this replica, waiting ones included. */
  get active(): number {
    return this.#active.size
  }

  /**
   * Accepts a payload: begins its job, or joins it where it is already under way.
   *
   * @throws {EdpError} `size_limit` for a site above the limits, {@link ServiceBusy} when the queue is full.
   */
  async submit(payload: ConfiguratorPayload): Promise<JobCreated> {
    const job = jobOf(payload)
    const selection = this.#selection(payload, this.#parts.limits)
    if (this.#isStopping) throw new ServiceBusy('the service is being stopped')
    if (this.#active.size + this.#accepting >= this.#parts.queue_limit)
      throw new ServiceBusy('the queue of jobs is full')
    this.#accepting++
    try {
      await this.#begin(job, selection)
    } finally {
      this.#accepting--
    }
    const status_url = `/edp-api/jobs/${job.job_id}`
    return { job_id: job.job_id, status_url, edp_artifact_urls: artifactRefs(payload, selection) }
  }

  /** State of a job, or null when no such job was posted. */
  async result(jobId: string): Promise<JobResult | null> {
    const job = await loadJob(this.#parts.store, jobId)
    if (job === null) return null
    const edp_artifact_urls: ArtifactRef[] = artifactRefs(
      job.payload,
      this.#selection(job.payload, UNLIMITED),
    )
    const ending = await this.#endingOf(job)
    if (ending === null) return { status: 'running', edp_artifact_urls, error: null }
    return { status: ending.status, edp_artifact_urls, error: ending.error }
  }

  /** Takes no more jobs, lets those under way finish for a while, and ends the others as failed. */
  async stop(graceMs: number): Promise<void> {
    this.#isStopping = true
    const all = (): Promise<unknown> => Promise.all([...this.#active].map((run) => run.done))
    await Promise.race([all(), delay(graceMs, undefined, { ref: false })])
    const reason = new EdpError(
      'internal',
      'the service was stopped before the package was complete; post the payload again',
    )
    for (const { lease } of this.#active) lease.abort(reason)
    await all()
  }

  async #begin(job: JobRecord, selection: HardwareSelection): Promise<void> {
    const { store, lease_ms } = this.#parts
    const { deployment_id } = job.payload
    const log = new DeploymentLog(store, deployment_id, lease_ms)
    const since = performance.now()
    const claim = await log.claim(job.job_id)
    if (claim.joined) {
      await saveJob(store, job)
      return
    }
    const { number } = claim
    for (const run of this.#active)
      if (run.deployment_id === deployment_id && run.number < number) run.lease.supersede(job.job_id)
    const lease = new Lease(log, number, since)
    const saved = saveJob(store, job)
    const run = { deployment_id, number, lease, done: this.#make(job, selection, log, lease, number, saved) }
    this.#active.add(run)
    void run.done.finally(() => this.#active.delete(run))
    await saved
  }

  /** Makes a job from beginning to end; never throws. */
  async #make(
    job: JobRecord,
    selection: HardwareSelection,
    log: DeploymentLog,
    lease: Lease,
    number: number,
    saved: Promise<void>,
  ): Promise<void> {
    const { store, catalogue, generate, onEnd } = this.#parts
    const start = performance.now()
    let ending: Ending = { status: 'complete', error: null }
    let cause: unknown
    try {
      await saved
      await this.#room.enter(lease.stop, async () => {
        const prepared = await preparePackage({ ...job, selection }, catalogue, generate, lease.stop)
        try {
          await olderRunsEnded(log, number, lease.stop)
          await lease.beginPublishing()
          const { lost, assertHeld } = lease
          await publishPackage(store, catalogue, prepared, { signal: lost, assertHeld })
          assertHeld()
        } finally {
          prepared.release()
        }
      })
    } catch (error) {
      cause = error
      ending = { status: 'failed', error: errorText(error) }
    }
    await lease.release()
    // Where even this cannot be written, the run counts as failed when its lease has passed.
    await log.end(number, ending).catch((error: unknown) => (cause ??= error))
    onEnd?.({ job_id: job.job_id, ending, seconds: (performance.now() - start) / 1000, cause })
  }

  /** How a job has ended, or null while it runs. */
  async #endingOf(job: JobRecord): Promise<Ending | null> {
    const { store, lease_ms } = this.#parts
    const { deployment_id } = job.payload
    const log = new DeploymentLog(store, deployment_id, lease_ms)
    const newest = (await log.runs()).at(-1)
    if (newest === undefined) return failed('nothing is known of its run; post the payload again')
    const newestJob = await log.jobIdOf(newest)
    if (newestJob !== job.job_id) {
      // A newer job for the same deployment: this one's package stands until that one has replaced it.
      const stands = (await packageJob(store, deployment_id)) === job.job_id
      return stands ? { status: 'complete', error: null } : failed(`superseded by job ${newestJob}`)
    }
    if (newest.has_ended) return (await log.ending(newest)) ?? null
    if (log.isAlive(newest)) return null
    const seconds = Math.round((store.now() - newest.seen_ms) / 1000)
    return failed(
      `the process that made it stopped: no sign of life for ${seconds} s; post the payload again`,
    )
  }

  #selection(payload: ConfiguratorPayload, limits: SizeLimits): HardwareSelection {
    return selectHardware(this.#parts.hardware, resolveModules(payload, limits).deployment_profile)
  }
}

const UNLIMITED: SizeLimits = { compute_containers_max: Infinity, bess_capacity_mwh_max: Infinity }

const failed = (error: string): Ending => ({ status: 'failed', error })

/** Waits until no older run can write any more, so that two packages never mix. */
async function olderRunsEnded(log: DeploymentLog, number: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    const older = (await log.runs({ signal })).filter((run) => run.number < number && log.isAlive(run))
    if (older.length === 0) return
    await delay(LOOK_MS, undefined, { signal }).catch(() => undefined)
    signal.throwIfAborted()
  }
}

/** Job that made the package which now stands, or null when none is complete. */
async function packageJob(store: ArtifactStore, deploymentId: string): Promise<string | null> {
  const bytes = await store.get(manifestKey(deploymentId))
  return bytes === null ? null : PackageManifest.parse(jsonOf(bytes)).job_id
}

/** What callers are told: the message of an error that was thrown on purpose, nothing of any other. */
function errorText(error: unknown): string {
  const { code, message } = error as Partial<EdpError>
  const isOwn = error instanceof Error && error.name === 'EdpError' && code !== undefined
  return isOwn
    ? (message ?? code).slice(0, ERROR_LENGTH)
    : 'internal error; the log of the service has the details'
}
