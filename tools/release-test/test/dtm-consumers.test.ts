import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { buildDtm } from '@edp/dtm'
import { engineerExample, examplePayload, exampleTopologies } from '@edp/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { nodeOf } from '../src/node-version.ts'
import { installIn, packInto } from '../src/packed.ts'
import { execute, REPOSITORY } from '../src/workspace-copy.ts'

const INSTALLED = ['typescript@6.0.3', '@types/node@20']
const PACKED = ['schemas', 'dtm'] as const
/** Strict, and every declaration of every package is read: skipLibCheck is off. */
const STRICT = {
  target: 'es2023',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  types: [],
}
const NODE_VERSIONS = ['20.19.0', '22.23.0', '24.21.0']

const scratch = mkdtempSync(join(tmpdir(), 'edp-dtm-consumers-'))
const project = join(scratch, 'project')

/** Compiler options of a consumer, written as its tsconfig; the package's `type` says whether its files are CommonJS. */
function configure(name: string, type: 'module' | 'commonjs', options: object, ...files: string[]): string {
  const folder = join(project, name)
  cpSync(join(REPOSITORY, 'tools/release-test/consumers/dtm'), folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', private: true, type }))
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...STRICT, noEmit: true, ...options }, files }),
  )
  return folder
}

const compile = (folder: string): Promise<string> =>
  execute('npx', ['tsc', '-p', folder, '--pretty', 'false'], project)

beforeAll(async () => {
  const archives = await packInto(join(scratch, 'archives'), PACKED)
  expect(archives).toHaveLength(PACKED.length)
  await installIn(project, [...archives, ...INSTALLED])
  const payload = examplePayload('commercial_dc_ext', { target_gpu_count: 56 })
  const dtm = buildDtm(engineerExample(payload), exampleTopologies(payload))
  writeFileSync(join(scratch, 'dtm.json'), JSON.stringify(dtm))
})

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
})

const MODES = [
  ['nodenext, ES module', 'module', { module: 'nodenext' }],
  ['bundler', 'module', { module: 'esnext', moduleResolution: 'bundler' }],
  ['CommonJS under nodenext', 'commonjs', { module: 'nodenext' }],
  ['CommonJS under node20', 'commonjs', { module: 'node20' }],
  ['CommonJS under bundler', 'commonjs', { module: 'commonjs', moduleResolution: 'bundler' }],
  ['Node without a browser', 'module', { module: 'nodenext', lib: ['es2023'], types: ['node'] }],
] as const

/** What the compiler must say, and nothing else: the mistakes of wrong.ts. */
const MISTAKES = [
  /^wrong\.ts\(\d+,\d+\): error TS2339: Property 'hostname'/,
  /^wrong\.ts\(\d+,\d+\): error TS2322: Type 'string' is not assignable/,
  /^wrong\.ts\(\d+,\d+\): error TS2353: .*'endian'/,
  /^wrong\.ts\(\d+,\d+\): error TS2339: Property 'unit_id'/,
]

test.each(MODES)(
  'packed @edp/dtm in an empty project, %s: right types pass, wrong fields do not',
  async (name, type, options) => {
    const folder = configure(name.replace(/[^A-Za-z0-9]+/g, '-'), type, options, 'reader.ts', 'wrong.ts')
    const found = await compile(folder).then(
      () => [],
      (error: unknown) =>
        String(error)
          .split('\n')
          .filter((line) => line.includes('error TS')),
    )
    const lines = found.map((line) => line.replace(/^.*\/(?=wrong\.ts)/, ''))
    expect(lines).toEqual(MISTAKES.map((mistake) => expect.stringMatching(mistake) as string))
  },
)

test('CommonJS under node16 takes the types with the resolution mode that the README names', async () => {
  expect(await compile(configure('node16', 'commonjs', { module: 'node16' }, 'node16.ts'))).toBe('')
})

describe('a service of a CommonJS program requires it', () => {
  const file = 'device-topology.service'
  let folder: string

  beforeAll(async () => {
    folder = configure('nest', 'commonjs', { module: 'nodenext', noEmit: false }, `${file}.ts`)
    await compile(folder)
  })

  test.each(NODE_VERSIONS)('on Node %s', async (version) => {
    const node = await nodeOf(version)
    const printed = await execute(node, [join(folder, `${file}.js`), join(scratch, 'dtm.json')], folder)
    const { devices, snmp, ...rest } = JSON.parse(printed) as Record<string, unknown>
    expect(rest).toEqual({ refusal: 'invalid_dtm', version: 2, moved: devices })
    expect(Number(devices)).toBeGreaterThan(Number(snmp))
    expect((await execute(node, ['--version'], folder)).trim()).toBe(`v${version}`)
  })
})
