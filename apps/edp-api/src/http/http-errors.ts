import type { EdpErrorCode, Problem } from '@edp/schemas'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import * as z from 'zod'

import { ServiceBusy } from '../jobs/service-busy.ts'

/** Body of every error but 422. */
export const ApiError = z
  .object({
    detail: z.string().describe('What went wrong, for people'),
    code: z.string().describe('What went wrong, for programs'),
    request_id: z.string().describe('Finds the request in the log'),
  })
  .readonly()
export type ApiError = z.infer<typeof ApiError>

/** Body of 422, as FastAPI gives it: every problem of the body at once. */
export const ValidationError = z
  .object({
    detail: z
      .array(
        z.object({
          type: z.string().describe('Kind of problem'),
          loc: z.array(z.union([z.string(), z.int()])).describe('Where: body, then the field'),
          msg: z.string().describe('What is wrong, expected values named'),
          input: z.unknown().describe('The value that was found, null where there is none'),
        }),
      )
      .readonly(),
  })
  .readonly()
export type ValidationError = z.infer<typeof ValidationError>

/** Status and code of the errors that requests themselves cause. */
export const REQUEST_ERRORS = {
  unauthorized: { status: 401, detail: 'a valid bearer token is required' },
  not_found: { status: 404, detail: 'no such resource' },
  unknown_job: { status: 404, detail: 'no such job' },
  method_not_allowed: { status: 405, detail: 'method not allowed' },
  body_too_large: { status: 413, detail: 'the body is too large' },
  unsupported_media_type: {
    status: 415,
    detail: 'expected Content-Type: application/json without content encoding',
  },
  bad_request: { status: 400, detail: 'the request could not be read' },
} as const satisfies Record<string, { status: number; detail: string }>

/** An error that a request causes. */
export class RequestError extends Error {
  readonly code: keyof typeof REQUEST_ERRORS

  constructor(code: keyof typeof REQUEST_ERRORS, detail: string = REQUEST_ERRORS[code].detail) {
    super(detail)
    this.code = code
  }
}

/** What is answered with 422: the caller can put it right. Everything else of the pipeline is not the caller's fault. */
const UNPROCESSABLE: readonly EdpErrorCode[] = ['invalid_payload', 'size_limit']

/** What express and its body reader call their errors. */
const READER_ERRORS: Readonly<Record<string, keyof typeof REQUEST_ERRORS>> = {
  'entity.too.large': 'body_too_large',
  'encoding.unsupported': 'unsupported_media_type',
  'request.aborted': 'bad_request',
  'request.size.invalid': 'bad_request',
}

/** No route has answered. */
export const notFound: RequestHandler = () => {
  throw new RequestError('not_found')
}

/** Turns whatever was thrown into an answer; nothing of an unexpected error reaches the caller but the request id. */
export const answerError: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) {
    next(error)
    return
  }
  const known = error as { code?: string; type?: string; status?: number; problems?: readonly Problem[] }
  const send = (status: number, code: string, detail: string): void => {
    const body: ApiError = { detail, code, request_id: request.id }
    response.status(status).json(body)
  }
  if (UNPROCESSABLE.some((code) => code === known.code) && known.problems !== undefined) {
    response.status(422).json(validationError(known.problems))
    return
  }
  if (error instanceof ServiceBusy) {
    response.set('Retry-After', String(error.retry_after_s))
    send(503, 'busy', error.message)
    return
  }
  const own = error instanceof RequestError ? error : readerError(known)
  if (own !== null) {
    if (own.code === 'unauthorized') response.set('WWW-Authenticate', 'Bearer')
    send(REQUEST_ERRORS[own.code].status, own.code, own.message)
    return
  }
  request.log.error({ err: error }, 'request failed')
  if (known.code === 'store_failure') {
    response.set('Retry-After', '5')
    send(503, 'store_unavailable', 'the artifact store cannot be reached')
  } else send(500, 'internal', 'internal error')
}

function readerError(known: { type?: string; status?: number }): RequestError | null {
  const code = READER_ERRORS[known.type ?? '']
  if (code !== undefined) return new RequestError(code)
  return known.status !== undefined && known.status >= 400 && known.status < 500
    ? new RequestError('bad_request')
    : null
}

function validationError(problems: readonly Problem[]): ValidationError {
  return {
    detail: problems.map(({ type, path, message, input }) => ({
      type,
      loc: ['body', ...path],
      msg: message,
      input: input ?? null,
    })),
  }
}
