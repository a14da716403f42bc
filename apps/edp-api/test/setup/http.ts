import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { scratchDirectory } from '@edp/testing'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'

import { createApp, type AppParts } from '../../src/http/app.ts'
import { createMetrics, registerGauges } from '../../src/http/metrics.ts'
import { JobService } from '../../src/jobs/job-service.ts'
import type { JobServiceParts } from '../../src/jobs/job-service-parts.ts'
import { Catalogue } from '../../src/pipeline/catalogue.ts'
import type { ArtifactStore } from '../../src/storage/artifact-store.ts'
import { DirectoryStore } from '../../src/storage/directory-store.ts'
import { catalogueDirectory, fakeGenerate, HARDWARE } from './fakes.ts'

/** A service over HTTP whose generators are stand-ins. */
export interface TestService {
  readonly url: string
  readonly store: ArtifactStore
  readonly jobs: JobService
  /** Lines of the log. */
  readonly log: string[]
  readonly request: (method: string, path: string, init?: TestRequest) => Promise<TestReply>
}

export interface TestRequest {
  /** Sent as it is when it is a text or bytes, as JSON otherwise. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface TestReply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Record<string, unknown>
}

/** Starts the service on a free port of the loopback interface; it ends with the test. */
export async function testService(
  options: { readonly app?: Partial<AppParts>; readonly jobs?: Partial<JobServiceParts> } = {},
): Promise<TestService> {
  const store = options.jobs?.store ?? new DirectoryStore(scratchDirectory())
  const jobs = new JobService({
    store,
    catalogue: new Catalogue(new DirectoryStore(catalogueDirectory())),
    hardware: HARDWARE,
    generate: fakeGenerate,
    limits: {},
    lease_ms: 6_000,
    concurrency: 4,
    queue_limit: 50,
    ...options.jobs,
  })
  const log: string[] = []
  const metrics = createMetrics()
  registerGauges(metrics, { active_jobs: () => jobs.active, busy_workers: () => 0 })
  const app = createApp({
    jobs,
    logger: pino({ level: 'info' }, { write: (line: string) => log.push(line) }),
    metrics,
    tokens: [],
    body_limit_bytes: 64 * 1024,
    health: {
      version: '1.2.3',
      active_jobs: () => jobs.active,
      is_stopping: () => false,
      probeStore: async () => {
        await store.head('edp-jobs/health')
      },
    },
    ...options.app,
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  onTestFinished(async () => {
    await jobs.stop(2_000)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const url = `http://127.0.0.1:${port}`
  return { url, store, jobs, log, request: requester(url) }
}

/** Sends requests to a service. */
export function requester(url: string): TestService['request'] {
  return async (method, path, { body, headers = {} } = {}) => {
    const isRaw = body === undefined || typeof body === 'string' || body instanceof Uint8Array
    const reply = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
    })
    const text = await reply.text()
    const isJson = (reply.headers.get('content-type') ?? '').startsWith('application/json')
    const json = isJson && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : {}
    return { status: reply.status, headers: reply.headers, text, json }
  }
}
