import { randomUUID } from 'node:crypto'

import { scratchDirectory } from '@edp/testing'
import { expect, test } from 'vitest'

import { DirectoryStore } from '../storage/directory-store.ts'
import { DeploymentLog } from './deployment-log.ts'
import { damagedJob, makeAgain } from './overtaken.ts'

const COMPLETE = { status: 'complete', error: null } as const
const newLog = (): DeploymentLog =>
  new DeploymentLog(new DirectoryStore(scratchDirectory()), randomUUID(), 60_000)

test('the newest run alone has damaged nothing', async () => {
  const log = newLog()
  await log.claim(randomUUID())
  expect(await damagedJob(log, 1)).toBeNull()
})

test('a newer package is made again when its run has ended, a failed one is not', async () => {
  const log = newLog()
  const newer = randomUUID()
  await log.claim(randomUUID())
  await log.claim(newer)
  const damaged = damagedJob(log, 1)
  await log.end(2, COMPLETE)
  expect(await damaged).toBe(newer)
  await log.claim(randomUUID())
  await log.end(3, { status: 'failed', error: 'disk full' })
  expect(await damagedJob(log, 1)).toBeNull()
})

test('a run that comes later writes every file anyway', async () => {
  const log = newLog()
  await log.claim(randomUUID())
  await log.claim(randomUUID())
  const damaged = damagedJob(log, 1)
  await new Promise((resolve) => setTimeout(resolve, 100)) // by now it has seen the second one
  await log.end(2, COMPLETE)
  await log.claim(randomUUID())
  expect(await damaged).toBeNull()
})

test('a package is made again until a run of it is complete, and no more when another one came', async () => {
  const log = newLog()
  const job = randomUUID()
  let made = 0
  const ends = async (ending: { status: 'complete' | 'failed'; error: string | null }): Promise<void> => {
    await log.claim(job)
    await log.end(++made, ending)
  }
  await makeAgain(log, job, () => ends(made === 0 ? { status: 'failed', error: 'no contact' } : COMPLETE))
  expect(made).toBe(2)
  await makeAgain(log, job, async () => {
    await log.claim(randomUUID())
  })
  expect(made).toBe(2)
})
