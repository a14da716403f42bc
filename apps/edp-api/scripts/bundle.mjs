// Bundles the CLI and the worker into dist/: one file for what every command needs, and chunks for the heavy libraries
// (spreadsheets, PDF, AWS), which load only when a command asks for them. Does nothing while the sources are unchanged.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const app = join(root, 'apps', 'edp-api')
const dist = join(app, 'dist')
const stamp = join(dist, 'sources.sha256')

const now = sourcesHash()
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) process.exit(0)

const { build } = await import('esbuild')
const fresh = join(app, `dist-${process.pid}`)
await build({
  absWorkingDir: app,
  entryPoints: { cli: 'src/cli.ts', 'package-worker': 'src/workers/package-worker.ts' },
  outdir: fresh,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  conditions: ['@edp/source'],
  mainFields: ['module', 'main'],
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'linked',
  sourcemap: false,
  logLevel: 'warning',
  plugins: [{ name: 'buffer-from', setup: useBufferFrom }],
  // CommonJS libraries in the bundle ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as edpRequire } from 'node:module'; const require = edpRequire(import.meta.url);",
  },
})
writeFileSync(join(fresh, 'sources.sha256'), now)
// In one step, so that a program that starts meanwhile finds the old bundle or the new one.
rmSync(dist, { recursive: true, force: true })
renameSync(fresh, dist)

/** archiver-utils uses the constructor of Buffer, about which Node warns everywhere but inside node_modules. */
function useBufferFrom({ onLoad }) {
  onLoad({ filter: /[\\/]archiver-utils[\\/].*\.js$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8')
      .replaceAll(/new Buffer\((size|0)\)/g, 'Buffer.alloc($1)')
      .replaceAll('new Buffer(', 'Buffer.from('),
    loader: 'js',
  }))
}

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
    join(root, 'package-lock.json'),
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
