import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import { ARTIFACT_BUCKET } from '@edp/schemas'
import { scratchDirectory } from '@edp/testing'
import { expect, test } from 'vitest'

import { DirectoryStore } from '../../src/storage/directory-store.ts'
import { catalogueDirectory } from '../setup/fakes.ts'
import { freshPayload, readPackage } from '../setup/packages.ts'
import { accept, audit, newLedger, outcome } from './ledger.ts'
import { bundleReplica, startReplica } from './replica-process.ts'

/** A world in which a disk of 1 MiB can be mounted; whoever is not root becomes so inside it. */
const UNSHARE = ['unshare', ...(process.getuid?.() === 0 ? ['-m'] : ['-rm'])]

test('disk full in mid-job: failed with the key and the reason, no half package, and the retry completes', async (context) => {
  const probe = spawnSync(UNSHARE[0]!, [...UNSHARE.slice(1), 'mount', '-t', 'tmpfs', 'none', '/mnt'])
  // Not a tool that could be installed: some kernels let nobody mount in a namespace of their own.
  context.skip(probe.status !== 0, 'unshare -m may not mount here')
  const root = scratchDirectory()
  const program = await bundleReplica()
  const script = `mount -t tmpfs -o size=1m none '${root}' && exec '${process.execPath}' '${program}'`
  const replica = await startReplica(
    program,
    { EDP_STORE_DIR: root, EDP_CATALOGUE_DIR: catalogueDirectory(), EDP_LEASE_SECONDS: '5' },
    ['unshare', ...UNSHARE.slice(1), 'sh', '-c', script],
  )
  context.onTestFinished(() => replica.kill())
  // The disk exists for the replica alone; its root directory shows it.
  const disk = join('/proc', String(replica.pid), 'root', root)
  const store = new DirectoryStore(join(disk, ARTIFACT_BUCKET))
  const ledger = newLedger()
  const ask = replica.request

  const before = freshPayload()
  expect((await outcome(ledger, ask, await accept(ledger, ask, before))).status).toBe('complete')
  fill(join(disk, 'filler'), 40 << 10) // room for the job's records and some files, not for all

  const payload = freshPayload()
  const jobId = await accept(ledger, ask, payload)
  const result = await outcome(ledger, ask, jobId)
  expect(result.status).toBe('failed')
  expect(result.error).toMatch(new RegExp(`^cannot write edp/${payload.deployment_id}/[\\w.-]+: ENOSPC$`))
  expect(await readPackage(store, payload.deployment_id)).toBeNull()
  expect((await readPackage(store, before.deployment_id))?.flaws).toEqual([])
  fill(join(disk, 'filler2'), 0)
  await new Promise((resolve) => setTimeout(resolve, 2_500)) // an answer of the probe is good for two seconds
  expect((await ask('GET', '/edp-api/health/ready')).status).toBe(503)
  expect((await ask('GET', '/edp-api/health/live')).status).toBe(200)

  for (const name of readdirSync(disk).filter((entry) => entry.startsWith('filler'))) rmSync(join(disk, name))
  expect((await outcome(ledger, ask, await accept(ledger, ask, payload))).status).toBe('complete')
  await audit(ledger, ask, store)
  const temporary = join(disk, ARTIFACT_BUCKET, '.tmp')
  expect(existsSync(temporary) ? readdirSync(temporary) : []).toEqual([])
  console.log(`disk full: ${ledger.tries} tries, ${ledger.losses.length} losses: ${result.error ?? ''}`)
  expect(ledger.losses).toEqual([])
})

/** Fills a disk with one file and leaves so many bytes free. */
function fill(path: string, leaving: number): void {
  const file = openSync(path, 'w')
  let size = 0
  try {
    for (const block = new Uint8Array(4096); ;) size += writeSync(file, block)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
  truncateSync(path, size - leaving)
}
