import express, { Router, type Express } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'

import type { JobService } from '../jobs/job-service.ts'
import { bearerTokens } from './bearer-tokens.ts'
import { DOCS_STYLE, docsPage } from './docs-page.ts'
import { answerError, notFound } from './http-errors.ts'
import { jobsRoutes } from './jobs-routes.ts'
import type { Metrics } from './metrics.ts'
import { openApi } from './open-api.ts'
import { healthRoutes, metricsRoutes, type HealthChecks } from './operations-routes.ts'
import { requestContext } from './request-context.ts'

/** What the HTTP interface is made of. */
export interface AppParts {
  readonly jobs: JobService
  readonly logger: Logger
  readonly metrics: Metrics
  readonly health: HealthChecks
  readonly tokens: readonly string[]
  readonly body_limit_bytes: number
}

/** The HTTP interface. It does not listen, so that tests can mount it on a port of their own. */
export function createApp(parts: AppParts): Express {
  const app = express()
  app.set('query parser', 'simple').set('etag', false)
  app.use(requestContext(parts.logger, parts.metrics))
  app.use(
    helmet({
      contentSecurityPolicy: {
        // Not helmet's own list: it asks browsers for HTTPS, which this service leaves to what stands in front of it.
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
    }),
  )
  app.use('/edp-api', healthRoutes(parts.health), docsRoutes(parts.health.version))
  app.use(
    '/edp-api',
    bearerTokens(parts.tokens),
    jobsRoutes(parts.jobs, parts.body_limit_bytes),
    metricsRoutes(parts.metrics),
  )
  app.use(notFound)
  app.use(answerError)
  return app
}

/** The description of the interface, for programs and for people. */
function docsRoutes(version: string): Router {
  const document = openApi(version)
  const page = docsPage(document)
  const router = Router()
  router.get('/openapi.json', (_request, response) => {
    response.json(document)
  })
  router.get('/docs', (_request, response) => {
    response.type('html').send(page)
  })
  router.get('/docs/style.css', (_request, response) => {
    response.type('css').send(DOCS_STYLE)
  })
  return router
}
