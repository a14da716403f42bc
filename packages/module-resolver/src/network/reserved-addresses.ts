import type { Network, ReservedAddress } from '@edp/schemas'

/** Zones that the firewall pair routes between. */
const ROUTED: readonly string[] = ['Z0', 'Z1', 'Z2', 'Z3', 'Z3.5', 'Z4']
const OCTET = 256

/** Places in the subnet of a zone; polled equipment of a core begins at 10. Source: design choice. */
const PLACES = [
  { tag: 'EMS', use: 'service address of the pair', zone_id: 'Z3', place: 10, count: 1 },
  { tag: 'EMS', use: 'servers A and B', zone_id: 'Z3', place: 11, count: 2 },
  { tag: 'CLK', use: 'time server of every zone', zone_id: 'Z3', place: 20, count: 1 },
  { tag: 'JMP', use: 'jump host, proxy, log relay', zone_id: 'Z3.5', place: 10, count: 1 },
  { tag: 'SPN', use: 'management of the spines', zone_id: 'Z4', place: 24, count: 28 },
  { tag: 'SWCA', use: 'management of core switch A', zone_id: 'Z4', place: 59, count: 1 },
  { tag: 'SWCB', use: 'management of core switch B', zone_id: 'Z4', place: 60, count: 1 },
] as const

/** Switches of batteries, in the order of the batteries of a block: behind the containers, of which a block has 32 at most. */
const BATTERY_SWITCH = { tag: 'SWB', zone_id: 'Z4' } as const
const CONTAINERS_MAX = 32

/** What the addresses are set aside for. */
export interface ReservedInput extends Pick<Network, 'zones' | 'nodes'> {
  /** Batteries of the block that has the most. */
  readonly batteries_count: number
}

/**
 * Addresses of equipment that no manifest holds: the gateway of every routed zone, servers, clock and jump host, and what the site
 * settles. They are those of block 1; the second octet is the number of the block.
 */
export function reservedAddresses({ zones, nodes, batteries_count }: ReservedInput): ReservedAddress[] {
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
  return [...gateways, ...places.filter(({ tag }) => tags.has(tag))].flatMap(({ place, ...row }) => {
    const address = at(row.zone_id, place)
    return address === null ? [] : [{ ...row, address }]
  })
}

/** The so-many-th address of a subnet: `10.1.40.0/24` and 20 are `10.1.40.20`. */
function addressAt(subnet: string, place: number): string {
  const [network = ''] = subnet.split('/')
  const [a = 0, b = 0, c = 0, d = 0] = network.split('.').map(Number)
  const number = c * OCTET + d + place
  return [a, b, Math.floor(number / OCTET), number % OCTET].join('.')
}
