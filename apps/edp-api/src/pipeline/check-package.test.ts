import { randomUUID } from 'node:crypto'

import { jsonText, manifestKey, packagePrefix, type PackageManifest } from '@edp/schemas'
import { examplePayload, scratchDirectory } from '@edp/testing'
import { expect, test } from 'vitest'

import { sha256 } from '../storage/digests.ts'
import { DirectoryStore } from '../storage/directory-store.ts'
import { isWholePackage } from './check-package.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A package of one file. */
async function smallPackage(): Promise<{ store: DirectoryStore; id: string; key: string }> {
  const store = new DirectoryStore(scratchDirectory())
  const id = randomUUID()
  const key = `${packagePrefix(id)}bom.json`
  const content = bytesOf('{}')
  const manifest: PackageManifest = {
    schema: 'edp.package/1',
    deployment_id: id,
    job_id: randomUUID(),
    design_revision: 'a1b2c3d4',
    payload: examplePayload('commercial_ac', { deployment_id: id }),
    files: [
      { key, kind: 'bom', format: 'json', plate_id: null, bytes: content.length, sha256: sha256(content) },
    ],
    package_versions: {},
    findings: [],
  }
  await store.put(key, content)
  await store.put(manifestKey(id), bytesOf(jsonText(manifest)))
  return { store, id, key }
}

test('a package as its manifest says is whole', async () => {
  const { store, id } = await smallPackage()
  expect(await isWholePackage(store, id)).toBe(true)
})

test('without its manifest, with a file that is missing or of another run, it is not', async () => {
  const { store, id, key } = await smallPackage()
  await store.put(key, bytesOf('[]'))
  expect(await isWholePackage(store, id)).toBe(false)
  await store.delete(key)
  expect(await isWholePackage(store, id)).toBe(false)
  await store.delete(manifestKey(id))
  expect(await isWholePackage(store, id)).toBe(false)
})

test('nor with a file beside it that it does not list: another run has written it late', async () => {
  const { store, id } = await smallPackage()
  await store.put(`${packagePrefix(id)}plate_bg-ac.pdf`, bytesOf('%PDF'))
  expect(await isWholePackage(store, id)).toBe(false)
})
