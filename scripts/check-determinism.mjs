// The same payloads on other Node versions, in other time zones and locales and with other key order give the same
// bytes. Node 22 and 24 come as npm packages into .tools/.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const VERSIONS = ['22.23.0', '24.21.0']
const PAYLOADS = ['commercial_ac', 'dod_no_bess', 'federal_dc_ext']
const scratch = mkdtempSync(join(tmpdir(), 'edp-determinism-'))

function nodeBinary(version) {
  const folder = resolve('.tools', `node-${version}`)
  const binary = join(folder, 'package', 'bin', 'node')
  if (existsSync(binary)) return binary
  mkdirSync(folder, { recursive: true })
  execFileSync('npm', [
    'pack',
    '--silent',
    `node-linux-${process.arch}@${version}`,
    '--pack-destination',
    folder,
  ])
  execFileSync('tar', ['-xzf', readdirSync(folder).find((name) => name.endsWith('.tgz'))], { cwd: folder })
  return binary
}

function shuffled(text) {
  return JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()))
}

function digests(name, node, environment, payload) {
  const folder = join(scratch, name)
  const file = join(scratch, `${name}.json`)
  writeFileSync(file, payload)
  execFileSync(node, [resolve('apps/edp-api/dist/cli.js'), 'generate', file, '--out', folder], {
    cwd: scratch,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return readdirSync(folder)
    .sort()
    .map((entry) => {
      const hash = createHash('sha256')
        .update(readFileSync(join(folder, entry)))
        .digest('hex')
      return `${entry} ${hash}`
    })
}

let failed = false
for (const payload of PAYLOADS) {
  const text = readFileSync(`examples/payloads/${payload}.json`, 'utf8')
  const reference = digests(`${payload}-reference`, process.execPath, {}, text)
  const cases = [
    [
      'time zone and locale',
      process.execPath,
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8' },
      text,
    ],
    ['key order', process.execPath, { TZ: 'America/St_Johns' }, shuffled(text)],
    ...VERSIONS.map((version) => [`node ${version}`, nodeBinary(version), {}, text]),
  ]
  for (const [title, node, environment, input] of cases) {
    const found = digests(`${payload}-${title.replaceAll(' ', '-')}`, node, environment, input)
    const different = reference.filter((line, index) => line !== found[index])
    console.log(
      `${payload}, ${title}: ${different.length === 0 ? `${found.length} files equal` : 'DIFFERENT'}`,
    )
    for (const line of different) console.error(`  ${line.split(' ')[0]}`)
    failed ||= different.length > 0 || found.length !== reference.length
  }
}
rmSync(scratch, { recursive: true })
process.exit(failed ? 1 : 0)
