import { expect, test } from 'vitest'

import { isTransient } from './s3-errors.ts'

const refused = (name: string, httpStatusCode: number): object => ({ name, $metadata: { httpStatusCode } })

test.each([
  refused('XAmzContentSHA256Mismatch', 400),
  refused('BadDigest', 400),
  refused('IncompleteBody', 400),
  refused('RequestTimeout', 400),
  refused('SlowDown', 503),
  refused('ConditionalRequestConflict', 409),
  { name: 'Error', code: 'ECONNRESET' },
])('$name may pass: it is tried again', (error) => {
  expect(isTransient(error)).toBe(true)
})

test.each([
  refused('AccessDenied', 403),
  refused('NoSuchBucket', 404),
  refused('InvalidRequest', 400),
  refused('PreconditionFailed', 412),
])('$name will not pass', (error) => {
  expect(isTransient(error)).toBe(false)
})
