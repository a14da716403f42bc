import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { artifactRefs, InstallationGraph, PackageManifest } from '@edp/schemas'
import { exampleDocument, exampleSelection, repositoryPath, scratchDirectory } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { parseCommand } from '../src/cli/arguments.ts'
import { edp } from './setup/cli.ts'

const EXAMPLE = repositoryPath('examples/payloads/commercial_no_bess.json')

/** A payload file in a directory of its own, and an output directory that does not exist yet. */
function files(document: unknown): { payload: string; out: string; cwd: string } {
  const cwd = scratchDirectory()
  const payload = join(cwd, 'payload.json')
  writeFileSync(payload, typeof document === 'string' ? document : JSON.stringify(document))
  return { payload, out: join(cwd, 'out'), cwd }
}

describe('edp generate', () => {
  test('writes the files of the url list and the manifest, and prints them', async () => {
    const out = join(scratchDirectory(), 'new', 'package')
    const run = await edp(['generate', EXAMPLE, '--out', out])
    expect(run).toMatchObject({ code: 0 })
    const document = exampleDocument('commercial_no_bess')
    const refs = artifactRefs(
      { deployment_id: String(document['deployment_id']) },
      exampleSelection('commercial_no_bess'),
    )
    const names = [...refs.map((ref) => basename(ref.url)), 'manifest.json']
    expect(readdirSync(out).sort()).toEqual([...names].sort())
    expect(run.out.trim().split('\n')).toEqual(names.map((name) => join(out, name)))
    const manifest = PackageManifest.parse(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')))
    expect(manifest.files.map((f) => basename(f.key))).toEqual(names.slice(0, -1))
    expect(manifest.package_versions).toHaveProperty('@edp/bom')
  })

  test('reads standard input for "-"', async () => {
    const out = join(scratchDirectory(), 'out')
    const stdin = JSON.stringify(exampleDocument('commercial_no_bess'))
    expect((await edp(['generate', '-', '--out', out], { stdin })).code).toBe(0)
    expect(existsSync(join(out, 'manifest.json'))).toBe(true)
  })

  test('an invalid payload: exit 2, every problem on stderr, nothing written', async () => {
    const { payload, out, cwd } = files(
      exampleDocument('commercial_ac', { climate_zone: 'moon', target_gpu_count: 0 }),
    )
    const run = await edp(['generate', payload, '--out', out])
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.error).toContain('climate_zone')
    expect(run.error).toContain('target_gpu_count')
    expect(run.error).not.toMatch(/\n {4}at /)
    expect(readdirSync(cwd)).toEqual(['payload.json'])
  })

  test.each([
    ['no JSON', 'nonsense'],
    ['a key twice', '{"target_gpu_count": 1, "target_gpu_count": 1}'],
    [
      'a site above the limit',
      JSON.stringify(exampleDocument('commercial_ac', { target_gpu_count: 1_000_000 })),
    ],
  ])('%s: exit 2, nothing written', async (_name, text) => {
    const { payload, out, cwd } = files(text)
    expect((await edp(['generate', payload, '--out', out])).code).toBe(2)
    expect(readdirSync(cwd)).toEqual(['payload.json'])
  })

  test('a payload file that is not there: exit 2, named', async () => {
    const run = await edp(['generate', '/nowhere.json', '--out', join(scratchDirectory(), 'out')])
    expect(run.code).toBe(2)
    expect(run.error).toContain('/nowhere.json: ENOENT')
  })

  test('a catalogue without the files: exit 1, the file is named, nothing written', async () => {
    const { payload, out, cwd } = files(exampleDocument('commercial_ac'))
    const run = await edp(['generate', payload, '--out', out], {
      env: { EDP_CATALOGUE_DIR: scratchDirectory() },
    })
    expect(run.code).toBe(1)
    expect(run.error).toContain('s3://arcnode-artifacts/assemblies/')
    expect(readdirSync(cwd)).toEqual(['payload.json'])
  })

  test('an output that cannot be written: exit 1', async () => {
    const run = await edp(['generate', EXAMPLE, '--out', join(EXAMPLE, 'below-a-file')])
    expect(run.code).toBe(1)
    expect(run.error).toMatch(/cannot write to .*ENOTDIR|EEXIST/)
  })

  test('an earlier package is replaced whole; files that are not of a package stay', async () => {
    const out = scratchDirectory()
    mkdirSync(join(out, 'mine'))
    writeFileSync(join(out, 'notes.txt'), 'mine')
    const battery = files(exampleDocument('commercial_ac'))
    expect((await edp(['generate', battery.payload, '--out', out])).code).toBe(0)
    expect(existsSync(join(out, 'plate_bg-ac.pdf'))).toBe(true)
    expect((await edp(['generate', EXAMPLE, '--out', out])).code).toBe(0)
    expect(existsSync(join(out, 'plate_bg-ac.pdf'))).toBe(false)
    expect(existsSync(join(out, 'grid_container.glb'))).toBe(false)
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine')
    expect(existsSync(join(out, 'mine'))).toBe(true)
  })
})

describe('edp plan', () => {
  test('writes the installation graph as JSON and as CSV for planning programs', async () => {
    const out = join(scratchDirectory(), 'plan')
    const run = await edp(['plan', EXAMPLE, '--out', out])
    expect(run).toMatchObject({ code: 0, error: '' })
    const file = (name: string): string => readFileSync(join(out, `installation_graph${name}`), 'utf8')
    const graph = InstallationGraph.parse(JSON.parse(file('.json')))
    const rows = (name: string): string[] => file(name).trimEnd().split('\r\n')
    expect(rows('_ms_project.csv')).toHaveLength(graph.tasks.length + 1)
    expect(rows('_primavera_task.csv')).toHaveLength(graph.tasks.length + 2)
    expect(rows('_primavera_taskpred.csv').length).toBeGreaterThan(graph.tasks.length)
    expect(run.out.trim().split('\n')).toHaveLength(4)
  })

  test('an invalid payload: exit 2, nothing written', async () => {
    const { payload, out, cwd } = files(exampleDocument('commercial_ac', { climate_zone: 'moon' }))
    expect(await edp(['plan', payload, '--out', out])).toMatchObject({ code: 2, out: '' })
    expect(readdirSync(cwd)).toEqual(['payload.json'])
  })
})

describe('edp demo', () => {
  test('makes an example in the embedded store, tells each artifact and where the package is', async () => {
    const cwd = scratchDirectory()
    const run = await edp(['demo'], { cwd })
    expect(run).toMatchObject({ code: 0, error: '' })
    const place = /^Package +(.*)$/m.exec(run.out)?.[1] ?? ''
    const manifest = PackageManifest.parse(
      JSON.parse(readFileSync(join(cwd, place, 'manifest.json'), 'utf8')),
    )
    for (const { key } of manifest.files) {
      expect(run.out).toContain(`  ${basename(key)} `)
      expect(existsSync(join(cwd, place, basename(key)))).toBe(true)
    }
  })
})

describe('edp', () => {
  test('--help and --version', async () => {
    expect(await edp(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Usage: edp') as unknown,
    })
    const version = (await edp(['--version'])).out.trim()
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('bad settings: exit 2, every one named', async () => {
    const run = await edp(['serve'], { env: { PORT: 'x', EDP_WORKERS: '0' } })
    expect(run.code).toBe(2)
    expect(run.error).toMatch(/PORT[\s\S]*EDP_WORKERS/)
  })

  test.each([
    [[], 'no command'],
    [['make'], 'unknown command: make'],
    [['generate'], 'which payload'],
    [['generate', 'a.json'], '--out <directory> is missing'],
    [['generate', 'a.json', 'b.json', '--out', 'x'], 'one payload at a time'],
    [['serve', '--out', 'x'], 'takes no arguments'],
    [['demo', '--fast'], "Unknown option '--fast'"],
  ])('%j is refused with a reason', (argv, reason) => {
    expect(parseCommand(argv)).toMatchObject({
      name: 'invalid',
      reason: expect.stringContaining(reason) as unknown,
    })
  })

  test('a wrong call shows the usage and exits 2', async () => {
    const run = await edp(['make'])
    expect(run.code).toBe(2)
    expect(run.error).toContain('Usage: edp')
  })
})
