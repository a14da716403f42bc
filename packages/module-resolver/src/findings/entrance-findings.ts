import type { Finding } from '@edp/schemas'

import {
  ENTRANCE_M,
  ENTRANCE_RULE,
  insideLength,
  secondaryEntrances,
} from '../connections/secondary-entrance.ts'
import { counted, plural } from './counted.ts'
import { finding } from './checks.ts'
import type { FindingsInput } from './findings-input.ts'

/** Secondaries of unit transformers whose mains stand farther behind the point of entrance than the rule is read. */
export function entranceFindings({ grid, electrical, connections }: FindingsInput): Finding[] {
  const far = secondaryEntrances(grid, electrical.blocks, connections).filter(
    ({ inside }) => insideLength(inside) > ENTRANCE_M,
  )
  if (far.length === 0) return []
  const longest = Math.max(...far.map(({ inside }) => insideLength(inside)))
  return [
    finding(
      'EL-022',
      `${counted(far.length, 'secondary', 'secondaries')} of unit transformers ${plural(far.length, 'runs', 'run')} up to ${longest} m inside before the main, above ${ENTRANCE_M} m: it is not nearest the point of entrance (${ENTRANCE_RULE}).`,
      far.map(({ connection }) => connection.connection_id),
      { secondaries: far.length, longest_m: longest, limit_m: ENTRANCE_M },
    ),
  ]
}
