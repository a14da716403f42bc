// The same payload gives the same bytes on every Node version that is supported, in other time zones and locales, from
// another folder and with its keys in another order. Each run is a process of its own; runs that share a process, one
// after the other and at once, are apps/edp-api/test/determinism.test.ts. Node versions come as npm packages into .tools/.
import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

/** The oldest version of each line that `engines` in package.json admits or the newest that was tried. */
const VERSIONS = ['20.19.0', '22.23.0', '24.21.0']
const PAYLOADS = ['commercial_ac', 'dod_no_bess', 'federal_dc_ext']
/** Ahead of and behind UTC, half-hour offset, other decimal signs and sort orders, right to left. */
const PLACES = [
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  { TZ: 'Asia/Kathmandu', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' },
]
const AT_ONCE = 2
const scratch = mkdtempSync(join(tmpdir(), 'edp-determinism-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

function nodeBinary(version) {
  const folder = resolve('.tools', `node-${version}`)
  const binary = join(folder, 'package', 'bin', 'node')
  if (existsSync(binary)) return binary
  mkdirSync(folder, { recursive: true })
  const name = `node-linux-${process.arch}@${version}`
  execFileSync('npm', ['pack', '--silent', name, '--pack-destination', folder])
  execFileSync('tar', ['-xzf', readdirSync(folder).find((file) => file.endsWith('.tgz'))], { cwd: folder })
  return binary
}

const reversed = (text) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()))

/** Lines of `file sha256` of the package that a process of its own makes. */
async function digests({ payload, title, node = process.execPath, environment = {}, text }) {
  const name = `${payload}-${title.replaceAll(/\W+/g, '-')}`
  const folder = join(scratch, name)
  const file = join(scratch, `${name}.json`)
  writeFileSync(file, text)
  await promisify(execFile)(node, [resolve('apps/edp-api/dist/cli.js'), 'generate', file, '--out', folder], {
    cwd: scratch,
    env: { ...process.env, ...environment },
  })
  const sha256 = (entry) =>
    createHash('sha256')
      .update(readFileSync(join(folder, entry)))
      .digest('hex')
  return readdirSync(folder)
    .sort()
    .map((entry) => `${entry} ${sha256(entry)}`)
}

const runs = PAYLOADS.flatMap((payload, index) => {
  const text = readFileSync(`examples/payloads/${payload}.json`, 'utf8')
  const place = PLACES[index % PLACES.length]
  return [
    { payload, title: 'reference', text },
    { payload, title: `${place.TZ} ${place.LANG}, keys reversed`, environment: place, text: reversed(text) },
    ...VERSIONS.map((version) => ({ payload, title: `node ${version}`, node: nodeBinary(version), text })),
  ]
})
const waiting = [...runs]
const found = new Map()
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift())
      found.set(run, await digests(run))
  }),
)
let failed = false
for (const payload of PAYLOADS) {
  const [first, ...others] = runs.filter((run) => run.payload === payload)
  const expected = new Set(found.get(first))
  for (const run of others) {
    const lines = found.get(run)
    const different = lines.filter((line) => !expected.has(line))
    const equal = different.length === 0 && lines.length === expected.size
    console.log(`${payload}, ${run.title}: ${equal ? `${lines.length} files equal` : 'DIFFERENT'}`)
    for (const line of different) console.error(`  ${line.split(' ')[0]}`)
    failed ||= !equal
  }
}
process.exitCode = failed ? 1 : 0
