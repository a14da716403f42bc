import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { ARTIFACT_BUCKET, JobCreated, JobResult, packagePrefix, splitUrl } from '@edp/schemas'
import { repositoryPath, scratchDirectory } from '@edp/testing'
import { pino } from 'pino'
import { expect, test } from 'vitest'

import { loadConfig } from '../src/config/config.ts'
import { startService } from '../src/service.ts'
import { S3Store } from '../src/storage/s3-store.ts'
import { fakeGenerate, fillCatalogue } from './setup/fakes.ts'
import { requester } from './setup/http.ts'
import { ended, freshPayload, readPackage } from './setup/packages.ts'
import { motoSettings } from './setup/stores.ts'

test('EDP_ENV=local: from POST to a package in the bucket of the endpoint in cfg.yml', async (context) => {
  const settings = motoSettings(context)
  const root = scratchDirectory()
  cpSync(repositoryPath('hardware_selector_map.yaml'), join(root, 'hardware_selector_map.yaml'))
  const section = '{ s3_endpoint_url: null }'
  writeFileSync(
    join(root, 'cfg.yml'),
    `local: { s3_endpoint_url: "${settings.endpoint}" }\nbeta: ${section}\nprod: ${section}\n`,
  )
  const config = loadConfig({ EDP_ENV: 'local', PORT: '0' }, root, root)
  const generator = { generate: fakeGenerate, busy: () => 0, close: () => Promise.resolve() }
  const service = await startService(config, generator, pino({ level: 'silent' }))
  context.onTestFinished(() => service.stop())
  const store = new S3Store(settings)
  await fillCatalogue(store)

  const request = requester(service.url)
  const payload = freshPayload('federal_dc_ext')
  const created = JobCreated.parse((await request('POST', '/edp-api/jobs', { body: payload })).json)
  const result = await ended(async () => JobResult.parse((await request('GET', created.status_url)).json))
  expect(result).toEqual({ status: 'complete', edp_artifact_urls: created.edp_artifact_urls, error: null })
  expect(await readPackage(store, payload.deployment_id)).toEqual({ job_id: created.job_id, flaws: [] })
  for (const ref of created.edp_artifact_urls)
    expect(await store.head(splitUrl(ref.url).key), ref.url).not.toBeNull()

  const { endpoint, region, credentials } = settings
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true })
  const typeOf = async (name: string): Promise<string | undefined> => {
    const Key = `${packagePrefix(payload.deployment_id)}${name}`
    return (await client.send(new HeadObjectCommand({ Bucket: ARTIFACT_BUCKET, Key }))).ContentType
  }
  expect(await typeOf('sld.pdf')).toBe('application/pdf')
  expect(await typeOf('compute_container.glb')).toBe('model/gltf-binary')
  expect(await typeOf('manifest.json')).toBe('application/json')
})
