import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { repositoryPath } from '@edp/testing'
import { build } from 'esbuild'

import { requester, type TestService } from '../setup/http.ts'

/** A running replica. */
export interface ReplicaProcess {
  readonly url: string
  readonly pid: number
  readonly request: TestService['request']
  /** kill -9, and the end of the process. */
  readonly kill: () => Promise<void>
  /** SIGTERM, and the exit code. */
  readonly stop: () => Promise<number | null>
}

const APP = repositoryPath('apps/edp-api')

/** Bundles the replica once for a test file: a process starts in a third of a second then. */
export async function bundleReplica(): Promise<string> {
  const outfile = join(APP, 'out', `replica-${process.pid}.mjs`)
  await build({
    absWorkingDir: APP,
    entryPoints: ['test/faults/replica.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    conditions: ['@edp/source'],
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as edpRequire } from 'node:module'; const require = edpRequire(import.meta.url);",
    },
  })
  return outfile
}

/** A folder whose cfg.yml names an S3 server for EDP_ENV=local. */
export function rootFor(endpoint: string): string {
  mkdirSync(join(APP, 'out'), { recursive: true })
  const root = mkdtempSync(join(APP, 'out', 'root-'))
  cpSync(repositoryPath('hardware_selector_map.yaml'), join(root, 'hardware_selector_map.yaml'))
  const section = '{ s3_endpoint_url: null }'
  const local = `{ s3_endpoint_url: "${endpoint}" }`
  writeFileSync(join(root, 'cfg.yml'), `local: ${local}\nbeta: ${section}\nprod: ${section}\n`)
  return root
}

/** Starts a replica and waits until it listens; `command` runs it, for those that need a world of their own. */
export async function startReplica(
  program: string,
  environment: Readonly<Record<string, string>>,
  command: readonly [string, ...string[]] = [process.execPath, program],
): Promise<ReplicaProcess> {
  const [file, ...args] = command
  const child = spawn(file, args, {
    env: { ...process.env, PORT: '0', NODE_NO_WARNINGS: '1', ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const url = await listeningUrl(child)
  const ended = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    url,
    pid: child.pid ?? 0,
    request: requester(url),
    kill: () => ended('SIGKILL'),
    stop: async () => {
      await ended('SIGTERM')
      return child.exitCode
    },
  }
}

async function listeningUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the replica has no output')
  const lines = createInterface(child.stdout)
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`the replica ended with ${code ?? 'a signal'} before it listened`))
    })
    lines.on('line', (line) => {
      const { msg, url } = JSON.parse(line) as { msg?: string; url?: string }
      if (msg === 'listening' && url !== undefined) resolve(url)
    })
  })
}
