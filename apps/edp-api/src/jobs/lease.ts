import { EdpError } from '@edp/schemas'

import type { DeploymentLog } from './deployment-log.ts'

/** Signs of life within one lease. */
const BEATS_PER_LEASE = 6
/** Share of the lease after which a writer that cannot reach the store stops by itself, well before others take over. */
const SAFE_SHARE = 0.6

/**
 * The right of a run to write its deployment's files. It is kept by signs of life in the store; a run that cannot give
 * them stops writing before any other replica could think that it is gone.
 */
export class Lease {
  readonly #log: DeploymentLog
  readonly #number: number
  readonly #stop = new AbortController()
  readonly #lost = new AbortController()
  readonly #timer: NodeJS.Timeout
  #beating: Promise<void> = Promise.resolve()
  /** Own monotonic clock at the beginning of the last sign of life that succeeded, ms. */
  #since: number
  #isPublishing = false
  #isTooOld = false

  /** @param since own monotonic clock before the run was claimed, ms. */
  constructor(log: DeploymentLog, number: number, since: number) {
    this.#log = log
    this.#number = number
    this.#since = since
    this.#timer = setInterval(() => {
      this.#beating = this.#beat()
    }, log.lease_ms / BEATS_PER_LEASE)
  }

  /** Aborted when the run should end: superseded, stopped, or the lease is lost. */
  get stop(): AbortSignal {
    return this.#stop.signal
  }

  /** Aborted when the run must not write any more, not even to finish. */
  get lost(): AbortSignal {
    return this.#lost.signal
  }

  /** Whether the run was still writing when its lease had become too old: others may have taken over by then. */
  get isOvertaken(): boolean {
    return this.#isPublishing && this.#isTooOld
  }

  /** Whether the run has begun to write its package. */
  get isPublishing(): boolean {
    return this.#isPublishing
  }

  /**
   * Called before every write.
   *
   * @throws the reason when the run must not write any more.
   */
  readonly assertHeld = (): void => {
    this.#checkAge()
    this.#lost.signal.throwIfAborted()
  }

  /** Ends the run because of a newer one; a run that is already publishing finishes first, and the newer one waits. */
  supersede(jobId: string): void {
    if (!this.#isPublishing) this.#stop.abort(new EdpError('superseded', `superseded by job ${jobId}`))
  }

  /** Ends the run for another reason, even while it publishes. */
  abort(reason: EdpError): void {
    this.#lose(reason)
  }

  /**
   * From here on the run finishes even when a newer one comes.
   *
   * @throws {EdpError} `superseded` when a newer one is already there.
   */
  async beginPublishing(): Promise<void> {
    await this.#checkNewer()
    this.#stop.signal.throwIfAborted()
    this.assertHeld()
    this.#isPublishing = true
  }

  /** Gives no further sign of life. */
  async release(): Promise<void> {
    clearInterval(this.#timer)
    await this.#beating
  }

  async #beat(): Promise<void> {
    // Before it is given: whoever was frozen must not take back with it what another may have taken over.
    this.#checkAge()
    if (this.#isTooOld) return
    const begun = performance.now()
    const signal = AbortSignal.timeout(this.#log.lease_ms / 2)
    try {
      await this.#log.beat(this.#number, { signal })
      this.#since = Math.max(this.#since, begun)
      await this.#checkNewer()
    } catch {
      // The store is out of reach for the moment; `assertHeld` judges how long that has been.
    }
    this.#checkAge()
  }

  async #checkNewer(): Promise<void> {
    const newest = (await this.#log.runs()).at(-1)
    if (newest !== undefined && newest.number > this.#number) this.supersede(await this.#log.jobIdOf(newest))
  }

  #checkAge(): void {
    const age = performance.now() - this.#since
    if (age <= this.#log.lease_ms * SAFE_SHARE) return
    this.#isTooOld = true
    this.#lose(noContact(age))
  }

  #lose(reason: EdpError): void {
    this.#lost.abort(reason)
    this.#stop.abort(reason)
  }
}

function noContact(age: number): EdpError {
  return new EdpError('store_failure', `no contact with the artifact store for ${Math.round(age / 1000)} s`)
}
