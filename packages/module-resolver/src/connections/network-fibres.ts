import type { Connection, SiteModule } from '@edp/schemas'

import { hostedSpines } from '../network/hosted-spines.ts'
import { OT_TRUNK_ZONES, wayOut } from '../network/network-tables.ts'
import { connectionId } from './connection-id.ts'
import { byOthers, connection } from './connection-parts.ts'
import { FIBRE_TYPES, fibreCable, trunkCable } from './fibre-cables.ts'
import { headRoute } from './head-route.ts'
import { fibreLength, trunkLength } from './lengths.ts'
import { mated, type Wiring } from './wiring.ts'
import { counted } from '../findings/counted.ts'

/** Links of 400 Gbit/s, each on an MPO-12, that one made-up trunk cable carries. Source: design choice, stocked 144-fibre trunks. */
const TRUNK_LINKS = 12

interface FibreUse {
  readonly what: string
  readonly network: string
  readonly zone: string
}

/** What the two fibre cables of a container carry; a lone container holds the core itself, so that its cables are the way out alone. */
function fibreUse({ head, network }: Wiring, container: SiteModule): FibreUse {
  const lone = head.kind === 'customer_switchgear' && network.ot_rings.length === 0
  return lone
    ? {
        what: `${network.uplink.air_gapped ? 'Cross-connect' : 'Way out'} of ${container.designation}, the core is inside it`,
        ...wayOut(network.uplink.air_gapped),
      }
    : {
        what: `OT network of ${container.designation}`,
        network: 'OT',
        zone: OT_TRUNK_ZONES.compute_container,
      }
}

/** OT fibre of a container on paths A and B. */
export function otFibres(wiring: Wiring, container: SiteModule, channel: number): Connection[] {
  const { head, block } = wiring
  const { what, network, zone } = fibreUse(wiring, container)
  const links_count = wiring.core?.module_id === container.module_id ? wiring.core.links_count : 1
  return (['A', 'B'] as const).map((system) =>
    connection({
      connection_id: connectionId('F', head.designation, container.designation, `${system}01`),
      service: 'fibre',
      description: `${what}, path ${system}`,
      block_id: block.block_id,
      system,
      ...panelEnds(head, mated(wiring, head, container, system === 'A' ? 'F1' : 'F2', channel)),
      length: fibreLength(headRoute(wiring, container, { slot: system === 'A' ? 'F1' : 'F2', channel })),
      cable: fibreCable(FIBRE_TYPES.plugged),
      data: { rate_gbps: 10, network, zone, links_count },
    }),
  )
}

/** In the switchgear of the customer a fibre ends on the panel that stands there, whatever the plug at its other end. */
function panelEnds(head: SiteModule, ends: Pick<Connection, 'from' | 'to'>): Pick<Connection, 'from' | 'to'> {
  return head.kind === 'customer_switchgear'
    ? { ...ends, from: { ...ends.from, termination: byOthers('splice cassette, LC duplex') } }
    : ends
}

/** OT fibre of a battery on paths A and B: the loss of a core switch leaves its converter, its management and its fire panel in reach. */
export function batteryFibres(wiring: Wiring, battery: SiteModule, channel: number): Connection[] {
  const { head, block } = wiring
  return (['A', 'B'] as const).map((system) =>
    connection({
      connection_id: connectionId('F', head.designation, battery.designation, `${system}01`),
      service: 'fibre',
      description: `OT network of ${battery.designation}, path ${system}`,
      block_id: block.block_id,
      system,
      ...mated(wiring, head, battery, system === 'A' ? 'F1' : 'F2', channel),
      length: fibreLength(headRoute(wiring, battery, { slot: system === 'A' ? 'F1' : 'F2', channel })),
      cable: fibreCable(FIBRE_TYPES.plugged),
      data: { rate_gbps: 1, network: 'OT', zone: OT_TRUNK_ZONES.bess_unit, links_count: 1 },
    }),
  )
}

/** Trunks of the two leaves to the spines; a site without spines has none and leaves the X positions spare. */
export function fabricTrunks(wiring: Wiring, container: SiteModule, channel: number): Connection[] {
  const { head, block, network } = wiring
  const { fabric } = network
  if (fabric.spines_count === 0) return []
  const hosted = hostedSpines(fabric, [block], container.module_id)
  // The container that holds the spines takes the links of all the others; its own leaves are beside them.
  const links = fabric.uplinks_per_leaf * (hosted?.others_count ?? 1)
  if (links === 0) return []
  const whose = (leaf: number): string =>
    hosted === null
      ? `Compute fabric trunks of ${container.designation}, leaf ${leaf}`
      : `Compute fabric trunks to the spines in ${container.designation}, leaf ${leaf} of ${counted(hosted.others_count, 'other container')}`
  return (['A', 'B'] as const).map((system) =>
    connection({
      connection_id: connectionId(
        'F',
        head.designation,
        container.designation,
        system === 'A' ? 'X01' : 'Y01',
      ),
      service: 'fibre',
      description: `${whose(system === 'A' ? 1 : 2)}, ${links} links`,
      block_id: block.block_id,
      system,
      quantity: Math.ceil(links / TRUNK_LINKS),
      ...mated(wiring, head, container, system === 'A' ? 'X1' : 'X2', channel),
      length: trunkLength(headRoute(wiring, container, { slot: system === 'A' ? 'X1' : 'X2', channel })),
      cable: trunkCable(TRUNK_LINKS),
      data: {
        rate_gbps: 400,
        network: 'compute fabric',
        zone: 'Z5',
        links_count: Math.min(links, TRUNK_LINKS),
      },
    }),
  )
}

/** Two diverse paths of each block to the WAN entry and cross-connect of the site. */
export function wanConnections(wiring: Wiring): Connection[] {
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
      length: fibreLength(headRoute(wiring, wan, { slot: `W${i + 1}` })),
      cable: fibreCable(FIBRE_TYPES.open),
      data: {
        rate_gbps: 10,
        ...wayOut(network.uplink.air_gapped),
        links_count: 1,
      },
    }),
  )
}
