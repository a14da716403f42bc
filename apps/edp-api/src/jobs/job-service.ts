import { setTimeout as delay } from 'node:timers/promises'

import { selectHardware } from '@edp/hardware-selector'
import { resolveModules, type SizeLimits } from '@edp/module-resolver'
import {
  artifactRefs,
  type ArtifactRef,
  type ConfiguratorPayload,
  type HardwareSelection,
  type JobCreated,
  type JobResult,
} from '@edp/schemas'

import { isWholePackage } from '../pipeline/check-package.ts'
import { DeploymentLog, RunMemory } from './deployment-log.ts'
import { inTime } from './in-time.ts'
import { endingOf } from './job-ending.ts'
import { jobOf, loadJob, saveJob, type JobRecord } from './job-record.ts'
import type { JobServiceParts } from './job-service-parts.ts'
import { Lease } from './lease.ts'
import { makeJob } from './make-job.ts'
import { damagedJob, makeAgain } from './overtaken.ts'
import { Recent } from './recent.ts'
import { ServiceBusy } from './service-busy.ts'
import { ServiceStopped } from './service-stopped.ts'
import { WaitingRoom } from './waiting-room.ts'

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

/**
 * Takes jobs, makes them, and answers for them. All state is in the store: any replica answers for any job. What is under
 * way when a replica is stopped goes on with the next one that is asked for it; what dies with its replica has failed.
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
    if (!isHere && this.#isFull()) throw new ServiceBusy('the queue of jobs is full')
    await inTime((signal) => this.#begin(job, selection, requestId, signal))
    const status_url = `/edp-api/jobs/${job.job_id}`
    return { job_id: job.job_id, status_url, edp_artifact_urls: artifactRefs(payload, selection) }
  }

  /** State of a job, or null when no such job was posted. One that a stopped replica has left goes on here. */
  async result(jobId: string, requestId = ''): Promise<JobResult | null> {
    return inTime((signal) => this.#result(jobId, requestId, signal))
  }

  async #result(jobId: string, requestId: string, signal: AbortSignal): Promise<JobResult | null> {
    const job = this.#known.get(jobId) ?? (await loadJob(this.#parts.store, jobId, { signal }))
    if (job === null) return null
    this.#known.set(jobId, job)
    const selection = this.#selection(job.payload, UNLIMITED)
    const edp_artifact_urls: ArtifactRef[] = artifactRefs(job.payload, selection)
    const ending = await endingOf(job, this.#logOf(job), signal)
    const isLeft = ending?.handed_over === true
    if (isLeft && !this.#isStopping && !this.#isFull()) await this.#begin(job, selection, requestId, signal)
    if (ending === null || isLeft) return { status: 'running', edp_artifact_urls, error: null }
    return { status: ending.status, edp_artifact_urls, error: ending.error }
  }

  /** Takes no more jobs, lets those under way finish for a while, and hands the others over. */
  async stop(graceMs: number): Promise<void> {
    this.#isStopping = true
    await Promise.race([this.#idle(), delay(graceMs, undefined, { ref: false })])
    for (const { lease } of this.#active) lease.abort(new ServiceStopped())
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

  #isFull(): boolean {
    return this.#active.size + this.#accepting >= this.#parts.queue_limit
  }

  async #begin(
    job: JobRecord,
    selection: HardwareSelection,
    requestId: string,
    signal: AbortSignal,
  ): Promise<void> {
    this.#accepting++
    try {
      await this.#claim(job, selection, requestId, signal)
    } finally {
      this.#accepting--
    }
  }

  async #claim(
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
    if (this.#isAborting) lease.abort(new ServiceStopped())
    const saved = saveJob(store, job, { signal }).then(() => {
      this.#known.set(job_id, job)
    })
    const run = { job, selection, requestId, log, lease, number, saved }
    const done = makeJob(run, this.#parts, this.#room)
    const active = { job_id, deployment_id, number, lease, done }
    this.#active.add(active)
    void done
      .finally(() => this.#active.delete(active))
      .then(() => (lease.isOvertaken ? this.#repair(log, number, requestId) : undefined))
      .catch((error: unknown) => this.#parts.onRepairFailure?.(job_id, error))
    await saved
  }

  /** Makes the package again that a run may have damaged which wrote after its lease. */
  async #repair(log: DeploymentLog, number: number, requestId: string): Promise<void> {
    const { store } = this.#parts
    const damaged = await damagedJob(log, number)
    const job = damaged === null ? null : await loadJob(store, damaged)
    if (job === null || (await isWholePackage(store, job.payload.deployment_id))) return
    const selection = this.#selection(job.payload, UNLIMITED)
    await makeAgain(log, job.job_id, async () => {
      if (this.#isStopping) return
      await inTime((signal) => this.#begin(job, selection, requestId, signal))
      await [...this.#active].find(({ job_id }) => job_id === job.job_id)?.done
    })
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
