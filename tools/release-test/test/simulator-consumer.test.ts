import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { buildDtm, type Dtm } from '@edp/dtm'
import { engineerExample, examplePayload, exampleTopologies } from '@edp/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { nodeOf } from '../src/node-version.ts'
import { installIn, packInto } from '../src/packed.ts'
import { execute } from '../src/workspace-copy.ts'

const scratch = mkdtempSync(join(tmpdir(), 'edp-sim-consumer-'))
const project = join(scratch, 'project')
const manifest = join(project, 'dtm.json')
const command = join(project, 'node_modules/.bin/edp-sim')
let dtm: Dtm
let values: string

beforeAll(async () => {
  const archives = await packInto(join(scratch, 'archives'), ['schemas', 'dtm', 'dtm-simulator'])
  // Without serialport, the native package that modbus-serial names as optional.
  await installIn(project, [...archives, 'typescript@6.0.3'], '--omit=optional')
  const payload = examplePayload('commercial_dc_ext', { target_gpu_count: 56 })
  dtm = buildDtm(engineerExample(payload), exampleTopologies(payload))
  writeFileSync(manifest, JSON.stringify(dtm))
  values = await execute(process.execPath, [command, 'values', manifest], project)
  expect((JSON.parse(values) as unknown[]).length).toBeGreaterThan(1000)
})

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
})

test('it needs no native package', () => {
  expect(existsSync(join(project, 'node_modules/modbus-serial'))).toBe(true)
  expect(existsSync(join(project, 'node_modules/serialport'))).toBe(false)
})

test.each(['20.19.0', '22.23.0', '24.21.0'])(
  'edp-sim runs on Node %s and tells the same values',
  async (version) => {
    const node = await nodeOf(version)
    expect(await execute(node, [command, 'values', manifest], project)).toBe(values)
    const table = await execute(node, [command, manifest, '--list'], project)
    expect(table.trimEnd().split('\n')).toHaveLength(1 + dtm.devices.length)
  },
)

test('its types are in order, those of its dependencies too', async () => {
  writeFileSync(
    join(project, 'site.mts'),
    `import { startSimulator, type Simulator } from '@edp/dtm-simulator'
import type { Dtm } from '@edp/dtm'
export const serve = (dtm: Dtm): Promise<Simulator> => startSimulator(dtm, { port_offset: 10_000 })
// @ts-expect-error -- a wrong option is rejected
export const wrong = (dtm: Dtm): Promise<Simulator> => startSimulator(dtm, { offset: 1 })
`,
  )
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    'false',
    '--module',
    'nodenext',
    '--target',
    'es2023',
  ]
  expect(await execute('npx', ['tsc', ...options, 'site.mts'], project)).toBe('')
})
