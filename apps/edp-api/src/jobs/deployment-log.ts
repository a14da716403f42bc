import { randomUUID } from 'node:crypto'

import { EdpError } from '@edp/schemas'
import * as z from 'zod'

import type { ArtifactStore, ObjectInfo, StoreOptions } from '../storage/artifact-store.ts'
import { jsonBytes, jsonOf } from './job-record.ts'
import { Recent } from './recent.ts'

const RunRecord = z.object({ job_id: z.guid() })
const Ending = z
  .object({
    status: z.enum(['complete', 'failed']),
    error: z.string().nullable(),
    /** Set where the replica was stopped: the job is not over, whoever is asked for it goes on. */
    handed_over: z.literal(true).exactOptional(),
  })
  .readonly()
/** How a run has ended. */
export type Ending = z.infer<typeof Ending>

/** One attempt to make a deployment's package. The run with the highest number is the one that counts. */
export interface Run {
  readonly number: number
  /** Last sign of life, ms by the store's clock. */
  readonly seen_ms: number
  readonly has_ended: boolean
  /** Names this content of the run's records, which never change, across all deployments. */
  readonly version: string
}

/** What a claim has led to: a run of one's own, or the same job's run that is under way. */
export type Claim = { readonly joined: true } | { readonly joined: false; readonly number: number }

/** What was read of runs: their jobs and endings are written once, so that a poll asks the store no more than needed. */
export class RunMemory {
  readonly job_ids = new Recent<string>(REMEMBERED)
  readonly endings = new Recent<Ending>(REMEMBERED)
  /** How runs of this replica have ended that the store has not been told of: it is full, or out of reach. */
  readonly untold = new Recent<Ending>(REMEMBERED)
}

const REMEMBERED = 5_000
/** Old runs that are kept for people to read; every look at a job lists them. */
const KEPT_RUNS = 5
const CLAIM_ATTEMPTS = 50
const FILE = /\/(\d{8})\.(run|beat|end)\.json$/

type Kind = 'run' | 'beat' | 'end'

/**
 * The numbered runs of a deployment, in the store: `{number}.run.json` says which job runs, `.beat.json` is rewritten as
 * a sign of life, `.end.json` tells how it ended. Numbers are taken by create-if-absent, so replicas agree on the order
 * of POSTs without talking to each other.
 */
export class DeploymentLog {
  readonly store: ArtifactStore
  readonly lease_ms: number
  readonly #prefix: string
  readonly #memory: RunMemory

  constructor(store: ArtifactStore, deploymentId: string, lease_ms: number, memory = new RunMemory()) {
    this.store = store
    this.lease_ms = lease_ms
    this.#prefix = `edp-jobs/deployments/${deploymentId}/`
    this.#memory = memory
  }

  /** All runs, the oldest first. */
  async runs(options: StoreOptions = {}): Promise<Run[]> {
    const files = await this.store.list(this.#prefix, options)
    const numbers = new Map<number, Partial<Record<Kind, ObjectInfo>>>()
    for (const info of files) {
      const [, digits, kind] = FILE.exec(info.key) ?? []
      if (digits === undefined || kind === undefined) continue
      const number = Number(digits)
      numbers.set(number, { ...numbers.get(number), [kind]: info })
    }
    return [...numbers]
      .flatMap(([number, { run, beat, end }]) =>
        run === undefined
          ? []
          : {
              number,
              seen_ms: Math.max(...[run, beat, end].map((info) => info?.modified_ms ?? 0)),
              has_ended: end !== undefined || this.#memory.untold.get(this.#key(number, 'run')) !== undefined,
              version: `${this.#key(number, 'run')} ${run.version} ${end?.version ?? ''}`,
            },
      )
      .sort((a, b) => a.number - b.number)
  }

  /** Whether a run is neither ended nor abandoned by a process that has gone. */
  isAlive(run: Run): boolean {
    return !run.has_ended && this.store.now() - run.seen_ms <= this.lease_ms
  }

  /** Job that a run makes. */
  async jobIdOf(run: Run, options: StoreOptions = {}): Promise<string> {
    const known = this.#memory.job_ids.get(run.version)
    if (known !== undefined) return known
    const bytes = await this.store.get(this.#key(run.number, 'run'), options)
    if (bytes === null) return ''
    const { job_id } = RunRecord.parse(jsonOf(bytes))
    this.#memory.job_ids.set(run.version, job_id)
    return job_id
  }

  /**
   * Takes the next number for a job, or joins the newest run when it is the same job and alive.
   *
   * @throws {EdpError} `store_failure` when other replicas are quicker every time.
   */
  async claim(jobId: string, options: StoreOptions = {}): Promise<Claim> {
    const record = jsonBytes({ job_id: jobId, owner: randomUUID() })
    for (let attempt = 0; attempt < CLAIM_ATTEMPTS; attempt++) {
      const newest = (await this.runs(options)).at(-1)
      if (newest !== undefined && this.isAlive(newest) && (await this.jobIdOf(newest, options)) === jobId)
        return { joined: true }
      const number = (newest?.number ?? 0) + 1
      if (!(await this.store.put(this.#key(number, 'run'), record, { ...options, if_absent: true }))) continue
      this.#memory.untold.delete(this.#key(number, 'run')) // of records that somebody has removed
      return { joined: false, number }
    }
    throw new EdpError(
      'store_failure',
      `no run of ${this.#prefix} could be claimed in ${CLAIM_ATTEMPTS} attempts`,
    )
  }

  /** A sign of life of a run. */
  async beat(number: number, options: StoreOptions = {}): Promise<void> {
    await this.store.put(this.#key(number, 'beat'), jsonBytes({ number }), options)
  }

  /** Tells how a run has ended, and forgets long-past ones. */
  async end(number: number, ending: Ending): Promise<void> {
    try {
      await this.store.put(this.#key(number, 'end'), jsonBytes(ending))
    } catch (error) {
      // Not before: an ending that only this replica knows would let another one join a run that is over.
      this.#memory.untold.set(this.#key(number, 'run'), ending)
      throw error
    }
    // One that is still alive may be publishing, and newer ones wait for it: it is never forgotten.
    const old = (await this.runs()).filter((run) => run.number <= number - KEPT_RUNS && !this.isAlive(run))
    for (const run of old)
      for (const kind of ['beat', 'end', 'run'] as const) await this.store.delete(this.#key(run.number, kind))
  }

  /** How a run has ended, or null. */
  async ending(run: Run, options: StoreOptions = {}): Promise<Ending | null> {
    if (!run.has_ended) return null
    const known =
      this.#memory.untold.get(this.#key(run.number, 'run')) ?? this.#memory.endings.get(run.version)
    if (known !== undefined) return known
    const bytes = await this.store.get(this.#key(run.number, 'end'), options)
    if (bytes === null) return null
    const ending = Ending.parse(jsonOf(bytes))
    this.#memory.endings.set(run.version, ending)
    return ending
  }

  #key(number: number, kind: Kind): string {
    return `${this.#prefix}${String(number).padStart(8, '0')}.${kind}.json`
  }
}
