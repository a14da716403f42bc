import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const app = new URL('../../', import.meta.url)

/** Vitest globalSetup: the bundle that child processes of the tests run. Where it cannot be made, those tests fail. */
export function setup(): void {
  try {
    execFileSync(process.execPath, [fileURLToPath(new URL('scripts/bundle.mjs', app))], { stdio: 'inherit' })
  } catch {
    rmSync(new URL('dist', app), { recursive: true, force: true })
  }
}
