import {
  roundTo,
  type AssemblySpec,
  type BlockElectrical,
  type Connection,
  type RunLength,
} from '@edp/schemas'

import { expand } from '../site/expand-repeats.ts'
import type { Route } from './lengths.ts'
import { plateWay, type InsideWay } from './plate-way.ts'

/** Rule by which the secondary of a unit transformer may be of any length, and what it asks of the main. */
export const ENTRANCE_RULE = 'NEC 2023, 240.21(C)(4)'

/**
 * Farthest that the main stands behind the plate by which the secondary of an outdoor transformer enters, along the cable, m. The rule
 * says nearest the point of entrance and gives no length. Source: `assumption`, 15 ft, what authorities commonly accept.
 */
export const ENTRANCE_M = 4.5

/** Secondary of a unit transformer and the way from its point of entrance to the main. */
export interface Entrance {
  readonly connection: Connection
  readonly main: string
  readonly inside: InsideWay
}

/** Way of a cable inside a module, in plan and up and down together, m. */
export function insideLength({ route_m, rise_m }: Pick<InsideWay, 'route_m' | 'rise_m'>): number {
  return roundTo(route_m + rise_m, 1)
}

/** Length of a secondary: its working says how far inside the main stands. `length` is that of the `way`. */
export function secondaryLength(length: RunLength, way: Route): RunLength {
  if (way.inside === null) return length
  return {
    ...length,
    basis: `${length.basis}; EL-ENTRY-01: main ${insideLength(way.inside)} m behind the point of entrance, nearest to it (${ENTRANCE_RULE})`,
  }
}

/** Secondaries that enter a grid container by a plate; none where the site has no grid container or its assembly mounts no such plate. */
export function secondaryEntrances(
  grid: AssemblySpec | null,
  blocks: readonly BlockElectrical[],
  connections: readonly Connection[],
): Entrance[] {
  if (grid === null) return []
  const ports = new Map(expand(grid.ports, 'array').map((port) => [port.id, port]))
  const byId = new Map(connections.map((connection) => [connection.connection_id, connection]))
  return blocks.flatMap(({ transformers }) =>
    transformers.flatMap(({ secondary_connection_id, secondary_breaker }) => {
      const connection = byId.get(secondary_connection_id ?? '')
      const port = ports.get(connection?.to.port ?? '')
      const way = port === undefined ? null : plateWay(grid, port)
      if (connection === undefined || way === null) return []
      return [{ connection, main: secondary_breaker.tag, inside: way.inside }]
    }),
  )
}
