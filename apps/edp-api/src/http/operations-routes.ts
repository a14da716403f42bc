import { Router } from 'express'

import type { Metrics } from './metrics.ts'
import { methodNotAllowed } from './jobs-routes.ts'

/** What a replica knows about its own health. */
export interface HealthChecks {
  readonly version: string
  readonly active_jobs: () => number
  readonly is_stopping: () => boolean
  /** Resolves when the store takes writes. */
  readonly probeStore: () => Promise<void>
}

/** Health for people and load balancers. */
export function healthRoutes(checks: HealthChecks): Router {
  const report = async (): Promise<{ ready: boolean; store: string }> => {
    const store = await checks.probeStore().then(
      () => 'ok',
      () => 'unreachable',
    )
    return { ready: store === 'ok' && !checks.is_stopping(), store }
  }
  const router = Router()
  router
    .route('/health')
    .get(async (_request, response) => {
      const { ready, store } = await report()
      response.set('Cache-Control', 'no-store').json({
        status: 'ok',
        ready,
        store,
        stopping: checks.is_stopping(),
        active_jobs: checks.active_jobs(),
        version: checks.version,
      })
    })
    .all(methodNotAllowed('GET, HEAD'))
  // Asks nothing of anybody: a store that is away is no reason to kill the process that waits for it.
  router
    .route('/health/live')
    .get((_request, response) => {
      response.set('Cache-Control', 'no-store').json({ status: 'ok' })
    })
    .all(methodNotAllowed('GET, HEAD'))
  router
    .route('/health/ready')
    .get(async (_request, response) => {
      const state = await report()
      response
        .status(state.ready ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json(state)
    })
    .all(methodNotAllowed('GET, HEAD'))
  return router
}

/** Metrics in the text format of Prometheus. */
export function metricsRoutes(metrics: Metrics): Router {
  const router = Router()
  router
    .route('/metrics')
    .get(async (_request, response) => {
      response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
    })
    .all(methodNotAllowed('GET, HEAD'))
  return router
}
