import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { resolveModules } from '@edp/module-resolver'
import { manifestKey, type ConfiguratorPayload } from '@edp/schemas'
import {
  EXAMPLE_NAMES,
  examplePayload,
  exampleSelection,
  repositoryPath,
  scratchDirectory,
  toolOrSkip,
} from '@edp/testing'
import { expect, test } from 'vitest'

import { jobOf } from '../src/jobs/job-record.ts'
import { Catalogue } from '../src/pipeline/catalogue.ts'
import { generateHere } from '../src/pipeline/generate-here.ts'
import { preparePackage } from '../src/pipeline/prepare-package.ts'
import { publishPackage } from '../src/pipeline/publish-package.ts'
import { DirectoryStore } from '../src/storage/directory-store.ts'

/** What a reader says of a file of a package. */
interface Reading {
  readonly problems: readonly string[]
  readonly entities?: number
  readonly text?: string
  readonly texts?: readonly string[]
}

const READERS = ['python3-jsonschema', 'python3-openpyxl', 'python3-ezdxf', 'qpdf', 'pdftotext'] as const
const catalogue = new Catalogue(new DirectoryStore(repositoryPath('examples/catalogue')))

/** Makes the package of a payload in a folder of its own, flat, as `edp generate` does. */
async function packageIn(folder: string, payload: ConfiguratorPayload): Promise<string> {
  const job = jobOf(payload)
  const prepared = await preparePackage(
    { ...job, selection: exampleSelection(resolveModules(payload).deployment_profile) },
    catalogue,
    generateHere,
  )
  const store = new DirectoryStore(scratchDirectory())
  await publishPackage(store, catalogue, prepared)
  mkdirSync(folder, { recursive: true })
  for (const key of [...prepared.manifest.files.map((f) => f.key), manifestKey(payload.deployment_id)])
    writeFileSync(join(folder, basename(key)), (await store.get(key)) ?? new Uint8Array())
  return folder
}

/** Every reading by `folder/file`. */
function readingsOf(folders: readonly string[]): Record<string, Reading> {
  const script = repositoryPath('apps/edp-api/test/setup/read_packages.py')
  const schemas = repositoryPath('packages/schemas/json-schema')
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [script, schemas, ...folders], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Record<string, Reading>
}

test('independent readers find nothing wrong in any file of any example package', async (context) => {
  toolOrSkip(context, ...READERS)
  const scratch = scratchDirectory()
  const folders: string[] = []
  for (const name of EXAMPLE_NAMES) folders.push(await packageIn(join(scratch, name), examplePayload(name)))
  const readings = readingsOf(folders)
  const readable = folders.flatMap((folder) =>
    readdirSync(folder).filter((file) => /\.(json|xlsx|dxf|pdf)$/.test(file)),
  )
  expect(Object.keys(readings)).toHaveLength(readable.length)
  const problems = Object.entries(readings).filter(([, reading]) => reading.problems.length > 0)
  expect(problems).toEqual([])
}, 240_000)

test('LibreOffice opens the workbooks', async (context) => {
  toolOrSkip(context, 'libreoffice')
  const scratch = scratchDirectory()
  const folder = await packageIn(join(scratch, 'package'), examplePayload('federal_dc_ext'))
  const books = readdirSync(folder).filter((file) => file.endsWith('.xlsx'))
  const { status, stderr } = spawnSync(
    'libreoffice',
    [
      '--headless',
      `-env:UserInstallation=file://${scratch}/profile`,
      '--convert-to',
      'csv',
      '--outdir',
      scratch,
    ].concat(books.map((book) => join(folder, book))),
    { encoding: 'utf8', timeout: 120_000 },
  )
  expect(status, stderr).toBe(0)
  const opened = readdirSync(scratch).filter((file) => file.endsWith('.csv'))
  expect(opened).toEqual(books.map((book) => book.replace('.xlsx', '.csv')))
}, 180_000)

test('hostile names of site and operator harm nothing and stay readable', async (context) => {
  toolOrSkip(context, ...READERS)
  const scratch = scratchDirectory()
  const plain = examplePayload('commercial_ac')
  const hostile = {
    ...plain,
    deployment_site_name: 'Zürich Süd – Łódź Ωμέγα 東京 "=1+1"',
    operator_org: 'A\nB\r\n0\nLINE',
  }
  const readings = readingsOf([
    await packageIn(join(scratch, 'plain'), plain),
    await packageIn(join(scratch, 'hostile'), hostile),
  ])
  const files = Object.keys(readings).filter((file) => file.startsWith('hostile/'))
  expect(files.length).toBeGreaterThan(20)
  for (const file of files) {
    const reading = readings[file]
    expect(reading?.problems, file).toEqual([])
    expect(reading?.entities, `${file}: entities`).toBe(readings[file.replace('hostile', 'plain')]?.entities)
  }
  // What Latin, Greek and punctuation the font has is drawn as it stands; glyphs that it lacks are a visible placeholder.
  for (const name of ['sld', 'pid_cooling', 'comms', 'installation_graph']) {
    expect(readings[`hostile/${name}.pdf`]?.text).toContain('Zürich Süd – Łódź Ωμέγα')
    expect(readings[`hostile/${name}.dxf`]?.texts?.join('\n')).toContain('Zürich Süd – Łódź Ωμέγα')
  }
  expect(readings['hostile/bom.xlsx']?.texts?.join('\n')).toContain(hostile.deployment_site_name)
  expect(readings['hostile/cable_hose_schedule.xlsx']?.texts?.[0]).toContain(
    'Zürich Süd – Łódź Ωμέγα □□ "=1+1"',
  )
}, 120_000)
