import { EdpError } from '@edp/schemas'

/** A request that the store keeps waiting for so long is answered with 503, long before callers give up, ms. */
const REQUEST_MS = 15_000

/** What a request asks of the store, for as long as its caller may be kept waiting. */
export async function inTime<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
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
