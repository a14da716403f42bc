import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Absolute path of the repository. */
export const REPOSITORY: string = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')

const COMMAND_TIMEOUT_MS = 300_000

/** A clone of the repository that may be changed, tagged and released without harm. */
export interface WorkspaceCopy {
  readonly path: string
  readonly run: (command: string, args: readonly string[]) => Promise<string>
  readonly read: (file: string) => string
  readonly write: (file: string, text: string) => void
  readonly commit: (message: string) => Promise<void>
}

/**
 * Clones the repository's last commit into a directory and links the installed third-party packages; `@edp/*` are the
 * clone's own.
 */
export async function copyWorkspace(
  path: string,
  environment: Readonly<Record<string, string>>,
): Promise<WorkspaceCopy> {
  await execute('git', ['clone', '--quiet', '--no-hardlinks', REPOSITORY, path], REPOSITORY)
  const run: WorkspaceCopy['run'] = (command, args) => execute(command, args, path, environment)
  const write: WorkspaceCopy['write'] = (file, text) => {
    mkdirSync(dirname(join(path, file)), { recursive: true })
    writeFileSync(join(path, file), text)
  }
  linkModules(path)
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com']
  const commit: WorkspaceCopy['commit'] = async (message) => {
    await run('git', ['add', '--all'])
    await run('git', [...author, 'commit', '--quiet', '--allow-empty', '-m', message])
  }
  return { path, run, write, commit, read: (file) => readFileSync(join(path, file), 'utf8') }
}

const start = promisify(execFile)

/** Runs a command beside this process and returns what it printed; a failure carries all output. */
export async function execute(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const env = { ...process.env, NX_DAEMON: 'false', ...environment }
  try {
    return (await start(command, args, { cwd, env, maxBuffer: 1 << 28, timeout: COMMAND_TIMEOUT_MS })).stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error })
  }
}

function linkModules(path: string): void {
  const installed = join(REPOSITORY, 'node_modules')
  mkdirSync(join(path, 'node_modules', '@edp'), { recursive: true })
  for (const name of readdirSync(installed)) {
    if (name !== '@edp' && !name.startsWith('.package-lock') && name !== '.cache')
      symlinkSync(join(installed, name), join(path, 'node_modules', name))
  }
  for (const name of readdirSync(join(path, 'packages')))
    symlinkSync(join('..', '..', 'packages', name), join(path, 'node_modules', '@edp', name))
}
