import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { manifestKey, PackageManifest } from '@edp/schemas'
import { repositoryPath, scratchDirectory } from '@edp/testing'
import { expect, test } from 'vitest'

import { Catalogue } from '../src/pipeline/catalogue.ts'
import { generateHere } from '../src/pipeline/generate-here.ts'
import { DirectoryStore } from '../src/storage/directory-store.ts'
import { testService } from './setup/http.ts'
import { freshPayload } from './setup/packages.ts'
import { STORES, motoSettings } from './setup/stores.ts'

const TOKEN = 'token-of-the-python-client'

test('a Python client that knows the OpenAPI document alone posts, polls and downloads a real package', async (context) => {
  const { endpoint } = motoSettings(context)
  const store = await STORES.s3(context)
  const catalogue = new Catalogue(new DirectoryStore(repositoryPath('examples/catalogue')))
  const service = await testService({
    app: { tokens: [TOKEN] },
    jobs: { store, catalogue, generate: generateHere },
  })
  const payload = freshPayload('commercial_ac', { target_gpu_count: 56 })
  const folder = scratchDirectory()
  writeFileSync(join(folder, 'payload.json'), JSON.stringify(payload))
  const client = repositoryPath('apps/edp-api/test/setup/python_client.py')
  const { stdout } = await promisify(execFile)('/usr/bin/python3', [
    ...[client, service.url, endpoint, join(folder, 'payload.json'), join(folder, 'package'), TOKEN],
  ])
  const found = JSON.parse(stdout) as { status: string; sha256: Record<string, string>; unknown: number }
  expect(found).toMatchObject({ status: 'complete', unknown: 404 })
  const bytes = await store.get(manifestKey(payload.deployment_id))
  const manifest = PackageManifest.parse(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())))
  expect(found.sha256).toEqual(
    Object.fromEntries(manifest.files.map((file) => [`s3://arcnode-artifacts/${file.key}`, file.sha256])),
  )
  expect(Object.keys(found.sha256).length).toBeGreaterThan(25)
})
