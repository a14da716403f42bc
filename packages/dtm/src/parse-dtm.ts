import { Dtm, EdpError, parseWith, type Problem } from '@edp/schemas'

import { checkDevice } from './check-device.ts'
import { shown } from './device-problem.ts'
import { endpointProblems } from './endpoint-problems.ts'

/**
 * Checks a manifest from outside: schema, module references, protocol constraints, ids and endpoints that stand twice.
 *
 * @throws {EdpError} `invalid_dtm` with every problem at once.
 * @example parseDtm(JSON.parse(text)).devices.length
 */
export function parseDtm(document: unknown): Dtm {
  const dtm = parseWith(Dtm, document, 'invalid_dtm', 'device topology manifest')
  const constraints = dtm.devices.flatMap((device, index) =>
    checkDevice(device).map(({ path, message, input }): Problem => ({
      path: ['devices', index, ...path],
      type: 'constraint',
      message: `${message}, found ${shown(input)}`,
      input,
    })),
  )
  const problems = [...constraints, ...endpointProblems(dtm.devices)]
  if (problems.length > 0)
    throw new EdpError(
      'invalid_dtm',
      `device topology manifest: ${problems.length} problem${problems.length === 1 ? '' : 's'}`,
      problems,
    )
  return dtm
}
