import { setTimeout as delay } from 'node:timers/promises'

import { selectHardware } from '@edp/hardware-selector'
import { resolveModules, type SizeLimits } from '@edp/module-resolver'
import {
  artifactRefs,
  EdpError,
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
import { DeploymentLog, RunMemory, type Ending } from './deployment-log.ts'
import { endingOf } from './job-ending.ts'
import { jobOf, loadJob, saveJob, type JobRecord } from './job-record.ts'
import { Lease } from './lease.ts'
import { Recent } from './recent.ts'
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
  /** Request that began the run. */
  readonly request_id: string
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
/** A request that the store keeps waiting for so long is answered with 503, long before callers give up, ms. */
const REQUEST_MS = 15_000
/** How long writes that were given up may take to arrive, ms. */
const SETTLE_MS = 1_000
/** Pause between two looks at whether POSTs have been accepted, ms. */
const ACCEPTING_LOOK_MS = 10
/** Jobs whose records are remembered. */
const REMEMBERED_JOBS = 1_000

interface ActiveRun {
  readonly job_id: string
  readonly deployment_id: string
  readonly number: number
  readonly lease: Lease
  readonly done: Promise<void>
}

/** A run that has just been claimed, and what it is to make. */
interface NewRun {
  readonly job: JobRecord
  readonly selection: HardwareSelection
  readonly requestId: string
  readonly log: DeploymentLog
  readonly lease: Lease
  readonly number: number
  /** Resolves when any replica can answer for the job. */
  readonly saved: Promise<void>
}

/**
 * Takes jobs, makes them, and answers for them. All state is in the store: any replica answers for any job, and a restart
 * loses nothing but the runs that were under way, which then count as failed.
 */
export class JobService {
  readonly #parts: JobServiceParts
  readonly #room: WaitingRoom
  readonly #active = new Set<ActiveRun>()
  readonly #memory = new RunMemory()
  /** Jobs that are known to be in the store. */
  readonly #known = new Recent<JobRecord>(REMEMBERED_JOBS)
  #accepting = 0
  #isStopping = false
  #isAborting = false

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
   * @throws {EdpError} `size_limit` for a site above the limits, `store_failure` when the store cannot be reached,
   * {@link ServiceBusy} when the queue is full.
   */
  async submit(payload: ConfiguratorPayload, requestId = ''): Promise<JobCreated> {
    const job = jobOf(payload)
    const selection = this.#selection(payload, this.#parts.limits)
    if (this.#isStopping) throw new ServiceBusy('the service is being stopped')
    const isHere = [...this.#active].some((run) => run.job_id === job.job_id)
    if (!isHere && this.#active.size + this.#accepting >= this.#parts.queue_limit)
      throw new ServiceBusy('the queue of jobs is full')
    this.#accepting++
    try {
      await inTime((signal) => this.#begin(job, selection, requestId, signal))
    } finally {
      this.#accepting--
    }
    const status_url = `/edp-api/jobs/${job.job_id}`
    return { job_id: job.job_id, status_url, edp_artifact_urls: artifactRefs(payload, selection) }
  }

  /** State of a job, or null when no such job was posted. */
  async result(jobId: string): Promise<JobResult | null> {
    return inTime((signal) => this.#result(jobId, signal))
  }

  async #result(jobId: string, signal: AbortSignal): Promise<JobResult | null> {
    const job = this.#known.get(jobId) ?? (await loadJob(this.#parts.store, jobId, { signal }))
    if (job === null) return null
    this.#known.set(jobId, job)
    const edp_artifact_urls: ArtifactRef[] = artifactRefs(
      job.payload,
      this.#selection(job.payload, UNLIMITED),
    )
    const log = this.#logOf(job)
    const ending = await endingOf(job, log, signal)
    if (ending === null) return { status: 'running', edp_artifact_urls, error: null }
    return { status: ending.status, edp_artifact_urls, error: ending.error }
  }

  /** Takes no more jobs, lets those under way finish for a while, and ends the others as failed. */
  async stop(graceMs: number): Promise<void> {
    this.#isStopping = true
    await Promise.race([this.#idle(), delay(graceMs, undefined, { ref: false })])
    for (const { lease } of this.#active) lease.abort(stopped())
    this.#isAborting = true
    await this.#idle()
  }

  /** Resolves when nothing is under way; POSTs that are being accepted count. */
  async #idle(): Promise<void> {
    while (this.#active.size + this.#accepting > 0)
      await Promise.race([
        Promise.all([...this.#active].map((run) => run.done)),
        ...(this.#accepting > 0 ? [delay(ACCEPTING_LOOK_MS)] : []),
      ])
  }

  async #begin(
    job: JobRecord,
    selection: HardwareSelection,
    requestId: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { store } = this.#parts
    const { job_id } = job
    const { deployment_id } = job.payload
    const log = this.#logOf(job)
    const since = performance.now()
    const claim = await log.claim(job_id, { signal })
    if (claim.joined) {
      if (this.#known.get(job_id) === undefined) await saveJob(store, job, { signal })
      this.#known.set(job_id, job)
      return
    }
    const { number } = claim
    for (const run of this.#active)
      if (run.deployment_id === deployment_id && run.number < number) run.lease.supersede(job_id)
    const lease = new Lease(log, number, since)
    if (this.#isAborting) lease.abort(stopped())
    const saved = saveJob(store, job, { signal }).then(() => {
      this.#known.set(job_id, job)
    })
    const done = this.#make({ job, selection, requestId, log, lease, number, saved })
    const run = { job_id, deployment_id, number, lease, done }
    this.#active.add(run)
    void done.finally(() => this.#active.delete(run))
    await saved
  }

  /** Makes a job from beginning to end; never throws. */
  async #make({ job, selection, requestId, log, lease, number, saved }: NewRun): Promise<void> {
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
      // Requests that were given up may still arrive; the next run waits for this one's end.
      if (lease.isPublishing) await delay(SETTLE_MS)
    }
    await lease.release()
    // Where even this cannot be written, the run counts as failed when its lease has passed.
    await log.end(number, ending).catch((error: unknown) => (cause ??= error))
    const seconds = (performance.now() - start) / 1000
    onEnd?.({ job_id: job.job_id, request_id: requestId, ending, seconds, cause })
  }

  #logOf({ payload }: JobRecord): DeploymentLog {
    const { store, lease_ms } = this.#parts
    return new DeploymentLog(store, payload.deployment_id, lease_ms, this.#memory)
  }

  #selection(payload: ConfiguratorPayload, limits: SizeLimits): HardwareSelection {
    return selectHardware(this.#parts.hardware, resolveModules(payload, limits).deployment_profile)
  }
}

const UNLIMITED: SizeLimits = { compute_containers_max: Infinity, bess_capacity_mwh_max: Infinity }

const stopped = (): EdpError =>
  new EdpError('internal', 'the service was stopped before the package was complete; post the payload again')

/** What a request asks of the store, for as long as its caller may be kept waiting. */
async function inTime<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(REQUEST_MS)
  try {
    return await ask(signal)
  } catch (error) {
    if (!signal.aborted) throw error
    const seconds = REQUEST_MS / 1000
    throw new EdpError('store_failure', `the artifact store did not answer within ${seconds} s`, [], {
      cause: error,
    })
  }
}

/** Waits until no older run can write any more, so that two packages never mix. */
async function olderRunsEnded(log: DeploymentLog, number: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    const older = (await log.runs({ signal })).filter((run) => run.number < number && log.isAlive(run))
    if (older.length === 0) return
    await delay(LOOK_MS, undefined, { signal }).catch(() => undefined)
    signal.throwIfAborted()
  }
}

/** What callers are told: the message of an error that was thrown on purpose, nothing of any other. */
function errorText(error: unknown): string {
  const { code, message } = error as Partial<EdpError>
  const isOwn = error instanceof Error && error.name === 'EdpError' && code !== undefined
  return isOwn
    ? (message ?? code).slice(0, ERROR_LENGTH)
    : 'internal error; the log of the service has the details'
}
