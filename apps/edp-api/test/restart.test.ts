import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

import { JobCreated, JobResult } from '@edp/schemas'
import { repositoryPath, scratchDirectory } from '@edp/testing'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'

import { loadConfig } from '../src/config/config.ts'
import { startService, type RunningService } from '../src/service.ts'
import { catalogueDirectory, fakeGenerate } from './setup/fakes.ts'
import { requester } from './setup/http.ts'
import { ended, freshPayload } from './setup/packages.ts'

/** Starts the replica that never finishes; killed at the latest with the test. */
async function slowReplica(
  environment: Record<string, string>,
): Promise<{ url: string; kill: () => Promise<void> }> {
  const file = repositoryPath('apps/edp-api/test/setup/slow-replica.ts')
  const child = spawn(process.execPath, ['--conditions=@edp/source', '--import', 'tsx', file], {
    cwd: repositoryPath('apps/edp-api'),
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  onTestFinished(kill)
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { url, kill }
}

async function replica(environment: Record<string, string>): Promise<RunningService> {
  const config = loadConfig({ ...environment, PORT: '0' }, '/')
  const generator = { generate: fakeGenerate, busy: () => 0, close: () => Promise.resolve() }
  const service = await startService(config, generator, pino({ level: 'silent' }))
  onTestFinished(() => service.stop())
  return service
}

test('kill -9 in mid-job: running until the lease has passed, then failed, and the retry completes', async () => {
  const environment = {
    PORT: '0',
    EDP_LEASE_SECONDS: '5',
    EDP_STORE_DIR: scratchDirectory(),
    EDP_CATALOGUE_DIR: catalogueDirectory(),
  }
  const doomed = await slowReplica(environment)
  const payload = freshPayload()
  const posted = await requester(doomed.url)('POST', '/edp-api/jobs', { body: payload })
  const { status_url } = JobCreated.parse(posted.json)
  const other = requester((await replica(environment)).url)
  const poll = async (): Promise<JobResult> => JobResult.parse((await other('GET', status_url)).json)
  await new Promise((resolve) => setTimeout(resolve, 6_000))
  expect((await poll()).status).toBe('running')

  await doomed.kill()
  expect((await poll()).status).toBe('running')
  const failed = await ended(poll)
  expect(failed.status).toBe('failed')
  expect(failed.error).toMatch(
    /^the process that made it stopped: no sign of life for \d+ s; post the payload again$/,
  )

  expect((await other('POST', '/edp-api/jobs', { body: payload })).json).toEqual(posted.json)
  expect((await ended(poll)).status).toBe('complete')
})
