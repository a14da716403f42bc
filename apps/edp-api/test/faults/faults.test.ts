import { setTimeout as delay } from 'node:timers/promises'

import { JobCreated } from '@edp/schemas'
import { expect, test, type TestContext } from 'vitest'

import { JobService } from '../../src/jobs/job-service.ts'
import { Catalogue } from '../../src/pipeline/catalogue.ts'
import { S3Store } from '../../src/storage/s3-store.ts'
import { fakeGenerate, fillCatalogue, HARDWARE } from '../setup/fakes.ts'
import { faultProxy, type Fault, type Plan } from '../setup/fault-proxy.ts'
import { testService } from '../setup/http.ts'
import { freshPayload, readPackage } from '../setup/packages.ts'
import { motoSettings } from '../setup/stores.ts'
import { accept, audit, newLedger, outcome, type Ask } from './ledger.ts'
import { randomNumbers, seedOfRun } from './random.ts'
import { startReader } from './reader.ts'

const FAULTS: readonly Fault[] = [
  ...(['reset', 'delayed', 'slow_down', 'internal_error'] as const),
  ...(['lost_reply', 'truncated', 'corrupted', 'corrupted_upload', 'hang'] as const),
]

/** A replica over HTTP whose way to the S3 server leads through a proxy with faults. */
async function replica(context: TestContext, plan: Plan): Promise<{ ask: Ask; faults: () => number }> {
  const settings = motoSettings(context)
  const { url, faults } = await faultProxy(settings.endpoint, plan)
  const store = new S3Store({ ...settings, endpoint: url, deadline_ms: 2_000 })
  const jobs = new JobService({
    store,
    catalogue: new Catalogue(store),
    hardware: HARDWARE,
    generate: fakeGenerate,
    limits: {},
    lease_ms: 5_000,
    concurrency: 4,
    queue_limit: 100,
  })
  const { request } = await testService({ app: { jobs } })
  return { ask: request, faults }
}

async function honestStore(context: TestContext): Promise<S3Store> {
  const store = new S3Store(motoSettings(context))
  await store.createBucket()
  await fillCatalogue(store)
  return store
}

test('resets, delays, truncation, 500, SlowDown in every tenth request: nothing lost, nothing mixed', async (context) => {
  const share = 0.1
  const store = await honestStore(context)
  const seed = seedOfRun()
  const random = randomNumbers(seed)
  let requests = 0
  const plan: Plan = () => {
    requests++
    return random.next() < share ? FAULTS[random.below(FAULTS.length)]! : null
  }
  const replicas = [await replica(context, plan), await replica(context, plan), await replica(context, plan)]
  const ask: Ask = (...request) => replicas[random.below(replicas.length)]!.ask(...request)
  const ledger = newLedger()
  const bases = Array.from({ length: 8 }, () => freshPayload())
  const reader = startReader(
    store,
    bases.map((payload) => payload.deployment_id),
    ledger.losses,
  )
  await Promise.all(
    bases.map(async (base) => {
      // Equal POSTs at once, a rival right behind, and the first one again: the last one has to win.
      const rival = { ...base, bess_coupling: 'none', bess_capacity_mwh: 0 } as const
      await Promise.all([1, 2].map(() => accept(ledger, ask, base)))
      await accept(ledger, ask, rival)
      for (;;) {
        const { status } = await outcome(ledger, ask, await accept(ledger, ask, base))
        if (status === 'complete') return
      }
    }),
  )
  await reader.stop()
  const { packages } = await audit(ledger, ask, store)
  const faults = replicas.reduce((sum, { faults }) => sum + faults(), 0)
  console.log(
    `faults: ${faults} in ${requests} requests to the store, ${ledger.tries} tries, ${ledger.accepted.size} jobs, ` +
      `${packages} packages stand, ${reader.looks()} looks of a reader, ${ledger.losses.length} losses; seed ${seed}`,
  )
  expect(ledger.losses).toEqual([])
  expect(packages).toBe(bases.length)
  expect(faults).toBeGreaterThan(requests * share * 0.5)
})

test('a store that dies in mid-job: the job fails with the reason, no half package, the retry completes', async (context) => {
  const store = await honestStore(context)
  const told = await Promise.all(
    (['reset', 'hang'] as const).map((fault) => outlivesDeath(context, store, fault)),
  )
  console.log(`store that dies: ${told.join('; ')}`)
})

/** One job, its store's death by a fault in the middle of it, and the retry. */
async function outlivesDeath(context: TestContext, store: S3Store, fault: Fault): Promise<string> {
  const down = { now: false }
  let written = 0
  const { ask } = await replica(context, ({ method, path }) => {
    if (method === 'PUT' && path.includes('/edp/') && ++written === 10) down.now = true
    return down.now ? fault : null
  })
  const ledger = newLedger()
  const payload = freshPayload()
  const jobId = await accept(ledger, ask, payload)
  while (!down.now) await delay(20)

  const begun = performance.now()
  const refused = await ask('POST', '/edp-api/jobs', { body: freshPayload() })
  expect(refused.status).toBe(503)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(performance.now() - begun).toBeLessThan(20_000)
  // By now the lease has passed: whatever the run still wanted to write, it may not any more.
  expect(performance.now() - begun).toBeGreaterThan(5_000)
  expect(await readPackage(store, payload.deployment_id)).toBeNull()

  down.now = false
  const { status, error } = await outcome(ledger, ask, jobId)
  expect(status).toBe('failed')
  expect(error).toMatch(/artifact store|s3:\/\/arcnode-artifacts|no sign of life/)
  expect((await outcome(ledger, ask, await accept(ledger, ask, payload))).status).toBe('complete')
  await audit(ledger, ask, store)
  expect(ledger.losses).toEqual([])
  return `${fault}: ${ledger.tries} tries, ${ledger.losses.length} losses, "${error ?? ''}"`
}

test('a store that is away for two seconds in mid-job: the job waits and completes', async (context) => {
  const store = await honestStore(context)
  let downUntil = 0
  let written = 0
  const { ask } = await replica(context, ({ method, path }) => {
    if (method === 'PUT' && path.includes('/edp/') && ++written === 10) downUntil = performance.now() + 2_000
    return performance.now() < downUntil ? 'reset' : null
  })
  const ledger = newLedger()
  const payload = freshPayload()
  const reply = await ask('POST', '/edp-api/jobs', { body: payload })
  const { job_id } = JobCreated.parse(reply.json)
  expect((await outcome(ledger, ask, job_id)).status).toBe('complete')
  expect(downUntil).toBeGreaterThan(0)
  expect(await readPackage(store, payload.deployment_id)).toEqual({ job_id, flaws: [] })
})
