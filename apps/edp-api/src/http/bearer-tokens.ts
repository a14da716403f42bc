import { createHash, timingSafeEqual } from 'node:crypto'

import type { RequestHandler } from 'express'

import { RequestError } from './http-errors.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Lets requests pass that carry one of the tokens; all requests where there are none. Digests of equal length are
 * compared, every one of them each time, so that the time of an answer tells nothing about a token.
 */
export function bearerTokens(tokens: readonly string[]): RequestHandler {
  const digests = tokens.map(digest)
  return (request, _response, next) => {
    const [, token = ''] = /^Bearer +(\S+) *$/i.exec(request.get('authorization') ?? '') ?? []
    const given = digest(token)
    const matches = digests.filter((expected) => timingSafeEqual(expected, given)).length
    if (digests.length > 0 && matches === 0) throw new RequestError('unauthorized')
    next()
  }
}
