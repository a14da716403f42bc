import { manifestKey, packagePrefix, type ConfiguratorPayload } from '@edp/schemas'
import { scratchDirectory } from '@edp/testing'
import { describe, expect, test, type TestContext } from 'vitest'

import { DeploymentLog } from '../src/jobs/deployment-log.ts'
import { JobService } from '../src/jobs/job-service.ts'
import type { JobServiceParts } from '../src/jobs/job-service-parts.ts'
import { Catalogue } from '../src/pipeline/catalogue.ts'
import type { ArtifactStore } from '../src/storage/artifact-store.ts'
import { DirectoryStore } from '../src/storage/directory-store.ts'
import { brokenStore } from './setup/broken-store.ts'
import { fakeGenerate, fillCatalogue, gatedGenerate, HARDWARE } from './setup/fakes.ts'
import { ended, freshPayload, readPackage } from './setup/packages.ts'
import { STORE_KINDS, STORES } from './setup/stores.ts'

/** A replica on a store; its catalogue is in the same store, as in production. */
function replica(store: ArtifactStore, parts: Partial<JobServiceParts> = {}): JobService {
  return new JobService({
    store,
    catalogue: new Catalogue(store),
    hardware: HARDWARE,
    generate: fakeGenerate,
    limits: {},
    lease_ms: 6_000,
    concurrency: 4,
    queue_limit: 50,
    ...parts,
  })
}

async function storeWithCatalogue(): Promise<DirectoryStore> {
  const store = new DirectoryStore(scratchDirectory())
  await fillCatalogue(store)
  return store
}

const endOf = async (jobs: JobService, id: string): ReturnType<typeof ended> => ended(() => jobs.result(id))

describe.each(STORE_KINDS)('jobs in the %s store', (kind) => {
  const open = async (context: TestContext): Promise<ArtifactStore> => {
    const store = await STORES[kind](context)
    await fillCatalogue(store)
    return store
  }

  test('a job publishes exactly its url list and a manifest, and any replica answers for it', async (context) => {
    const store = await open(context)
    const payload = freshPayload()
    const created = await replica(store).submit(payload)
    const other = replica(store)
    const result = await endOf(other, created.job_id)
    expect(result).toEqual({ status: 'complete', edp_artifact_urls: created.edp_artifact_urls, error: null })
    const keys = (await store.list(packagePrefix(payload.deployment_id))).map(
      (o) => `s3://arcnode-artifacts/${o.key}`,
    )
    const urls = created.edp_artifact_urls.map((ref) => ref.url)
    expect(keys.sort()).toEqual(
      [...urls, `s3://arcnode-artifacts/${manifestKey(payload.deployment_id)}`].sort(),
    )
    expect(await readPackage(store, payload.deployment_id)).toEqual({ job_id: created.job_id, flaws: [] })
  })

  test('rivals for one deployment from several replicas never mix; the last POST wins whole', async (context) => {
    const store = await open(context)
    const replicas = [replica(store), replica(store), replica(store)]
    const base = freshPayload('commercial_ac')
    const rivals: ConfiguratorPayload[] = [
      base,
      { ...base, target_gpu_count: 560 },
      { ...base, bess_coupling: 'none', bess_capacity_mwh: 0 },
      { ...base, bess_coupling: 'dc_external_pcs' },
    ]
    const mixed: string[] = []
    const watch = { on: true }
    const watching = (async () => {
      while (watch.on) mixed.push(...((await readStable(store, base.deployment_id)) ?? []))
    })()
    const ids: string[] = []
    for (const [i, payload] of [...rivals, ...rivals].entries())
      ids.push((await replicas[i % 3]!.submit(payload)).job_id)
    const last = ids.at(-1)!
    expect((await endOf(replicas[0]!, last)).status).toBe('complete')
    for (const id of ids.filter((i) => i !== last))
      expect(await endOf(replicas[1]!, id)).toMatchObject({
        status: 'failed',
        error: `superseded by job ${last}`,
      })
    watch.on = false
    await watching
    expect(mixed).toEqual([])
    expect(await readPackage(store, base.deployment_id)).toEqual({ job_id: last, flaws: [] })
  })

  test('equal POSTs at the same time on several replicas are one run', async (context) => {
    const store = await open(context)
    const gate = gatedGenerate()
    const replicas = Array.from({ length: 3 }, () => replica(store, { generate: gate.generate }))
    const payload = freshPayload()
    const created = await Promise.all(Array.from({ length: 9 }, (_, i) => replicas[i % 3]!.submit(payload)))
    expect(new Set(created.map((c) => JSON.stringify(c))).size).toBe(1)
    gate.open()
    expect((await endOf(replicas[0]!, created[0]!.job_id)).status).toBe('complete')
    expect(gate.started()).toBe(1)
  })
})

/** Flaws of a package that stood unchanged while it was read; one that was being replaced is no flaw. */
async function readStable(store: ArtifactStore, id: string): Promise<string[] | null> {
  const before = await store.head(manifestKey(id))
  const found = await readPackage(store, id)
  const after = await store.head(manifestKey(id))
  if (before === null || after === null || before.version !== after.version || found === null) return null
  // An orphan only says that a newer package is about to replace this one.
  return found.flaws.filter((flaw) => !flaw.endsWith('orphan'))
}

describe('the life of a job', () => {
  test('an unknown job is null', async () => {
    expect(
      await replica(await storeWithCatalogue()).result('00000000-0000-5000-8000-000000000000'),
    ).toBeNull()
  })

  test('while it is made it is running, and a reader finds no manifest', async () => {
    const store = await storeWithCatalogue()
    const gate = gatedGenerate()
    const jobs = replica(store, { generate: gate.generate })
    const payload = freshPayload()
    const { job_id } = await jobs.submit(payload)
    expect(await jobs.result(job_id)).toMatchObject({ status: 'running', error: null })
    expect(await readPackage(store, payload.deployment_id)).toBeNull()
    gate.open()
    expect((await endOf(jobs, job_id)).status).toBe('complete')
  })

  test('an ended job that is posted again runs again and gives the same bytes', async () => {
    const store = await storeWithCatalogue()
    const jobs = replica(store)
    const payload = freshPayload()
    const { job_id } = await jobs.submit(payload)
    await endOf(jobs, job_id)
    const first = await store.get(manifestKey(payload.deployment_id))
    await store.delete(`${packagePrefix(payload.deployment_id)}bom.json`)
    expect((await jobs.submit(payload)).job_id).toBe(job_id)
    await endOf(jobs, job_id)
    expect(await store.get(manifestKey(payload.deployment_id))).toEqual(first)
    expect(await readPackage(store, payload.deployment_id)).toEqual({ job_id, flaws: [] })
  })

  test('files of an earlier package with other plates do not stay behind', async () => {
    const store = await storeWithCatalogue()
    const jobs = replica(store)
    const battery = freshPayload('commercial_ac')
    await endOf(jobs, (await jobs.submit(battery)).job_id)
    expect(await store.head(`${packagePrefix(battery.deployment_id)}plate_bg-ac.pdf`)).not.toBeNull()
    const none = freshPayload('commercial_no_bess', { deployment_id: battery.deployment_id })
    const { job_id } = await jobs.submit(none)
    await endOf(jobs, job_id)
    expect(await readPackage(store, battery.deployment_id)).toEqual({ job_id, flaws: [] })
    expect(await store.head(`${packagePrefix(battery.deployment_id)}plate_bg-ac.pdf`)).toBeNull()
  })

  test('a write failure fails the whole job with key and reason, and no manifest stands', async () => {
    const store = await storeWithCatalogue()
    const payload = freshPayload()
    await endOf(replica(store), (await replica(store).submit(payload)).job_id)
    const full = brokenStore(store, (key) => key.endsWith('/sld.pdf'))
    const jobs = replica(full, { catalogue: new Catalogue(store) })
    const { job_id } = await jobs.submit(payload)
    const result = await endOf(jobs, job_id)
    expect(result.status).toBe('failed')
    expect(result.error).toBe(`cannot write edp/${payload.deployment_id}/sld.pdf: ENOSPC`)
    expect(await readPackage(store, payload.deployment_id)).toBeNull()
    await replica(store).submit(payload)
    expect(await endOf(jobs, job_id)).toMatchObject({ status: 'complete', error: null })
  })

  test('a catalogue file that is missing fails the job and is named with its field; the old package stays', async () => {
    const store = await storeWithCatalogue()
    const jobs = replica(store)
    const payload = freshPayload('federal_ac')
    const first = await jobs.submit(payload)
    await endOf(jobs, first.job_id)
    await store.delete('plates/BG-AC/v1/plate.pdf')
    const { job_id } = await jobs.submit(payload)
    const { status, error } = await endOf(jobs, job_id)
    expect(status).toBe('failed')
    expect(error).toContain('s3://arcnode-artifacts/plates/BG-AC/v1/plate.pdf')
    expect(error).toContain('interface_plates.BG-AC.pdf')
    expect(await readPackage(store, payload.deployment_id)).toEqual({ job_id: first.job_id, flaws: [] })
  })

  test('an unexpected error tells the caller nothing of the inside', async () => {
    const jobs = replica(await storeWithCatalogue(), {
      generate: () => Promise.reject(new TypeError('secret of /home/someone/file.ts')),
    })
    const { job_id } = await jobs.submit(freshPayload())
    expect(await endOf(jobs, job_id)).toMatchObject({
      status: 'failed',
      error: 'internal error; the log of the service has the details',
    })
  })
})

describe('superseding', () => {
  test('a later payload ends the older job at once; the later one is complete', async () => {
    const store = await storeWithCatalogue()
    const gate = gatedGenerate()
    const older = replica(store, { generate: gate.generate })
    const payload = freshPayload()
    const { job_id: first } = await older.submit(payload)
    const { job_id: second } = await older.submit({ ...payload, target_gpu_count: 56 })
    expect(await endOf(older, first)).toMatchObject({
      status: 'failed',
      error: `superseded by job ${second}`,
    })
    gate.open()
    expect((await endOf(older, second)).status).toBe('complete')
    expect(await readPackage(store, payload.deployment_id)).toEqual({ job_id: second, flaws: [] })
  })

  test('a complete package stays complete until the later one replaces it', async () => {
    const store = await storeWithCatalogue()
    const payload = freshPayload()
    const quick = replica(store)
    const { job_id: first } = await quick.submit(payload)
    await endOf(quick, first)
    const gate = gatedGenerate()
    const { job_id: second } = await replica(store, { generate: gate.generate }).submit({
      ...payload,
      target_gpu_count: 56,
    })
    expect((await quick.result(first))?.status).toBe('complete')
    gate.open()
    await endOf(quick, second)
    expect(await quick.result(first)).toMatchObject({
      status: 'failed',
      error: `superseded by job ${second}`,
    })
  })

  test('the superseded payload may come back and wins again', async () => {
    const store = await storeWithCatalogue()
    const jobs = replica(store)
    const a = freshPayload()
    const b = { ...a, target_gpu_count: 56 }
    const { job_id } = await jobs.submit(a)
    await jobs.submit(b)
    await jobs.submit(a)
    expect((await endOf(jobs, job_id)).status).toBe('complete')
    expect(await readPackage(store, a.deployment_id)).toEqual({ job_id, flaws: [] })
  })

  test('another replica notices within a heartbeat', async () => {
    const store = await storeWithCatalogue()
    const gate = gatedGenerate()
    const stuck = replica(store, { generate: gate.generate, lease_ms: 3_000 })
    const payload = freshPayload()
    await stuck.submit(payload)
    const other = replica(store, { lease_ms: 3_000 })
    const { job_id } = await other.submit({ ...payload, target_gpu_count: 56 })
    expect((await endOf(other, job_id)).status).toBe('complete')
    expect(stuck.active).toBe(0)
  })
})

describe('load and shutdown', () => {
  test('a full queue refuses before anything is written, and takes jobs again later', async () => {
    const store = await storeWithCatalogue()
    const gate = gatedGenerate()
    const jobs = replica(store, { generate: gate.generate, queue_limit: 2, concurrency: 1 })
    const accepted = [await jobs.submit(freshPayload()), await jobs.submit(freshPayload())]
    const refused = freshPayload()
    await expect(jobs.submit(refused)).rejects.toMatchObject({ name: 'ServiceBusy' })
    expect(await store.list(`edp-jobs/deployments/${refused.deployment_id}/`)).toEqual([])
    gate.open()
    for (const { job_id } of accepted) expect((await endOf(jobs, job_id)).status).toBe('complete')
    await expect(jobs.submit(refused)).resolves.toBeDefined()
  })

  test('a full queue still joins a job that is under way', async () => {
    const gate = gatedGenerate()
    const jobs = replica(await storeWithCatalogue(), { generate: gate.generate, queue_limit: 1 })
    const payload = freshPayload()
    const created = await jobs.submit(payload)
    await expect(jobs.submit(payload)).resolves.toEqual(created)
    expect(jobs.active).toBe(1)
    gate.open()
  })

  test('no more jobs are made at a time than there are places', async () => {
    const store = await storeWithCatalogue()
    const gate = gatedGenerate()
    const jobs = replica(store, { generate: gate.generate, concurrency: 2 })
    for (let i = 0; i < 5; i++) await jobs.submit(freshPayload())
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(gate.started()).toBe(2)
    gate.open()
    await jobs.stop(10_000)
    expect(gate.started()).toBe(5)
  })

  test('a run whose replica is gone holds up its own deployment alone', async () => {
    const store = await storeWithCatalogue()
    const [held, free] = [freshPayload(), freshPayload()]
    await new DeploymentLog(store, held.deployment_id, 3_000).claim('00000000-0000-5000-8000-000000000000')
    const jobs = replica(store, { concurrency: 1, lease_ms: 3_000 })
    const waiting = await jobs.submit(held)
    const { job_id } = await jobs.submit(free)
    expect((await endOf(jobs, job_id)).status).toBe('complete')
    expect((await jobs.result(waiting.job_id))?.status).toBe('running')
    expect((await endOf(jobs, waiting.job_id)).status).toBe('complete')
  })

  test('stop lets running jobs finish, hands the others over, and refuses new ones', async () => {
    const store = await storeWithCatalogue()
    const gate = gatedGenerate()
    const jobs = replica(store, { generate: gate.generate })
    const { job_id } = await jobs.submit(freshPayload())
    await jobs.stop(200)
    // The stopped one does not take it up again; the next one that is asked does, however often it is asked.
    expect(await jobs.result(job_id)).toMatchObject({ status: 'running', error: null })
    expect(jobs.active).toBe(0)
    const next = gatedGenerate()
    const other = replica(store, { generate: next.generate })
    for (const polled of await Promise.all([1, 2, 3].map(() => other.result(job_id))))
      expect(polled).toMatchObject({ status: 'running', error: null })
    expect(other.active).toBe(1)
    next.open()
    expect((await endOf(other, job_id)).status).toBe('complete')
    expect(next.started()).toBe(1)
    await expect(jobs.submit(freshPayload())).rejects.toMatchObject({ name: 'ServiceBusy' })
  })
})

describe('leases', () => {
  test('a run that cannot reach the store gives up before others take it over', async () => {
    const store = await storeWithCatalogue()
    const gate = gatedGenerate()
    let isDown = false
    const flaky = brokenStore(store, (key) => isDown && key.includes('.beat.'))
    const jobs = replica(flaky, { generate: gate.generate, lease_ms: 2_000, catalogue: new Catalogue(store) })
    const payload = freshPayload()
    const { job_id } = await jobs.submit(payload)
    isDown = true
    const result = await endOf(jobs, job_id)
    expect(result.error).toContain('no contact with the artifact store')
    gate.open()
    expect(await readPackage(store, payload.deployment_id)).toBeNull()
  })

  test('a heartbeat keeps a job running longer than its lease', async () => {
    const store = await storeWithCatalogue()
    const gate = gatedGenerate()
    const jobs = replica(store, { generate: gate.generate, lease_ms: 600 })
    const { job_id } = await jobs.submit(freshPayload())
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect((await replica(store, { lease_ms: 600 }).result(job_id))?.status).toBe('running')
    gate.open()
    expect((await endOf(jobs, job_id)).status).toBe('complete')
  })
})
