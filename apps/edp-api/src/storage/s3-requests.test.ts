import { setTimeout as delay } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { expect, test } from 'vitest'

import { S3Requests } from './s3-requests.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
const ONCE = { attempts: 1, first_pause_ms: 1, longest_pause_ms: 1, budget_ms: 1_000 }
const requests = new S3Requests({ location: 'a store', deadline_ms: 200, retry: ONCE })

/** A request that never answers by itself. */
const hangs = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error)
    })
  })

test('a request that hangs ends at its deadline, whatever is collected as garbage meanwhile', async () => {
  const caller = new AbortController()
  const made = requests.attempt('read it', hangs, { signal: caller.signal })
  for (let i = 0; i < 4; i++) {
    collectGarbage()
    await delay(10)
  }
  await expect(made).rejects.toMatchObject({ code: 'store_failure' })
})

test('a request ends with the reason of its caller', async () => {
  const caller = new AbortController()
  const made = requests.attempt('read it', hangs, { signal: caller.signal })
  caller.abort(new Error('no longer wanted'))
  await expect(made).rejects.toThrow('no longer wanted')
})
