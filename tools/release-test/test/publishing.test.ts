import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { CONSUMERS, installedVersions, runConsumer, EXAMPLE, type Consumer } from '../src/consumer.ts'
import { startRegistry, type Registry } from '../src/registry.ts'
import { copyWorkspace, type WorkspaceCopy } from '../src/workspace-copy.ts'

interface PackageJson {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
}

const scratch = mkdtempSync(join(tmpdir(), 'edp-release-'))
let registry: Registry
let workspace: WorkspaceCopy

/** Runs a command that publishes, for real, against the local registry; what it published. */
async function published(command: string, args: readonly string[]): Promise<string[]> {
  const before = registry.published.length
  await workspace.run(command, args)
  return registry.published.slice(before).sort()
}

/** The release script: builds, checks, publishes. */
const release = (): Promise<string[]> => published('npm', ['run', 'release'])

/** Its last command alone, where the sources are those that the script has just built and checked. */
const publishOnly = (): Promise<string[]> => published('npx', ['changeset', 'publish'])

function manifests(): PackageJson[] {
  return readdirSync(join(workspace.path, 'packages'))
    .map((name) => JSON.parse(workspace.read(`packages/${name}/package.json`)) as PackageJson)
    .filter((manifest) => manifest.private !== true)
}

const named = (manifest: PackageJson): string => `${manifest.name}@${manifest.version}`

/** A changeset for one package, and the versions that `changeset version` makes of it, committed. */
async function change(name: string, bump: 'patch' | 'minor' | 'major', text: string): Promise<void> {
  workspace.write(`.changeset/test-${bump}.md`, `---\n'${name}': ${bump}\n---\n\n${text}\n`)
  await workspace.run('npx', ['changeset', 'version'])
  await workspace.commit(`chore: release ${name}`)
}

beforeAll(async () => {
  registry = await startRegistry()
  const npmrc = join(scratch, 'npmrc')
  writeFileSync(npmrc, `${registry.url.replace('http:', '')}/:_authToken=test\n`)
  mkdirSync(join(scratch, 'cache'))
  workspace = await copyWorkspace(join(scratch, 'workspace'), {
    npm_config_userconfig: npmrc,
    npm_config_registry: registry.url,
    npm_config_cache: join(scratch, 'cache'),
    CI: '',
  })
  for (const file of readdirSync(join(workspace.path, '.changeset')))
    if (file.endsWith('.md') && file !== 'README.md') rmSync(join(workspace.path, '.changeset', file))
  await workspace.commit('test: no change is waiting')
})

afterAll(async () => {
  await registry.stop()
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
})

describe('the release script, run in order', () => {
  test('first release: every published package, each with its tag', async () => {
    const expected = manifests().map(named).sort()
    expect(await release()).toEqual(expected)
    expect((await workspace.run('git', ['tag'])).trim().split('\n').sort()).toEqual(expected)
  })

  test('nothing changed: nothing is published', async () => {
    expect(await publishOnly()).toEqual([])
  })

  test('empty ESM, CommonJS and TypeScript projects make a DTM, a BOM workbook and an SLD of the same bytes', async () => {
    const out = join(scratch, 'package')
    const payload = join(workspace.path, `examples/payloads/${EXAMPLE}.json`)
    await workspace.run('node', ['apps/edp-api/dist/cli.js', 'generate', payload, '--out', out])
    const files = ['dtm.json', 'bom.xlsx', 'sld.dxf', 'sld.pdf'].map((file) => join(out, file))
    const expected = (await workspace.run('sha256sum', files)).replaceAll(`${out}/`, '')
    const names = manifests().map(({ name }) => name)
    for (const kind of Object.keys(CONSUMERS) as Consumer[]) {
      const path = join(scratch, kind)
      expect(await runConsumer(kind, path, registry.url, names), kind).toBe(expected)
      const versions = Object.fromEntries(manifests().map(({ name, version }) => [name, version]))
      expect(installedVersions(path, names)).toEqual(versions)
    }
  })

  test('a changeset of one package bumps and publishes it and its dependents only', async () => {
    const before = new Map(manifests().map((manifest) => [manifest.name, manifest.version]))
    await change('@edp/dtm', 'major', 'A device is polled otherwise.')
    const dependents = manifests().filter(
      ({ name, dependencies }) => name === '@edp/dtm' || dependencies?.['@edp/dtm'] !== undefined,
    )
    const bumped = manifests().filter(({ name, version }) => before.get(name) !== version)
    expect(bumped.map(named)).toEqual(dependents.map(named))
    expect(bumped.map(named)).toContain('@edp/dtm@2.0.0')
    expect(workspace.read('packages/dtm/CHANGELOG.md')).toContain(
      '## 2.0.0\n\n### Major Changes\n\n- A device is polled otherwise.',
    )
    expect(await release()).toEqual(dependents.map(named).sort())
  })

  test('a patch of one package publishes that one: its dependents take it by their range', async () => {
    await change('@edp/schemas', 'patch', 'An error says more.')
    expect(await publishOnly()).toEqual(
      manifests()
        .filter(({ name }) => name === '@edp/schemas')
        .map(named),
    )
  })

  test('a version that stands is never overwritten', async () => {
    const args = ['publish', '--loglevel=error']
    const bom = join(workspace.path, 'packages/bom')
    await expect(workspace.run('npm', [...args, bom])).rejects.toThrow('previously published')
    expect(new Set(registry.published).size).toBe(registry.published.length)
  })
})
