import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Vitest globalSetup: the bundle that child processes of the tests run. */
export function setup(): void {
  const script = fileURLToPath(new URL('../../scripts/bundle.mjs', import.meta.url))
  execFileSync(process.execPath, [script], { stdio: 'inherit' })
}
