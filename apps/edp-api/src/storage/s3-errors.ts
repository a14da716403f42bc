/** The parts of an SDK or socket error that decisions are made on. */
interface S3Error {
  readonly name?: string
  readonly code?: string
  readonly message?: string
  readonly $metadata?: { readonly httpStatusCode?: number }
}

const TRANSIENT_NAMES = [
  'TimeoutError',
  'AbortError',
  'RequestTimeout',
  'RequestTimeTooSkewed',
  'SlowDown',
  'CorruptTransfer',
  // The server got other bytes than were sent, and says so.
  'BadDigest',
  'IncompleteBody',
  'XAmzContentSHA256Mismatch',
  'XAmzContentChecksumMismatch',
]
const TRANSIENT_CODES = [
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ERR_STREAM_PREMATURE_CLOSE',
]
/** Request timeout, conflicting conditional requests (the SDK does not retry them), too many requests. */
const TRANSIENT_STATUS = [408, 409, 429]

/** Bytes arrived other than they were sent. */
export class CorruptTransfer extends Error {
  override readonly name = 'CorruptTransfer'
}

/** Whether the same request may succeed a moment later. */
export function isTransient(error: unknown): boolean {
  const { name = '', code = '', message = '', $metadata } = error as S3Error
  const status = $metadata?.httpStatusCode ?? 0
  return (
    TRANSIENT_NAMES.includes(name) ||
    TRANSIENT_CODES.includes(code) ||
    status >= 500 ||
    TRANSIENT_STATUS.includes(status) ||
    // The body ended early or has another checksum than the reply's head said; the SDK retries neither.
    /aborted|checksum mismatch/i.test(message)
  )
}

/** Whether the object is not there. */
export function isAbsent(error: unknown): boolean {
  const { name = '', $metadata } = error as S3Error
  return (
    ['NoSuchKey', 'NotFound'].includes(name) || ($metadata?.httpStatusCode === 404 && name !== 'NoSuchBucket')
  )
}

/** Whether a condition of the request did not hold; S3 has sent the name with other status codes than 412, too. */
export function isPreconditionFailed(error: unknown): boolean {
  const { name = '', $metadata } = error as S3Error
  return name === 'PreconditionFailed' || $metadata?.httpStatusCode === 412
}

/** One line for people: the service's code and text, never a stack. */
export function describeS3Error(error: unknown): string {
  const { name = 'Error', code, message = '' } = error as S3Error
  return [...new Set([name, code, message])].filter((part) => part !== undefined && part !== '').join(': ')
}

/** The MD5 of a stored content, or null where the ETag is something else: encrypted by KMS or put in several parts. */
export function md5Of(
  etag: string | undefined,
  reply: {
    readonly ServerSideEncryption?: string | undefined
    readonly SSECustomerAlgorithm?: string | undefined
  },
): string | null {
  const value = etag?.replaceAll('"', '') ?? ''
  const encrypted = /kms/.test(reply.ServerSideEncryption ?? '') || reply.SSECustomerAlgorithm !== undefined
  return /^[0-9a-f]{32}$/.test(value) && !encrypted ? value : null
}
