import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { execute, REPOSITORY } from './workspace-copy.ts'

/** Example whose package the consumers make. */
export const EXAMPLE = 'commercial_ac'

const CATALOGUE = {
  'compute-spec.yaml': 'compute-container/commercial-ac/spec.yaml',
  'compute-topology.yaml': 'compute-container/commercial-ac/topology.yaml',
  'grid-spec.yaml': 'grid-container/commercial-ac/spec.yaml',
  'grid-topology.yaml': 'grid-container/commercial-ac/topology.yaml',
} as const

/** An empty project of another team: how it loads the packages and how it runs. */
export const CONSUMERS = {
  esm: { type: 'module', extra: [], build: null, entry: 'make.mjs' },
  cjs: { type: 'commonjs', extra: [], build: null, entry: 'make.cjs' },
  typescript: {
    type: 'module',
    extra: ['typescript@6.0.3', '@types/node@20'],
    build: ['tsc', '-p', 'tsconfig.json'],
    entry: 'make.js',
  },
} as const

/** Kind of project that installs the packages. */
export type Consumer = keyof typeof CONSUMERS

/**
 * Makes a project in an empty directory, installs the packages from a registry and runs it: lines of
 * `sha256  file`, as sha256sum prints them.
 */
export async function runConsumer(
  kind: Consumer,
  path: string,
  registry: string,
  packages: readonly string[],
): Promise<string> {
  const { type, extra, build, entry } = CONSUMERS[kind]
  cpSync(join(REPOSITORY, 'tools/release-test/consumers', kind), path, { recursive: true })
  for (const [name, source] of Object.entries(CATALOGUE))
    cpSync(join(REPOSITORY, 'examples/catalogue/assemblies', source), join(path, name))
  cpSync(join(REPOSITORY, `examples/payloads/${EXAMPLE}.json`), join(path, 'payload.json'))
  writeFileSync(join(path, 'plate-ids.json'), JSON.stringify(['CG', 'CD', 'BG-AC', 'EX-G', 'EX-C']))
  writeFileSync(
    join(path, 'package.json'),
    JSON.stringify({ name: `consumer-${kind}`, version: '1.0.0', private: true, type }),
  )
  writeFileSync(join(path, '.npmrc'), `@edp:registry=${registry}\n`)
  const options = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  await execute('npm', ['install', ...options, ...packages, ...extra], path)
  if (build !== null) await execute('npx', build, path)
  return execute('node', [entry], path)
}

/** Versions of @edp packages that a consumer has installed. */
export function installedVersions(path: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const text = readFileSync(join(path, 'node_modules', name, 'package.json'), 'utf8')
      return [name, (JSON.parse(text) as { version: string }).version]
    }),
  )
}
