import { createHash } from 'node:crypto'

import { GetObjectCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3'
import { ARTIFACT_BUCKET, manifestKey, packagePrefix, PackageManifest } from '@edp/schemas'
import { requireOrSkip, startMoto } from '@edp/testing'
import { expect, test } from 'vitest'

import { JobService } from '../src/jobs/job-service.ts'
import { Catalogue } from '../src/pipeline/catalogue.ts'
import { S3Store } from '../src/storage/s3-store.ts'
import { fakeGenerate, fillCatalogue, HARDWARE } from './setup/fakes.ts'
import { ended, freshPayload } from './setup/packages.ts'

test('where the bucket keeps versions, a manifest names those of its files, and a replaced package is still whole', async (context) => {
  const moto = await startMoto() // of its own: the bucket of the other tests keeps none
  requireOrSkip(context, moto !== null, 'not installed: moto (scripts/tools/install-moto.sh)')
  context.onTestFinished(() => moto?.stop())
  const settings = {
    endpoint: moto?.url ?? '',
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  }
  const store = new S3Store(settings)
  await store.createBucket()
  const client = new S3Client({ ...settings, forcePathStyle: true })
  const Status = 'Enabled'
  await client.send(
    new PutBucketVersioningCommand({ Bucket: ARTIFACT_BUCKET, VersioningConfiguration: { Status } }),
  )
  await fillCatalogue(store)
  const jobs = new JobService({
    store,
    catalogue: new Catalogue(store),
    hardware: HARDWARE,
    generate: fakeGenerate,
    limits: {},
    lease_ms: 6_000,
    concurrency: 2,
    queue_limit: 10,
  })
  const sha256Of = async (Key: string, VersionId: string | undefined): Promise<string> => {
    if (VersionId === undefined) throw new Error(`${Key}: without a version`)
    const reply = await client.send(new GetObjectCommand({ Bucket: ARTIFACT_BUCKET, Key, VersionId }))
    return createHash('sha256')
      .update((await reply.Body?.transformToByteArray()) ?? '')
      .digest('hex')
  }
  const payload = freshPayload()
  const manifestOf = async (gpus: number): Promise<PackageManifest> => {
    const { job_id } = await jobs.submit({ ...payload, target_gpu_count: gpus })
    expect((await ended(() => jobs.result(job_id))).status).toBe('complete')
    const bytes = await store.get(manifestKey(payload.deployment_id))
    return PackageManifest.parse(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())))
  }
  const [first, second] = [await manifestOf(56), await manifestOf(112)]
  expect(first.files.map(({ sha256 }) => sha256)).not.toEqual(second.files.map(({ sha256 }) => sha256))
  for (const { files } of [first, second])
    for (const { key, sha256, version_id } of files) expect(await sha256Of(key, version_id), key).toBe(sha256)

  const told: string[] = []
  const key = `${packagePrefix(payload.deployment_id)}large.json`
  await store.put(key, new Uint8Array(9 << 20), { onVersion: (versionId) => told.push(versionId) })
  expect(await sha256Of(key, told[0])).toBe(
    createHash('sha256')
      .update(new Uint8Array(9 << 20))
      .digest('hex'),
  )
})
