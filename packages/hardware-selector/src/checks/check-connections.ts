import type { AssemblyConnection, AssemblySpec, Problem } from '@edp/schemas'

import { expandedIds, substitute } from '../expand-repeats.ts'
import { inconsistent, repeatedIds } from './consistency-problem.ts'
import { portIds } from './check-ports.ts'

type PortService = AssemblySpec['ports'][number]['service']

/** Services that flow in hoses; all others flow in cables. */
const HOSE_SERVICES: ReadonlySet<PortService> = new Set([
  'coolant_supply',
  'coolant_return',
  'drain',
  'water',
])

/** Connections: ids once, between ports that exist and agree on the service, a hose for fluids and a cable for the rest. */
export function checkConnections(spec: AssemblySpec): Problem[] {
  const services = new Map(
    portIds(spec.ports).flatMap((ids, index) => ids.map((id) => [id, spec.ports[index]?.service] as const)),
  )
  return [
    ...repeatedIds(
      ['connections'],
      spec.connections.map(({ id, for_each }) => expandedIds(id, for_each)),
    ),
    ...spec.connections.flatMap((connection, index) =>
      endsOf(connection).flatMap(({ from, to }) => endProblems(connection, index, [from, to], services)),
    ),
  ]
}

function endsOf({ from, to, for_each: repeat }: AssemblyConnection): { from: string; to: string }[] {
  if (repeat === undefined) return [{ from, to }]
  return Array.from({ length: repeat.count }, (_, step) => ({
    from: substitute(from, repeat.var, repeat.from + step),
    to: substitute(to, repeat.var, repeat.from + step),
  }))
}

function endProblems(
  connection: AssemblyConnection,
  index: number,
  [from, to]: readonly [string, string],
  services: ReadonlyMap<string, PortService | undefined>,
): Problem[] {
  const at = (field: string): Problem['path'] => ['connections', index, field]
  const missing = [
    ...(services.has(from)
      ? []
      : [inconsistent(at('from'), `no port ${from}, expected an id of ports`, from)]),
    ...(services.has(to) ? [] : [inconsistent(at('to'), `no port ${to}, expected an id of ports`, to)]),
  ]
  const [a, b] = [services.get(from), services.get(to)]
  if (missing.length > 0 || a === undefined || b === undefined) return missing
  if (a !== b) return [inconsistent(at('to'), `${from} is ${a}, ${to} is ${b}, expected one service`, to)]
  const wanted = HOSE_SERVICES.has(a) ? 'hose' : 'cable'
  return connection[wanted] === undefined
    ? [inconsistent(at(wanted), `${connection.id} carries ${a}, expected a ${wanted}`, connection.id)]
    : []
}
