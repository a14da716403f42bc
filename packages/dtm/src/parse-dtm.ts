import { Dtm, parseWith } from '@edp/schemas'

/**
 * Checks a manifest from outside.
 *
 * @throws {EdpError} `invalid_dtm` with every problem at once.
 * @example parseDtm(JSON.parse(text)).devices.length
 */
export function parseDtm(document: unknown): Dtm {
  return parseWith(Dtm, document, 'invalid_dtm', 'device topology manifest')
}
