import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { repositoryPath } from '@edp/testing'

import { sha256 } from '../../src/storage/digests.ts'

/** The bundled program. */
export const CLI = repositoryPath('apps/edp-api/dist/cli.js')

/** How a run of the program has ended. */
export interface CliRun {
  readonly code: number
  readonly out: string
  readonly error: string
}

/** Runs the bundled program in a process of its own. */
export async function edp(
  args: readonly string[],
  options: {
    readonly cwd?: string
    readonly env?: Readonly<Record<string, string>>
    readonly stdin?: string
  } = {},
): Promise<CliRun> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [CLI, ...args],
      { cwd: options.cwd ?? '/', env: { ...process.env, ...options.env }, maxBuffer: 64 * 2 ** 20 },
      (error, out, errorText) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, error: errorText })
      },
    )
    child.stdin?.end(options.stdin ?? '')
  })
}

/** sha256 of every file of a directory, by name. */
export function digestsIn(directory: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(directory)
      .sort()
      .map((name) => [name, sha256(readFileSync(join(directory, name)))]),
  )
}
