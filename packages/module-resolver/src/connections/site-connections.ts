import type { Connection, SiteModule } from '@edp/schemas'

import { batteryConnections } from './battery-connections.ts'
import { bonds } from './bonds.ts'
import { computeConnections } from './compute-connections.ts'
import { connectionId } from './connection-id.ts'
import { fibreCable } from './cable-details.ts'
import { connection } from './connection-parts.ts'
import { coolerConnections } from './cooler-connections.ts'
import { fibreLength, routeBetween } from './lengths.ts'
import { checkAllUsed } from './ports.ts'
import { supplyConnections, transformerConnections } from './supply-connections.ts'
import { mated, type Wiring } from './wiring.ts'

/**
 * Every cable and hose between modules, block by block, from the mated ports of both ends.
 *
 * @throws {EdpError} `dangling_port` when a port mates with nothing or two ports disagree.
 */
export function siteConnections(blocks: readonly Wiring[], modules: readonly SiteModule[]): Connection[] {
  const connections = blocks.flatMap((wiring) => [
    ...supplyConnections(wiring),
    ...transformerConnections(wiring),
    ...computeConnections(wiring),
    ...coolerConnections(wiring),
    ...batteryConnections(wiring),
    ...wanConnections(wiring),
    ...bonds(wiring),
  ])
  const [first] = blocks
  if (first !== undefined) checkAllUsed(first.ports, modules, first.used, sparePositions(first))
  return connections
}

/** Positions that stay spare by design: without spines there is no fabric outside the container. */
function sparePositions(wiring: Wiring): ReadonlySet<string> {
  return new Set(wiring.network.fabric.spines_count === 0 ? ['X1', 'X2'] : [])
}

/** Two diverse paths of each block to the WAN entry and cross-connect of the site. */
function wanConnections(wiring: Wiring): Connection[] {
  const { head, wan, block, network } = wiring
  if (wan === null) return []
  return (['A', 'B'] as const).map((system, i) =>
    connection({
      connection_id: connectionId('F', head.designation, wan.designation, `${system}01`),
      service: 'fibre',
      description: network.uplink.air_gapped
        ? `Cross-connect between the blocks, path ${system}; no external connection`
        : `WAN and cross-connect between the blocks, path ${system}`,
      scope: head.kind === 'customer_switchgear' ? 'by_others' : 'supply',
      block_id: block.block_id,
      system,
      ...mated(wiring, head, wan, `W${i + 1}`),
      length: fibreLength(routeBetween(head, wan)),
      cable: fibreCable('OS2 12F, LC duplex, armoured'),
      data: {
        rate_gbps: 10,
        network: network.uplink.air_gapped ? 'site cross-connect' : 'WAN',
        zone: network.uplink.air_gapped ? 'Z3' : 'Z3.5',
        links_count: 1,
      },
    }),
  )
}
