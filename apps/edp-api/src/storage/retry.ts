import { setTimeout as delay } from 'node:timers/promises'

/** How often and how long something is tried again. */
export interface RetryPolicy {
  /** Attempts in all. */
  readonly attempts: number
  /** Pause after the first failure, ms; doubled each time, with full jitter. */
  readonly first_pause_ms: number
  readonly longest_pause_ms: number
  /** No new attempt after this time, ms. */
  readonly budget_ms: number
}

/**
 * Calls `operation` until it succeeds, fails for good or the policy is used up.
 *
 * @throws the last error, or the signal's reason.
 */
export async function retrying<T>(
  policy: RetryPolicy,
  isTransient: (error: unknown) => boolean,
  operation: () => Promise<T>,
  signal?: AbortSignal,
  onRetry: () => void = () => undefined,
): Promise<T> {
  const start = performance.now()
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted()
    try {
      return await operation()
    } catch (error) {
      signal?.throwIfAborted()
      const spent = performance.now() - start
      if (!isTransient(error) || attempt >= policy.attempts || spent > policy.budget_ms) throw error
      const pause = Math.min(policy.longest_pause_ms, policy.first_pause_ms * 2 ** (attempt - 1))
      onRetry()
      await delay(Math.random() * pause, undefined, signal === undefined ? {} : { signal }).catch(
        () => undefined,
      )
    }
  }
}
