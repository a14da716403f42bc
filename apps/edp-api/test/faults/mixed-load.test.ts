import { JobCreated, type ConfiguratorPayload } from '@edp/schemas'
import { examplePayload } from '@edp/testing'
import { beforeAll, expect, test, type TestContext } from 'vitest'

import { S3Store } from '../../src/storage/s3-store.ts'
import { fillCatalogue } from '../setup/fakes.ts'
import type { TestReply } from '../setup/http.ts'
import { freshPayload } from '../setup/packages.ts'
import { motoSettings } from '../setup/stores.ts'
import { answer, audit, newLedger, outcome, type Ask } from './ledger.ts'
import { randomNumbers, seedOfRun } from './random.ts'
import { startReader } from './reader.ts'
import { bundleReplica, rootFor, startReplica, type ReplicaProcess } from './replica-process.ts'

const REQUESTS = 10_000
const CALLERS = 12
const DEPLOYMENTS = 12
/** Shares of the requests, in percent: new payload for a deployment that has one, the same again, poll, nonsense. */
const MIX = { rival: 1, duplicate: 14, get: 50, invalid: 35 } as const
/** Duplicates follow a POST for so long; then an older job is made again, ms. */
const IMPATIENT_MS = 2_000
/** Pause of the reader between two looks, ms. */
const READER_PAUSE_MS = 2_000
type Kind = keyof typeof MIX

/** What is sent that must not get through, and how it is answered. */
const NONSENSE: readonly { readonly status: number; readonly send: (ask: Ask) => Promise<TestReply> }[] = [
  { status: 422, send: (ask) => post(ask, { ...examplePayload('commercial_ac'), energy_source: 'coal' }) },
  { status: 422, send: (ask) => post(ask, '{"deployment_id":') },
  { status: 422, send: (ask) => post(ask, { ...examplePayload('federal_ac'), target_gpu_count: 10 ** 9 }) },
  { status: 413, send: (ask) => post(ask, ' '.repeat(70_000)) },
  {
    status: 415,
    send: (ask) => ask('POST', '/edp-api/jobs', { body: '{}', headers: { 'content-type': 'text/plain' } }),
  },
  { status: 404, send: (ask) => ask('GET', '/edp-api/jobs/00000000-0000-5000-8000-000000000000') },
  { status: 404, send: (ask) => ask('GET', '/edp-api/jobs/..%2f..%2fmanifest') },
  { status: 405, send: (ask) => ask('DELETE', '/edp-api/jobs') },
]

const post = (ask: Ask, body: unknown): Promise<TestReply> => ask('POST', '/edp-api/jobs', { body })

let program = ''
beforeAll(async () => {
  program = await bundleReplica()
})

test('two processes behind one store under 10,000 mixed requests lose and mix nothing', async (context) => {
  const { store, replicas } = await twoReplicas(context)
  const seed = seedOfRun()
  const random = randomNumbers(seed)
  const ledger = newLedger()
  const bases = Array.from({ length: DEPLOYMENTS }, () => freshPayload())
  const payloads = new Map<string, ConfiguratorPayload>()
  const times: Record<Kind, number[]> = { rival: [], duplicate: [], get: [], invalid: [] }
  /** The job that was posted last: what impatient callers post again. */
  let latest = { job_id: '', at: -Infinity }
  let [busy, unanswered] = [0, 0]
  const ask: Ask = (...request) => replicas[random.below(2)]!.request(...request)

  /** Sends a payload and checks the promise that it is answered with. */
  const submit = async (payload: ConfiguratorPayload): Promise<void> => {
    ledger.tries++
    const reply = await post(ask, payload)
    if (reply.status === 503) {
      expect(reply.headers.get('retry-after')).not.toBeNull()
      busy++
      return
    }
    expect(reply.status, reply.text).toBe(202)
    const created = JobCreated.parse(reply.json)
    const before = ledger.accepted.get(created.job_id)?.created
    if (before !== undefined) expect(created).toEqual(before)
    ledger.accepted.set(created.job_id, { deployment_id: payload.deployment_id, created })
    payloads.set(created.job_id, payload)
    if (latest.job_id !== created.job_id) latest = { job_id: created.job_id, at: performance.now() }
  }
  const known = (): string => [...payloads.keys()][random.below(payloads.size)]!
  const SEND = {
    rival: () => submit({ ...bases[random.below(DEPLOYMENTS)]!, target_gpu_count: 1 + random.below(56 * 8) }),
    duplicate: () =>
      submit(payloads.get(performance.now() - latest.at < IMPATIENT_MS ? latest.job_id : known())!),
    get: async () => {
      if ((await answer(ledger, ask, known())) === null) unanswered++
    },
    invalid: async () => {
      const { status, send } = NONSENSE[random.below(NONSENSE.length)]!
      const reply = await send(ask)
      if (reply.status !== status)
        ledger.losses.push(`nonsense was answered with ${reply.status} ${reply.text}`)
    },
  } as const satisfies Record<Kind, () => Promise<void>>

  await Promise.all(bases.map(submit))
  const reader = startReader(
    store,
    bases.map((base) => base.deployment_id),
    ledger.losses,
    READER_PAUSE_MS,
  )
  const begun = performance.now()
  let sent = 0
  const caller = async (): Promise<void> => {
    while (sent++ < REQUESTS) {
      const kind = kindOf(random.below(100))
      const start = performance.now()
      await SEND[kind]()
      times[kind].push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: CALLERS }, caller))
  const seconds = (performance.now() - begun) / 1000
  await reader.stop()
  const lags = await Promise.all(replicas.map(eventLoopLag))

  // Each deployment's last word: post it once more, and it stands whole.
  for (const base of bases) await submit(base)
  for (const [jobId, payload] of payloads)
    if (bases.includes(payload)) expect((await outcome(ledger, ask, jobId)).status).toBe('complete')
  const { packages } = await audit(ledger, ask, store)
  expect(packages).toBe(DEPLOYMENTS)
  const total = Object.values(times).reduce((sum, list) => sum + list.length, 0)
  console.log(
    `mixed load: ${total} requests in ${seconds.toFixed(1)} s by ${CALLERS} callers to 2 processes, ` +
      `${ledger.accepted.size} jobs, ${busy} busy, ${unanswered} unanswered, ${ledger.losses.length} losses; ` +
      `${Object.entries(times)
        .map(([kind, list]) => `${kind} p50 ${quantile(list, 0.5)} p99 ${quantile(list, 0.99)} ms`)
        .join(', ')}; event-loop delay p99 ${lags.join(' and ')} ms; seed ${seed}`,
  )
  expect(total).toBe(REQUESTS)
  expect(ledger.losses).toEqual([])
  expect(unanswered).toBe(0)

  // Nothing of what was refused has left a trace, and nobody's job is recorded twice.
  const jobs = (await store.list('edp-jobs/jobs/')).map(({ key }) =>
    key.slice('edp-jobs/jobs/'.length, -'.json'.length),
  )
  for (const jobId of ledger.accepted.keys()) expect(jobs).toContain(jobId)
  const deployments = new Set([...payloads.values()].map((payload) => payload.deployment_id))
  const refused = examplePayload('commercial_ac').deployment_id
  expect(deployments.has(refused)).toBe(false)
  expect(await store.list(`edp-jobs/deployments/${refused}/`)).toEqual([])
  expect(await store.list(`edp/${refused}/`)).toEqual([])
  for (const replica of replicas) expect(await replica.stop()).toBe(0)
})

/** Two processes of the service, with the S3 server between them. */
async function twoReplicas(context: TestContext): Promise<{ store: S3Store; replicas: ReplicaProcess[] }> {
  const settings = motoSettings(context)
  const store = new S3Store(settings)
  await store.createBucket()
  await fillCatalogue(store)
  const environment = { EDP_ENV: 'local', REPLICA_ROOT: rootFor(settings.endpoint), EDP_LEASE_SECONDS: '15' }
  const replicas = await Promise.all([1, 2].map(() => startReplica(program, environment)))
  context.onTestFinished(async () => {
    await Promise.all(replicas.map((replica) => replica.kill()))
  })
  return { store, replicas }
}

function kindOf(percent: number): Kind {
  let sum = 0
  for (const [kind, share] of Object.entries(MIX) as [Kind, number][])
    if (percent < (sum += share)) return kind
  throw new Error(`the shares of the mix do not make 100: ${sum}`)
}

function quantile(values: readonly number[], q: number): string {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0).toFixed(1)
}

async function eventLoopLag(replica: ReplicaProcess): Promise<string> {
  const { text } = await replica.request('GET', '/edp-api/metrics')
  const [, seconds = ''] = /^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(text) ?? []
  return (Number(seconds) * 1000).toFixed(1)
}
