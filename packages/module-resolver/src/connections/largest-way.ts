import type { AssemblySpec } from '@edp/schemas'

import { continuousTrip } from '../electrical/breakers.ts'
import { holds, type ConditionFacts } from '../site/conditions.ts'
import { expand } from '../site/expand-repeats.ts'

/**
 * Largest breaker on the board that the feeders of a compute container serve, A: 125 % of the current that the catalogue rates
 * its way for, as inside; 0 where there is no such way. A feeder is at least as large, else it would open before the way.
 */
export function largestWay(compute: AssemblySpec, facts: ConditionFacts): number {
  const ports = expand(
    compute.ports.filter((port) => holds(port.when, facts)),
    'array',
  )
  const wires = expand(
    compute.connections.filter((wire) => holds(wire.when, facts)),
    'for_each',
  )
  const on = new Map(ports.map((port) => [port.id, port.on]))
  const incoming = ports.find((port) => port.service === 'power_lv' && port.interface?.plate_id === 'CG')
  const board = on.get(wires.find(({ from }) => from === incoming?.id)?.to ?? '')
  const rated = wires.flatMap(({ from, cable }) =>
    board !== undefined && on.get(from) === board ? (cable?.current_a ?? []) : [],
  )
  return Math.max(0, ...rated.map(continuousTrip))
}
