import type { Connection, SiteModule } from '@edp/schemas'

import { batteryConnections } from './battery-connections.ts'
import { bonds } from './bonds.ts'
import { computeConnections } from './compute-connections.ts'
import { coolerConnections } from './cooler-connections.ts'
import { neutralElectrodes } from './neutral-electrodes.ts'
import { wanConnections } from './network-fibres.ts'
import { withContacts } from './plate-contacts.ts'
import { withPlateEntries } from './plate-entries.ts'
import { checkAllUsed } from './ports.ts'
import { supplyConnections, transformerConnections } from './supply-connections.ts'
import { bleedConnections, waterConnections } from './water-connections.ts'
import type { Wiring } from './wiring.ts'

/**
 * Every cable and hose between modules, block by block, from the mated ports of both ends.
 *
 * @throws {EdpError} `dangling_port` when a port mates with nothing or two ports disagree.
 */
export function siteConnections(blocks: readonly Wiring[], modules: readonly SiteModule[]): Connection[] {
  const connections = blocks.flatMap((wiring) => {
    const transformers = transformerConnections(wiring)
    return [
      ...supplyConnections(wiring),
      ...transformers,
      ...computeConnections(wiring),
      ...coolerConnections(wiring),
      ...waterConnections(wiring),
      ...bleedConnections(wiring),
      ...batteryConnections(wiring),
      ...wanConnections(wiring),
      ...bonds(wiring),
      ...neutralElectrodes(wiring, transformers),
    ]
  })
  const [first] = blocks
  if (first === undefined) return connections
  checkAllUsed(first.ports, modules, first.used, sparePositions(first))
  return withContacts(withPlateEntries(connections, modules, first.ports), modules, first.ports)
}

/** Positions that stay spare by design: without spines there is no fabric outside the container. */
function sparePositions(wiring: Wiring): ReadonlySet<string> {
  return new Set(wiring.network.fabric.spines_count === 0 ? ['X1', 'X2'] : [])
}
