import { EdpError } from '@edp/schemas'

import type { StoreOptions } from './artifact-store.ts'
import { retrying, type RetryPolicy } from './retry.ts'
import { assertHeldOfRequest } from './s3-client.ts'
import { describeS3Error, isAbsent, isTransient } from './s3-errors.ts'

/** The SDK's own quota runs dry after some 35 retries, so a restart of the server is outlasted here. */
const RETRY: RetryPolicy = { attempts: 10, first_pause_ms: 100, longest_pause_ms: 4_000, budget_ms: 60_000 }

/** How requests are made. */
export interface RequestPolicy {
  /** Names the store in errors. */
  readonly location: string
  /** Longest time for one request, body included, ms. */
  readonly deadline_ms: number
  readonly retry?: RetryPolicy | undefined
  readonly onRetry?: (() => void) | undefined
}

/** Makes requests: each attempt under a total deadline, tried again while the error may pass. */
export class S3Requests {
  readonly #policy: RequestPolicy

  constructor(policy: RequestPolicy) {
    this.#policy = policy
  }

  /**
   * @throws {EdpError} `store_failure` saying what could not be done and why; the signal's reason when it is aborted.
   */
  async attempt<T>(
    what: string,
    send: (signal: AbortSignal) => Promise<T>,
    { signal, assertHeld }: StoreOptions = {},
  ): Promise<T> {
    const { location, deadline_ms, retry = RETRY, onRetry } = this.#policy
    const once = (): Promise<T> =>
      withDeadline(deadline_ms, signal, (ends) =>
        assertHeld === undefined ? send(ends) : assertHeldOfRequest.run(assertHeld, () => send(ends)),
      )
    try {
      return await retrying(retry, isTransient, once, signal, onRetry)
    } catch (error) {
      if (signal?.aborted === true) throw error
      const message = `cannot ${what} in ${location}: ${describeS3Error(error)}`
      throw new EdpError('store_failure', message, [], { cause: error })
    }
  }

  /** The same; null where the object is not there. */
  async find<T>(
    what: string,
    send: (signal: AbortSignal) => Promise<T>,
    options: StoreOptions = {},
  ): Promise<T | null> {
    return this.attempt(what, send, options).catch((error: unknown) => {
      if (isAbsent(causeOf(error))) return null
      throw error
    })
  }
}

/**
 * Ends `send` at its deadline or when `signal` is aborted. `AbortSignal.any` would not do: on Node 20 it lets its
 * `AbortSignal.timeout` be collected as garbage, and what hangs then hangs for ever.
 */
async function withDeadline<T>(
  deadline_ms: number,
  signal: AbortSignal | undefined,
  send: (ends: AbortSignal) => Promise<T>,
): Promise<T> {
  const ends = new AbortController()
  const stop = (): void => {
    ends.abort(signal?.reason)
  }
  const timer = setTimeout(() => {
    ends.abort(new DOMException(`no reply within ${deadline_ms} ms`, 'TimeoutError'))
  }, deadline_ms)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    return await send(ends.signal)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

/** The error of the SDK behind one of ours. */
export const causeOf = (error: unknown): unknown => (error as Error).cause ?? error
