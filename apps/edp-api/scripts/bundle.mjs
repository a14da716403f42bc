// Bundles the CLI and the worker into dist/. Does nothing while the sources are unchanged.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { BUNDLE } from './bundle-options.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const app = join(root, 'apps', 'edp-api')
const dist = join(app, 'dist')
const stamp = join(dist, 'sources.sha256')

const now = sourcesHash()
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) process.exit(0)

const { build } = await import('esbuild')
const fresh = join(app, `dist-${process.pid}`)
await build({
  ...BUNDLE,
  absWorkingDir: app,
  entryPoints: {
    cli: 'src/cli.ts',
    'package-worker': 'src/workers/package-worker.ts',
    'bundle-catalogue': 'src/pipeline/bundle-catalogue.ts',
  },
  outdir: fresh,
})
const assemblies = join(root, 'examples', 'catalogue', 'assemblies')
execFileSync(process.execPath, [join(fresh, 'bundle-catalogue.js'), assemblies, join(fresh, 'parsed')])
writeFileSync(join(fresh, 'sources.sha256'), now)
// In one step, so that a program that starts meanwhile finds the old bundle or the new one.
rmSync(dist, { recursive: true, force: true })
renameSync(fresh, dist)

/** Hash of everything that the bundle is made from. */
function sourcesHash() {
  const hash = createHash('sha256').update(process.version)
  const projects = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name))
  const files = [
    ...[...projects, app].flatMap((project) => [
      join(project, 'package.json'),
      ...filesIn(join(project, 'src')),
    ]),
    fileURLToPath(import.meta.url),
    fileURLToPath(new URL('bundle-options.mjs', import.meta.url)),
    join(root, 'package-lock.json'),
    ...filesIn(join(root, 'examples', 'catalogue', 'assemblies')).filter((file) => file.endsWith('.yaml')),
  ]
  for (const file of files.filter((name) => existsSync(name) && !/\.test\.ts$/.test(name)))
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesIn(directory) {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
