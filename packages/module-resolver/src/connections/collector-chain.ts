import type { BessBranch, Connection, SiteModule } from '@edp/schemas'

import { FIRE_PANEL } from '../electrical/emergency-off.ts'
import { MV_V } from '../electrical/system-voltages.ts'
import { fullLoadCurrent } from '../electrical/transformers.ts'
import { connectionId } from './connection-id.ts'
import { controlCable } from './cable-details.ts'
import { connection } from './connection-parts.ts'
import { headRoute } from './head-route.ts'
import { cableLength, onPlan, routeBetween, type Route } from './lengths.ts'
import type { OutwardPort } from './ports.ts'
import { mvConnection } from './power-connection.ts'
import { protectionOf } from './supply-connections.ts'
import { endsOf, mated, moduleOf, type Wiring } from './wiring.ts'

/** The skid at `position` of a chain, what it hangs on, and the ends of a cable between them. */
function link(
  wiring: Wiring,
  branch: BessBranch,
  position: number,
  mating: { readonly slot: string; readonly chain: string; readonly channel: number },
): {
  readonly skid: SiteModule
  readonly previous: SiteModule
  readonly ends: Pick<Connection, 'from' | 'to'>
  readonly route: Route
} {
  const at = (index: number): SiteModule => moduleOf(wiring, branch.units[index]?.skid_module_id ?? '')
  const skid = at(position)
  const isOut = (port: OutwardPort): boolean => port.id.endsWith('.OUT')
  const { slot, chain, channel } = mating
  if (position === 0) {
    const { head } = wiring
    return {
      skid,
      previous: head,
      ends: mated(wiring, head, skid, slot, channel, `${slot}${channel}`),
      route: headRoute(wiring, skid, { slot, channel }),
    }
  }
  const previous = at(position - 1)
  const ends = endsOf(wiring, previous, skid, {
    from: { slot: chain, pick: isOut },
    to: { slot: chain, pick: (port) => !isOut(port) },
  })
  return { skid, previous, ends, route: onPlan(routeBetween(previous, skid)) }
}

/** Cable into the skid at `position` of a chain: from the switchgear, or from the skid before it. */
export function collector(wiring: Wiring, branch: BessBranch, channel: number, position: number): Connection {
  const { electrical, block } = wiring
  const behind = branch.units.slice(position)
  const { skid, previous, ends, route } = link(wiring, branch, position, {
    slot: 'B',
    chain: 'MV-LINK',
    channel,
  })
  return mvConnection(
    {
      connection_id: branch.collector_connection_ids[position] ?? '',
      description: `Battery collector ${branch.tag}, ${previous.designation} to ${skid.designation}`,
      block_id: block.block_id,
      ...ends,
      length: cableLength(route),
    },
    {
      load_kw: behind.reduce((sum, unit) => sum + unit.power_kw, 0),
      design_current_a: behind.reduce((sum, unit) => sum + fullLoadCurrent(unit.pcs_kva, MV_V), 0),
      // The whole chain has one relay, so its last cable is as large as its first.
      protection: protectionOf(branch.breaker),
      short_circuit_ka: electrical.mv_bus?.short_circuit_ka ?? null,
      ground_c: wiring.ground_c,
      fault_ka: electrical.mv_bus?.withstand_ka ?? 0,
    },
  )
}

/**
 * Trip and emergency power off of the skid at `position`, in series along the chain of its collector: opening the collector
 * alone does not stop a converter that forms a grid (NEC 2023, 706.15).
 */
export function skidTrip(wiring: Wiring, branch: BessBranch, channel: number, position: number): Connection {
  const { skid, previous, ends, route } = link(wiring, branch, position, {
    slot: 'E',
    chain: 'EPO-LINK',
    channel,
  })
  return connection({
    connection_id: connectionId('C', previous.designation, skid.designation, '01'),
    service: 'control',
    description: `Trip and emergency power off of ${branch.tag}, ${previous.designation} to ${skid.designation}: trip by its relays (2), stop by emergency power off (2); 8 of 12 cores spare`,
    block_id: wiring.block.block_id,
    ...ends,
    length: cableLength(route),
    cable: controlCable(12, 'trip'),
  })
}

/** Cores of a loop of a fire alarm panel: out and back, so that a break anywhere loses no module (NFPA 72, class A). */
const LOOP_CORES = 4

/**
 * Loop of the fire alarm panel to the monitor module of the skid at `position`, along the chain of its collector and back. It is power-limited and
 * has a cable of its own, laid as the 600 V wiring that NEC 2023, 760.130(A) allows. NFPA 855 and NFPA 72 ask for alarm and fault of a battery at the panel of the site.
 */
export function fireLoop(wiring: Wiring, branch: BessBranch, channel: number, position: number): Connection {
  const { skid, previous, ends, route } = link(wiring, branch, position, {
    slot: 'H',
    chain: 'FIRE-LINK',
    channel,
  })
  return connection({
    connection_id: connectionId('C', previous.designation, skid.designation, '02'),
    service: 'control',
    description: `Loop of ${FIRE_PANEL}, ${previous.designation} to the monitor module of ${skid.designation}: out (2), back (2); 0 of ${LOOP_CORES} cores spare`,
    block_id: wiring.block.block_id,
    ...ends,
    length: cableLength(route),
    cable: controlCable(LOOP_CORES, 'pairs'),
  })
}
