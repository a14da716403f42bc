import { basename } from 'node:path'

import { artifactRefs, manifestKey, packagePrefix, type DeploymentProfile } from '@edp/schemas'
import {
  EXAMPLE_NAMES,
  examplePayload,
  exampleSelection,
  repositoryPath,
  scratchDirectory,
} from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { jobOf } from '../src/jobs/job-record.ts'
import { Catalogue } from '../src/pipeline/catalogue.ts'
import { generateHere } from '../src/pipeline/generate-here.ts'
import { preparePackage, type PreparedPackage } from '../src/pipeline/prepare-package.ts'
import { publishPackage } from '../src/pipeline/publish-package.ts'
import { DirectoryStore } from '../src/storage/directory-store.ts'
import { readPackage } from './setup/packages.ts'

const catalogue = new Catalogue(new DirectoryStore(repositoryPath('examples/catalogue')))

async function prepare(name: DeploymentProfile): Promise<PreparedPackage> {
  const order = { ...jobOf(examplePayload(name)), selection: exampleSelection(name) }
  return preparePackage(order, catalogue, generateHere)
}

/** The first bytes by which any reader knows a format. */
const SIGNATURES: Readonly<Record<string, RegExp>> = {
  json: /^\{\n/,
  xlsx: /^PK/,
  dxf: /^(999|\s*0)\r?\n/,
  pdf: /^%PDF-1\.\d/,
  step: /^ISO-10303-21;/,
  glb: /^glTF/,
}

describe.each(EXAMPLE_NAMES)('example %s', (name) => {
  test('gives exactly the files of its url list and manifest.json, each of its format', async () => {
    const prepared = await prepare(name)
    const store = new DirectoryStore(scratchDirectory())
    await publishPackage(store, catalogue, prepared)
    const { deployment_id } = examplePayload(name)
    expect(await readPackage(store, deployment_id)).toEqual({ job_id: prepared.manifest.job_id, flaws: [] })
    const refs = artifactRefs({ deployment_id }, exampleSelection(name))
    expect(prepared.manifest.files.map((f) => `s3://arcnode-artifacts/${f.key}`)).toEqual(
      refs.map((ref) => ref.url),
    )
    const keys = (await store.list(packagePrefix(deployment_id))).map((o) => o.key)
    expect(keys).toHaveLength(refs.length + 1)
    expect(keys).toContain(manifestKey(deployment_id))
    for (const { key, format } of prepared.manifest.files) {
      const start = Buffer.from((await store.get(key)) ?? [])
        .subarray(0, 40)
        .toString('latin1')
      expect(start, basename(key)).toMatch(SIGNATURES[format]!)
    }
  })
})
