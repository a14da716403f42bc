import { randomUUID } from 'node:crypto'

import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

import type { Metrics } from './metrics.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** Finds the request in the log; the caller's own x-request-id where it is a plain one. */
    id: string
    log: Logger
  }
}

const PLAIN_ID = /^[\w.-]{1,64}$/

/** Longest path in the log; those of the service are shorter. */
const PATH_LENGTH = 200

/** Gives every request its id and its logger, and logs and measures the answer. */
export function requestContext(logger: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id') ?? ''
    request.id = PLAIN_ID.test(given) ? given : randomUUID()
    request.log = logger.child({ request_id: request.id })
    response.set('X-Request-Id', request.id)
    const start = performance.now()
    // Not `finish`: a caller that went away before the answer is worth a line, too.
    response.on('close', () => {
      const seconds = (performance.now() - start) / 1000
      const route = (request.route as { path?: string } | undefined)?.path ?? 'none'
      const status = response.statusCode
      metrics.requests.observe({ method: request.method, route, status: String(status) }, seconds)
      const level = status >= 500 ? 'error' : 'info'
      const path = request.originalUrl.split('?')[0]?.slice(0, PATH_LENGTH)
      const gone = response.writableFinished ? {} : { caller_gone: true }
      request.log[level]({ method: request.method, path, status, seconds, ...gone }, 'request')
    })
    next()
  }
}
