import { randomUUID } from 'node:crypto'

import { EdpError } from '@edp/schemas'
import * as z from 'zod'

import type { ArtifactStore, ObjectInfo, StoreOptions } from '../storage/artifact-store.ts'
import { jsonBytes, jsonOf } from './job-record.ts'

const RunRecord = z.object({ job_id: z.guid() })
const Ending = z.object({ status: z.enum(['complete', 'failed']), error: z.string().nullable() }).readonly()
/** How a run has ended. */
export type Ending = z.infer<typeof Ending>

/** One attempt to make a deployment's package. The run with the highest number is the one that counts. */
export interface Run {
  readonly number: number
  /** Last sign of life, ms by the store's clock. */
  readonly seen_ms: number
  readonly has_ended: boolean
}

/** What a claim has led to: a run of one's own, or the same job's run that is under way. */
export type Claim = { readonly joined: true } | { readonly joined: false; readonly number: number }

/** Old runs that are kept for people to read. */
const KEPT_RUNS = 20
const CLAIM_ATTEMPTS = 50
const FILE = /\/(\d{8})\.(run|beat|end)\.json$/

/**
 * The numbered runs of a deployment, in the store: `{number}.run.json` says which job runs, `.beat.json` is rewritten as
 * a sign of life, `.end.json` tells how it ended. Numbers are taken by create-if-absent, so replicas agree on the order
 * of POSTs without talking to each other.
 */
export class DeploymentLog {
  readonly store: ArtifactStore
  readonly lease_ms: number
  readonly #prefix: string

  constructor(store: ArtifactStore, deploymentId: string, lease_ms: number) {
    this.store = store
    this.lease_ms = lease_ms
    this.#prefix = `edp-jobs/deployments/${deploymentId}/`
  }

  /** All runs, the oldest first. */
  async runs(options: StoreOptions = {}): Promise<Run[]> {
    const files = await this.store.list(this.#prefix, options)
    const numbers = new Map<number, { kind: string; info: ObjectInfo }[]>()
    for (const info of files) {
      const [, digits, kind] = FILE.exec(info.key) ?? []
      if (digits === undefined || kind === undefined) continue
      const number = Number(digits)
      numbers.set(number, [...(numbers.get(number) ?? []), { kind, info }])
    }
    return [...numbers]
      .filter(([, parts]) => parts.some(({ kind }) => kind === 'run'))
      .map(([number, parts]) => ({
        number,
        seen_ms: Math.max(...parts.map(({ info }) => info.modified_ms)),
        has_ended: parts.some(({ kind }) => kind === 'end'),
      }))
      .sort((a, b) => a.number - b.number)
  }

  /** Whether a run is neither ended nor abandoned by a process that has gone. */
  isAlive(run: Run): boolean {
    return !run.has_ended && this.store.now() - run.seen_ms <= this.lease_ms
  }

  /** Job that a run makes. */
  async jobIdOf(run: Run): Promise<string> {
    const bytes = await this.store.get(this.#key(run.number, 'run'))
    return bytes === null ? '' : RunRecord.parse(jsonOf(bytes)).job_id
  }

  /**
   * Takes the next number for a job, or joins the newest run when it is the same job and alive.
   *
   * @throws {EdpError} `store_failure` when other replicas are quicker every time.
   */
  async claim(jobId: string): Promise<Claim> {
    const record = jsonBytes({ job_id: jobId, owner: randomUUID() })
    for (let attempt = 0; attempt < CLAIM_ATTEMPTS; attempt++) {
      const newest = (await this.runs()).at(-1)
      if (newest !== undefined && this.isAlive(newest) && (await this.jobIdOf(newest)) === jobId)
        return { joined: true }
      const number = (newest?.number ?? 0) + 1
      if (await this.store.put(this.#key(number, 'run'), record, { if_absent: true }))
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
    await this.store.put(this.#key(number, 'end'), jsonBytes(ending))
    const old = (await this.runs()).filter((run) => run.number <= number - KEPT_RUNS)
    for (const run of old)
      for (const kind of ['beat', 'end', 'run'] as const) await this.store.delete(this.#key(run.number, kind))
  }

  /** How a run has ended, or null. */
  async ending(run: Run): Promise<Ending | null> {
    const bytes = await this.store.get(this.#key(run.number, 'end'))
    return bytes === null ? null : Ending.parse(jsonOf(bytes))
  }

  #key(number: number, kind: 'run' | 'beat' | 'end'): string {
    return `${this.#prefix}${String(number).padStart(8, '0')}.${kind}.json`
  }
}
