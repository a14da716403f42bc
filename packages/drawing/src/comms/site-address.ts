import type { Block, Device, NetworkZone } from '@edp/schemas'

import type { CommsSite } from './comms-site.ts'

const OCTET = 256
/** Compute containers of a block come before its batteries, in fixed places for the most that a block may have. */
const CONTAINERS_MAX = 32
/** Addresses of the core before its first polled device: firewall pair, core equipment that the manifest does not hold. */
const CORE_FIRST = 10

/** Address that is set aside, in block 1, for a device that one module of a block has for the site; undefined for all others. */
export function reservedFor({ site }: CommsSite, device: Device): string | undefined {
  return site.network.reserved_addresses.find(
    ({ tag, zone_id, polled }) => polled && tag === device.tag && zone_id === device.zone,
  )?.address
}

/**
 * Address of a device in operation by the plan of its zone: subnet of its block, place of its module, order in the manifest; what a
 * module has for the site is at the address set aside for it. Empty where the zone has no plan. Devices behind one gateway share its
 * address, as they share its host.
 */
export function siteAddress(comms: CommsSite, device: Device): string {
  const { site, devices } = comms
  const zone = site.network.zones.find((z) => z.zone_id === device.zone)
  const block = site.blocks.find((b) => moduleIds(b).includes(device.module_id))
  if (zone?.addresses == null || block === undefined) return ''
  const reserved = reservedFor(comms, device)
  if (reserved !== undefined) return inBlock(reserved, block.ordinal)
  const own = (devices.get(device.module_id) ?? []).filter((d) => reservedFor(comms, d) === undefined)
  const hosts = [...new Set(own.filter((d) => d.zone === device.zone).map((d) => d.host))]
  const first = placeOf(zone.addresses, block, device.module_id)
  return addressOf(zone, block.ordinal, first + hosts.indexOf(device.host))
}

function moduleIds({ grid_module_id, compute_module_ids, bess_module_ids }: Block): readonly string[] {
  return [grid_module_id, ...compute_module_ids, ...bess_module_ids]
}

function placeOf(
  { core, module }: NonNullable<NetworkZone['addresses']>,
  { grid_module_id, compute_module_ids, bess_module_ids }: Block,
  module_id: string,
): number {
  if (module_id === grid_module_id) return CORE_FIRST
  const container = compute_module_ids.indexOf(module_id)
  if (container >= 0) return core + container * module
  return core + (CONTAINERS_MAX + bess_module_ids.indexOf(module_id)) * module
}

/** An address of block 1 in another block, whose number is the second octet. */
function inBlock(address: string, block: number): string {
  return address.replace(/^(\d+)\.\d+\./, `$1.${block}.`)
}

/** The so-many-th address of a zone's subnet in a block, whose number is the second octet. */
function addressOf({ subnet }: NetworkZone, block: number, offset: number): string {
  const [network = ''] = subnet.split('/')
  const [a = 0, , c = 0, d = 0] = network.split('.').map(Number)
  const number = c * OCTET + d + offset
  return [a, block, Math.floor(number / OCTET), number % OCTET].join('.')
}
