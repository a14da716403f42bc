import { randomUUID } from 'node:crypto'

import { scratchDirectory } from '@edp/testing'
import { expect, test } from 'vitest'

import { brokenStore } from '../../test/setup/broken-store.ts'
import { DirectoryStore } from '../storage/directory-store.ts'
import { DeploymentLog } from './deployment-log.ts'

const DONE = { status: 'complete', error: null } as const

test('long-past runs are forgotten, but never one that is alive: newer ones wait for it', async () => {
  const log = new DeploymentLog(new DirectoryStore(scratchDirectory()), randomUUID(), 60_000)
  await log.claim(randomUUID()) // number 1 publishes all the while
  for (let number = 2; number <= 30; number++) {
    await log.claim(randomUUID())
    await log.end(number, DONE)
  }
  const numbers = (await log.runs()).map((run) => run.number)
  expect(numbers).toEqual([1, ...Array.from({ length: 5 }, (_, i) => 26 + i)])
  await log.end(1, DONE)
  await log.claim(randomUUID())
  await log.end(31, DONE)
  expect((await log.runs()).map((run) => run.number)).toEqual(Array.from({ length: 5 }, (_, i) => 27 + i))
})

test('what is remembered of a run is not told of another one', async () => {
  const store = new DirectoryStore(scratchDirectory())
  const log = new DeploymentLog(store, randomUUID(), 60_000)
  const [first, second] = [randomUUID(), randomUUID()]
  await log.claim(first)
  const [run] = await log.runs()
  expect(await log.jobIdOf(run!)).toBe(first)
  expect(await log.ending(run!)).toBeNull()
  for (const { key } of await store.list('edp-jobs')) await store.delete(key)
  await log.claim(second)
  expect(await log.jobIdOf((await log.runs())[0]!)).toBe(second)
})

test('an ending is told when the store has it, so that no other replica joins a run that is over', async () => {
  const store = new DirectoryStore(scratchDirectory())
  let open = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const slow = {
    ...brokenStore(store, () => false),
    put: async (...[key, bytes, options]: Parameters<typeof store.put>) => {
      if (key.endsWith('.end.json')) await gate
      return store.put(key, bytes, options)
    },
  }
  const [deployment, job] = [randomUUID(), randomUUID()]
  const log = new DeploymentLog(slow, deployment, 60_000)
  await log.claim(job)
  const told = log.end(1, { status: 'failed', error: 'disk full' })
  const [run] = await log.runs()
  expect(await log.ending(run!)).toBeNull()
  expect(await new DeploymentLog(store, deployment, 60_000).claim(job)).toEqual({ joined: true })
  open()
  await told
  const [ended] = await log.runs()
  expect(await log.ending(ended!)).toEqual({ status: 'failed', error: 'disk full' })
  expect(await new DeploymentLog(store, deployment, 60_000).claim(job)).toEqual({ joined: false, number: 2 })
})

test('an ending that the store does not take is known where the run was made', async () => {
  const store = brokenStore(new DirectoryStore(scratchDirectory()), (key) => key.endsWith('.end.json'))
  const log = new DeploymentLog(store, randomUUID(), 60_000)
  await log.claim(randomUUID())
  await expect(log.end(1, DONE)).rejects.toThrow('ENOSPC')
  const [run] = await log.runs()
  expect(await log.ending(run!)).toEqual(DONE)
})
