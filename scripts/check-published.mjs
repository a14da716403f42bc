// Checks every published package as npm would deliver it: publint, are-the-types-wrong, and the list of packed files.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const out = mkdtempSync(join(tmpdir(), 'edp-packed-'))
let failed = false
for (const folder of readdirSync('packages').sort()) {
  const cwd = resolve('packages', folder)
  if (JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8')).private) continue
  try {
    const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', out], cwd))
    const stray = packed.files
      .map((file) => file.path)
      .filter((path) => /\.test\.|golden|tsbuildinfo|fixtures?\//.test(path))
    if (stray.length > 0) throw new Error(`packed files that do not belong: ${stray.join(', ')}`)
    run('npx', ['publint', 'run', '--strict', join(out, packed.filename)], cwd)
    run('npx', ['attw', join(out, packed.filename), '--ignore-rules', 'cjs-resolves-to-esm'], cwd)
    console.log(
      `${packed.name}@${packed.version}: ${packed.files.length} files, ${Math.round(packed.size / 1024)} kB`,
    )
  } catch (error) {
    failed = true
    console.error(`${folder}: ${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`)
  }
}
rmSync(out, { recursive: true })
process.exit(failed ? 1 : 0)
