import { parseConfiguratorPayload } from '@edp/schemas'
import { raw, Router, type RequestHandler } from 'express'

import type { JobService } from '../jobs/job-service.ts'
import { RequestError } from './http-errors.ts'
import { parseStrictJson } from './strict-json.ts'

const JOB_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** POST /jobs takes a payload, GET /jobs/{job_id} tells how far it is. */
export function jobsRoutes(jobs: JobService, bodyLimitBytes: number): Router {
  const router = Router()
  router
    .route('/jobs')
    .post(
      requireJson,
      raw({ type: () => true, limit: bodyLimitBytes, inflate: false }),
      async (request, response) => {
        const body: unknown = request.body
        const payload = parseConfiguratorPayload(
          parseStrictJson(body instanceof Uint8Array ? body : new Uint8Array()),
        )
        const created = await jobs.submit(payload, request.id)
        request.log.info({ job_id: created.job_id, deployment_id: payload.deployment_id }, 'job accepted')
        response.status(202).location(created.status_url).json(created)
      },
    )
    .all(methodNotAllowed('POST'))
  router
    .route('/jobs/:job_id')
    .get(async (request, response) => {
      const { job_id } = request.params
      const result = JOB_ID.test(job_id) ? await jobs.result(job_id.toLowerCase(), request.id) : null
      if (result === null) throw new RequestError('unknown_job', `no such job: ${job_id.slice(0, 64)}`)
      response.set('Cache-Control', 'no-store').json(result)
    })
    .all(methodNotAllowed('GET, HEAD'))
  return router
}

/** Answers 405 and names what is allowed. */
export function methodNotAllowed(allow: string): RequestHandler {
  return (_request, response) => {
    response.set('Allow', allow)
    throw new RequestError('method_not_allowed')
  }
}

/** JSON in UTF-8 and nothing else: no form, no compressed body that grows when it is unpacked. */
const requireJson: RequestHandler = (request, _response, next) => {
  const type = request.get('content-type') ?? ''
  const encoding = request.get('content-encoding') ?? 'identity'
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type) || encoding !== 'identity')
    throw new RequestError('unsupported_media_type')
  next()
}
