import { execFile, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { buildDtm, parseDtm, toSeedDtm, type Dtm } from '@edp/dtm'
import {
  engineerExample,
  EXAMPLE_NAMES,
  examplePayload,
  exampleTopologies,
  repositoryPath,
  scratchDirectory,
  toolOrSkip,
} from '@edp/testing'
import { expect, test } from 'vitest'

/** Old space of the process that writes the largest manifest: less than the text of it would take. */
const HEAP_MB = 200

/** What the transcription of the seed's models in Python says, extras forbidden. */
function seedReading(dtm: Dtm): {
  readonly status: number | null
  readonly err: string
  readonly out: string
} {
  const models = repositoryPath('packages/dtm/test/seed_models.py')
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [models, 'forbid'], {
    input: JSON.stringify(dtm),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { status, out: stdout, err: stderr.split('\n').slice(0, 5).join('\n') }
}

const exampleManifest = (name: (typeof EXAMPLE_NAMES)[number]): Dtm =>
  buildDtm(engineerExample(name), exampleTopologies(examplePayload(name)))

test.for(EXAMPLE_NAMES)('%s: the manifest in the terms of the seed, extras forbidden', (name, context) => {
  toolOrSkip(context, 'python3-pydantic')
  const dtm = exampleManifest(name)
  const counts = { modules: dtm.modules.length, devices: dtm.devices.length }
  expect(seedReading(toSeedDtm(dtm))).toEqual({
    status: 0,
    err: '',
    out: `${JSON.stringify(counts).replaceAll(/([:,])/g, '$1 ')}\n`,
  })
})

test('the transcription tells a stranger: the optional fields are refused', (context) => {
  toolOrSkip(context, 'python3-pydantic')
  expect(seedReading(exampleManifest('dod_no_bess'))).toMatchObject({
    status: 1,
    err: expect.stringContaining('extra') as string,
  })
})

test.each(EXAMPLE_NAMES)('%s: the manifest passes the checks of its readers', (name) => {
  const dtm = exampleManifest(name)
  expect(parseDtm(JSON.parse(JSON.stringify(dtm)))).toEqual(dtm)
})

test('2,000 compute containers: ids and endpoints are unique, the text is never held as one', async () => {
  const file = join(scratchDirectory(), 'dtm.json')
  const script = repositoryPath('apps/edp-api/test/setup/large-manifest.ts')
  const node = [`--max-old-space-size=${HEAP_MB}`, '--conditions=@edp/source', '--import', 'tsx']
  const { stdout } = await promisify(execFile)(process.execPath, [...node, script, file], {
    cwd: repositoryPath('.'),
  })
  const found = JSON.parse(stdout) as Record<
    'containers' | 'devices' | 'ids' | 'endpoints' | 'bytes' | 'longest',
    number
  >
  expect(found.containers).toBe(2000)
  expect(found.devices).toBeGreaterThan(50_000)
  expect(found.ids).toBe(found.devices)
  expect(found.endpoints).toBe(found.devices)
  expect(statSync(file).size).toBe(found.bytes)
  expect(found.bytes).toBeGreaterThan(HEAP_MB * 1e6)
  expect(found.longest).toBeLessThan(1e6)
}, 240_000)
