import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { EdpError } from '@edp/schemas'
import { pino, type Logger } from 'pino'

import type { Config } from './config/config.ts'
import { placesOf } from './config/environment.ts'
import { createApp } from './http/app.ts'
import { createMetrics, registerGauges } from './http/metrics.ts'
import type { Ending } from './jobs/deployment-log.ts'
import { JobService } from './jobs/job-service.ts'
import { Catalogue } from './pipeline/catalogue.ts'
import type { Generate } from './pipeline/generate.ts'
import { PRODUCT_VERSION } from './pipeline/package-versions.ts'
import { openStores } from './storage/open-store.ts'
import { storeProbe } from './storage/store-probe.ts'

/** A service that listens. */
export interface RunningService {
  readonly url: string
  /** Finishes what is under way, for a while, and ends. */
  readonly stop: () => Promise<void>
}

/** What makes the packages: the worker threads in the service, this thread in tests. */
export interface Generator {
  readonly generate: Generate
  readonly busy: () => number
  readonly close: () => Promise<void>
}

/** Connections at a time; callers beyond are cut off and try again. */
const CONNECTIONS_MAX = 2_000

/**
 * Starts the service and listens.
 *
 * @throws {EdpError} `invalid_config` when the address is in use or may not be used, `store_failure` without a store.
 */
export async function startService(
  config: Config,
  generator: Generator,
  logger: Logger = pino({ level: config.environment.EDP_LOG_LEVEL, base: { service: 'edp-api' } }),
): Promise<RunningService> {
  const { environment } = config
  const metrics = createMetrics()
  const { store, catalogue } = await openStores(config, () => {
    metrics.store_retries.inc()
  })
  let isStopping = false
  const jobs = new JobService({
    store,
    catalogue: new Catalogue(catalogue),
    hardware: config.hardware,
    generate: generator.generate,
    limits: {
      compute_containers_max: environment.EDP_MAX_COMPUTE_CONTAINERS,
      bess_capacity_mwh_max: environment.EDP_MAX_BESS_MWH,
    },
    lease_ms: environment.EDP_LEASE_SECONDS * 1000,
    concurrency: placesOf(environment),
    queue_limit: environment.EDP_QUEUE_LIMIT,
    onRepairFailure: (job_id, err) => {
      logger.error({ job_id, err }, 'a newer package that this job may have damaged could not be made again')
    },
    onEnd: ({ job_id, request_id, ending, seconds, cause }) => {
      const status = endOf(ending, cause)
      metrics.jobs.observe({ status }, seconds)
      const line = { job_id, request_id, seconds, status }
      // A newer payload and a stop are nothing to look into.
      if (status !== 'failed' && status !== 'unrecorded') logger.info(line, 'job ended')
      else logger.error({ ...line, err: cause }, 'job ended')
    },
  })
  registerGauges(metrics, { active_jobs: () => jobs.active, busy_workers: generator.busy })
  const app = createApp({
    jobs,
    logger,
    metrics,
    tokens: environment.EDP_API_TOKENS,
    body_limit_bytes: environment.EDP_MAX_BODY_KB * 1024,
    health: {
      version: PRODUCT_VERSION,
      active_jobs: () => jobs.active,
      is_stopping: () => isStopping,
      probeStore: storeProbe(store),
    },
  })
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 },
    app,
  )
  // Each may hold a body: with the limit of bodies this bounds the memory that callers can take.
  server.maxConnections = CONNECTIONS_MAX
  const url = await listen(server, environment.HOST, environment.PORT)
  logger.info({ url, store: store.location, catalogue: catalogue.location }, 'listening')
  return {
    url,
    stop: async () => {
      isStopping = true
      logger.info({ active_jobs: jobs.active }, 'stopping')
      await jobs.stop(environment.EDP_SHUTDOWN_SECONDS * 1000)
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeIdleConnections()
        setTimeout(() => {
          server.closeAllConnections()
        }, 1_000).unref()
      })
      await generator.close()
      logger.info('stopped')
    },
  }
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new EdpError('invalid_config', `cannot listen on ${host}:${port}: ${error.code ?? error.message}`),
      )
    })
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`
}

/** How a run has ended, for metrics and log: what went wrong is apart from what was meant to end it. */
function endOf(
  ending: Ending,
  cause: unknown,
): 'complete' | 'failed' | 'superseded' | 'handed_over' | 'unrecorded' {
  if (ending.handed_over === true) return 'handed_over'
  if ((cause as EdpError | undefined)?.code === 'superseded') return 'superseded'
  // The package stands, but the store did not take the record that says so: callers are told that the job has failed.
  return ending.status === 'complete' && cause !== undefined ? 'unrecorded' : ending.status
}
