import type { Network, ReservedAddress } from '@edp/schemas'

import { CORE_PDUS, SECOND_OOB_SWITCH, spinePduTag } from './management-leads.ts'

/** Zones that the firewall pair routes between. */
const ROUTED: readonly string[] = ['Z0', 'Z1', 'Z2', 'Z3', 'Z3.5', 'Z4']
const OCTET = 256

/** Places in the subnet of a zone; polled equipment of a core begins at 10. Source: design choice. */
const PLACES = [
  { tag: 'EMS', use: 'service address of the pair', zone_id: 'Z3', place: 10, count: 1 },
  { tag: 'EMS', use: 'servers A and B', zone_id: 'Z3', place: 11, count: 2 },
  { tag: 'CLK', use: 'time server of every zone', zone_id: 'Z3', place: 20, count: 1 },
  { tag: 'JMP', use: 'jump host, proxy, log relay', zone_id: 'Z3.5', place: 10, count: 1 },
  { tag: 'JMP', use: 'management of the jump host', zone_id: 'Z4', place: 22, count: 1 },
  { tag: 'CLK', use: 'management of the clock', zone_id: 'Z4', place: 23, count: 1 },
  { tag: 'SPN', use: 'management of the spines', zone_id: 'Z4', place: 24, count: 28 },
  { tag: 'SWCA', use: 'management of core switch A', zone_id: 'Z4', place: 59, count: 1 },
  { tag: 'SWCB', use: 'management of core switch B', zone_id: 'Z4', place: 60, count: 1 },
  { tag: 'EMS', use: 'management of servers A and B', zone_id: 'Z4', place: 61, count: 2 },
] as const

/** Switches of batteries, in the order of the batteries of a block: behind the containers, of which a block has 32 at most. */
const BATTERY_SWITCH = { tag: 'SWB', zone_id: 'Z4' } as const
const CONTAINERS_MAX = 32

/** First places in Z4 of what one container of a block holds for the site and the manifest has. Source: design choice. */
const POLLED_PLACES = { spine_pdus: 52, second_switch: 56, core_pdus: 57 } as const
/** Racks of spines that there are places for. */
const SPINE_RACKS_MAX = 2

/** What addresses are set aside for. */
export interface ReservedInput extends Pick<Network, 'zones' | 'nodes'> {
  /** Batteries of the block that has the most. */
  readonly batteries_count: number
  readonly spine_racks_count: number
  readonly core_rack: boolean
}

/**
 * Addresses of the core and of what a single container holds for the site: the gateway of every routed zone, servers, clock, jump
 * host, spines and the PDUs of their racks. They are those of block 1; the second octet is the number of the block.
 */
export function reservedAddresses(input: ReservedInput): ReservedAddress[] {
  const { zones, nodes, batteries_count } = input
  const tags = new Set(nodes.map((node) => node.tag))
  const at = (zone_id: string, place: number): string | null => {
    const subnet = zones.find((zone) => zone.zone_id === zone_id)?.subnet
    return subnet === undefined ? null : addressAt(subnet, place)
  }
  const gateways = ROUTED.flatMap((zone_id) => [
    { tag: 'RTR', use: 'gateway of the zone, shared by the pair', zone_id, place: 1, count: 1 },
    { tag: 'RTR', use: 'firewalls A and B', zone_id, place: 2, count: 2 },
  ])
  const { core = 0, module = 0 } = zones.find((z) => z.zone_id === BATTERY_SWITCH.zone_id)?.addresses ?? {}
  const switches = {
    ...BATTERY_SWITCH,
    use: batteries_count === 1 ? 'management of the battery switch' : 'management of the battery switches',
    place: core + CONTAINERS_MAX * module,
    count: batteries_count,
  }
  const places = [...PLACES, ...(batteries_count === 0 ? [] : [switches])]
  const unpolled = [...gateways, ...places.filter(({ tag }) => tags.has(tag))]
  const rows = [
    ...unpolled.map((row) => ({ ...row, polled: false })),
    ...polledPlaces(input, tags).map((row) => ({ ...row, zone_id: 'Z4', count: 1, polled: true })),
  ]
  return rows.flatMap(({ place, ...row }) => {
    const address = at(row.zone_id, place)
    return address === null ? [] : [{ ...row, address }]
  })
}

/** What the manifest holds in one container of a block alone, so that its address is none of a container's own. */
function polledPlaces(
  { spine_racks_count, core_rack }: ReservedInput,
  tags: ReadonlySet<string>,
): { readonly tag: string; readonly use: string; readonly place: number }[] {
  const { spine_pdus, second_switch, core_pdus } = POLLED_PLACES
  const racks = Array.from({ length: Math.min(spine_racks_count, SPINE_RACKS_MAX) }, (_, index) => index + 1)
  return [
    ...racks.flatMap((rack) =>
      (['A', 'B'] as const).map((side, index) => ({
        tag: spinePduTag(rack, side),
        use: `PDU ${side} of spine rack ${rack}`,
        place: spine_pdus + 2 * (rack - 1) + index,
      })),
    ),
    ...(tags.has(SECOND_OOB_SWITCH)
      ? [{ tag: SECOND_OOB_SWITCH, use: 'out-of-band switch of the spine racks', place: second_switch }]
      : []),
    ...(core_rack
      ? CORE_PDUS.map(({ side, tag }, index) => ({
          tag,
          use: `PDU ${side} of the EMS and OT core rack`,
          place: core_pdus + index,
        }))
      : []),
  ]
}

/** The so-many-th address of a subnet: `10.1.40.0/24` and 20 are `10.1.40.20`. */
function addressAt(subnet: string, place: number): string {
  const [network = ''] = subnet.split('/')
  const [a = 0, b = 0, c = 0, d = 0] = network.split('.').map(Number)
  const number = c * OCTET + d + place
  return [a, b, Math.floor(number / OCTET), number % OCTET].join('.')
}
