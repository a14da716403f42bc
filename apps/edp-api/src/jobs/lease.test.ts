import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

import { scratchDirectory } from '@edp/testing'
import { onTestFinished, expect, test } from 'vitest'

import { DirectoryStore } from '../storage/directory-store.ts'
import { DeploymentLog } from './deployment-log.ts'
import { Lease } from './lease.ts'

const LEASE_MS = 600

/** The lease of a run that is publishing. */
async function publishing(): Promise<Lease> {
  const log = new DeploymentLog(new DirectoryStore(scratchDirectory()), randomUUID(), LEASE_MS)
  const since = performance.now()
  await log.claim(randomUUID())
  const lease = new Lease(log, 1, since)
  onTestFinished(() => lease.release())
  await lease.beginPublishing()
  return lease
}

/** Stands still as a process does that has been stopped; its timers are overdue when it goes on. */
function freeze(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

test('signs of life keep it for longer than it lasts', async () => {
  const lease = await publishing()
  await delay(2 * LEASE_MS)
  lease.assertHeld()
  expect(lease.isOvertaken).toBe(false)
})

test('a process that was frozen for longer does not take it back with its next sign of life', async () => {
  const lease = await publishing()
  freeze(2 * LEASE_MS)
  // Long enough for a sign of life, before anything is written that would ask.
  await delay(LEASE_MS / 3)
  expect(() => {
    lease.assertHeld()
  }).toThrow('no contact with the artifact store for')
  expect(lease.isOvertaken).toBe(true)
})
