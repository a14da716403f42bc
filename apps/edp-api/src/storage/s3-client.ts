import { AsyncLocalStorage } from 'node:async_hooks'

import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { ARTIFACT_BUCKET, EdpError } from '@edp/schemas'

import type { RetryPolicy } from './retry.ts'
import { describeS3Error } from './s3-errors.ts'

/** What may differ between places; everything else is settled below. */
export interface S3Settings {
  /** Address of an S3-compatible server; null is AWS. */
  readonly endpoint: string | null
  /** `WHEN_REQUIRED` for servers that refuse the SDK's CRC32 header. */
  readonly checksums?: 'WHEN_SUPPORTED' | 'WHEN_REQUIRED'
  readonly region?: string
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
  /** Longest time for one request, body included, ms. */
  readonly deadline_ms?: number
  /** Connections at a time. */
  readonly sockets?: number
  readonly retry?: RetryPolicy
  /** Called for each repeated request. */
  readonly onRetry?: () => void
}

/** Longest time for one request where the settings name none, ms. */
export const DEADLINE_MS = 20_000
const CONNECTION_TIMEOUT_MS = 2_000
const SOCKETS = 32

/** What a request asks at the last moment before it is sent: whether its caller may still write. */
export const assertHeldOfRequest = new AsyncLocalStorage<() => void>()

/** A client whose every request has a time limit; `onDate` is told the server's clock, ms since 1970, with each reply. */
export function openS3Client(settings: S3Settings, onDate: (date_ms: number) => void): S3Client {
  const { endpoint, region, credentials, checksums = 'WHEN_SUPPORTED' } = settings
  const deadline = settings.deadline_ms ?? DEADLINE_MS
  const agent = { keepAlive: true, maxSockets: settings.sockets ?? SOCKETS }
  const client = new S3Client({
    ...(endpoint === null ? {} : { endpoint }),
    ...(region === undefined ? {} : { region }),
    ...(credentials === undefined ? {} : { credentials }),
    // Without it the SDK would look for a host named after the bucket.
    forcePathStyle: endpoint !== null,
    requestChecksumCalculation: checksums,
    responseChecksumValidation: checksums,
    maxAttempts: 2,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      socketTimeout: deadline,
      requestTimeout: deadline,
      // Without it a request timeout is only logged.
      throwOnRequestTimeout: true,
      // Without it bodies from 2 MiB wait for a `100 Continue` that many servers never send.
      expectContinueHeader: false,
      httpAgent: agent,
      httpsAgent: agent,
    },
  })
  client.middlewareStack.add(
    (next) => async (args) => {
      assertHeldOfRequest.getStore()?.() // here, so that it is asked again when the SDK itself tries again
      const result = await next(args)
      const { headers } = result.response as { headers?: Record<string, string> }
      const date = Date.parse(headers?.['date'] ?? '')
      if (!Number.isNaN(date)) onDate(date)
      return result
    },
    { step: 'deserialize', name: 'storeClock', priority: 'low' },
  )
  return client
}

/**
 * Makes the bucket where there is none.
 *
 * @throws {EdpError} `store_failure` with the reason.
 */
export async function createBucket(client: S3Client): Promise<void> {
  try {
    await client.send(new CreateBucketCommand({ Bucket: ARTIFACT_BUCKET }))
  } catch (error) {
    if (/BucketAlready/.test((error as Error).name)) return
    const message = `cannot create s3://${ARTIFACT_BUCKET}: ${describeS3Error(error)}`
    throw new EdpError('store_failure', message, [], { cause: error })
  }
}
