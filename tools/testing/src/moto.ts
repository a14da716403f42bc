import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

import { repositoryPath } from './repository.ts'

/** A running S3 server of the tests. */
export interface Moto {
  readonly url: string
  readonly stop: () => void
}

const START_TIMEOUT_MS = 30_000

/** Starts the S3 server moto on a free port of the loopback interface; null where it is not installed. */
export async function startMoto(): Promise<Moto | null> {
  const command = motoCommand()
  if (command === null) return null
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = spawn(command, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  const stop = (): void => {
    server.kill('SIGKILL')
  }
  const start = performance.now()
  while (performance.now() - start < START_TIMEOUT_MS) {
    if (server.exitCode !== null) break
    if (await answers(url)) return { url, stop }
    await delay(50)
  }
  stop()
  throw new Error(`${command} did not start (exit code ${server.exitCode ?? 'none'})`)
}

function motoCommand(): string | null {
  const installed = repositoryPath('.tools/moto/moto_server')
  const command = existsSync(installed) ? installed : 'moto_server'
  return spawnSync(command, ['--help'], { stdio: 'ignore', timeout: 60_000 }).status === 0 ? command : null
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/moto-api/`, { signal: AbortSignal.timeout(1000) }).then(
    (reply) => reply.ok,
    () => false,
  )
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
