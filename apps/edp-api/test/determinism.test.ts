import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { PackageManifest } from '@edp/schemas'
import {
  exampleDocument,
  examplePayload,
  exampleSelection,
  repositoryPath,
  scratchDirectory,
} from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { jobOf } from '../src/jobs/job-record.ts'
import { Catalogue } from '../src/pipeline/catalogue.ts'
import { generateHere } from '../src/pipeline/generate-here.ts'
import { preparePackage } from '../src/pipeline/prepare-package.ts'
import { DirectoryStore } from '../src/storage/directory-store.ts'
import { digestsIn, edp } from './setup/cli.ts'

const NAMES = ['commercial_no_bess', 'federal_dc_ext'] as const
type Name = (typeof NAMES)[number]

/** sha256 of every file of a package by its key, made on this thread. */
async function digests(name: Name): Promise<Record<string, string>> {
  const catalogue = new Catalogue(new DirectoryStore(repositoryPath('examples/catalogue')))
  const order = { ...jobOf(examplePayload(name)), selection: exampleSelection(name) }
  const { manifest } = await preparePackage(order, catalogue, generateHere)
  return digestsOfManifest(manifest)
}

function digestsOfManifest(manifest: PackageManifest): Record<string, string> {
  return Object.fromEntries(manifest.files.map((file) => [file.key, file.sha256]))
}

describe.each(NAMES)('same bytes: %s', (name) => {
  test('twice in one process', async () => {
    expect(await digests(name)).toEqual(await digests(name))
  })

  test('five at once, with other packages between them', async () => {
    const alone = await digests(name)
    const together = await Promise.all([name, ...NAMES, name, name].map(digests))
    for (const found of together.filter((_, i) => [name, ...NAMES, name, name][i] === name))
      expect(found).toEqual(alone)
  })

  test('in other processes: time zone, locale, working directory, key order, threads', async () => {
    const scratch = scratchDirectory()
    const plain = repositoryPath(`examples/payloads/${name}.json`)
    const reversed = join(scratch, 'reversed.json')
    writeFileSync(
      reversed,
      JSON.stringify(Object.fromEntries(Object.entries(exampleDocument(name)).reverse())),
    )
    const [a, b] = [join(scratch, 'a'), join(scratch, 'b')]
    const here = { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' }
    const elsewhere = { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8' }
    expect((await edp(['generate', plain, '--out', a], { env: here })).code).toBe(0)
    expect((await edp(['generate', reversed, '--out', 'b'], { env: elsewhere, cwd: scratch })).code).toBe(0)
    expect(digestsIn(b)).toEqual(digestsIn(a))
    const own = Object.entries(await digests(name)).map(([key, sum]) => [key.split('/').at(-1), sum])
    expect(digestsIn(a)).toMatchObject(Object.fromEntries(own) as Record<string, string>)
  })
})
