// Checks every published package as npm would deliver it: publint, are-the-types-wrong, and the list of packed files.
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const AT_ONCE = 2
/** What every tarball holds. */
const NEEDED = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts']
/** What a tarball may hold: the build, the sources that its maps point to, documents, contracts, licences. */
const ALLOWED = [
  /^dist\/.+\.(js|d\.ts)(\.map)?$/,
  /^src\/.+(?<!\.test)\.ts$/,
  /^(src|docs)\/.*\.md$/,
  /^json-schema\/[\w-]+\.schema\.json$/,
  /^(src\/fonts\/)?(OFL|ZLIB)\.txt$/,
  /^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
]
/** Licence files that packages need beside their own, for what they carry of others. */
const LICENCES = { '@edp/drawing': ['OFL.txt'] }

const run = async (command, args, cwd) => (await promisify(execFile)(command, args, { cwd })).stdout
const out = mkdtempSync(join(tmpdir(), 'edp-packed-'))
process.on('exit', () => rmSync(out, { recursive: true, force: true }))

async function check(cwd) {
  const [packed] = JSON.parse(await run('npm', ['pack', '--json', '--pack-destination', out], cwd))
  const paths = packed.files.map((file) => file.path)
  const stray = paths.filter((path) => !ALLOWED.some((pattern) => pattern.test(path)))
  if (stray.length > 0) throw new Error(`packed files that do not belong: ${stray.join(', ')}`)
  const missing = [...NEEDED, ...(LICENCES[packed.name] ?? [])].filter((path) => !paths.includes(path))
  if (missing.length > 0) throw new Error(`packed files that are missing: ${missing.join(', ')}`)
  const built = paths.filter((path) => path.startsWith('dist/') && path.endsWith('.js'))
  const unbuilt = built.filter((path) => !paths.includes(path.replace(/^dist(.*)\.js$/, 'src$1.ts')))
  if (unbuilt.length > 0) throw new Error(`output without a source: ${unbuilt.join(', ')}`)
  const tarball = join(out, packed.filename)
  await run('npx', ['publint', 'run', '--strict', tarball], cwd)
  await run('npx', ['attw', tarball, '--ignore-rules', 'cjs-resolves-to-esm'], cwd)
  return `${packed.name}@${packed.version}: ${paths.length} files, ${Math.round(packed.size / 1024)} kB`
}

const waiting = readdirSync('packages')
  .sort()
  .map((folder) => resolve('packages', folder))
  .filter((path) => !JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')).private)
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      try {
        console.log(await check(path))
      } catch (error) {
        process.exitCode = 1
        console.error(`${path}: ${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`)
      }
    }
  }),
)
