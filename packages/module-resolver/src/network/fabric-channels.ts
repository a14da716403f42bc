import { roundTo, type Connection, type Network, type Typical } from '@edp/schemas'

import { cordPlugs, joiningType, type ChannelSegment } from './array-polarity.ts'

/**
 * Single-mode transceivers of the fabric, twin-port OSFP of 2 x 400 Gbit/s over MPO-12, the shortest reach first. Source: product
 * specifications MMS4X00-NS (100 m) and MMS4X00-NM (switch to switch up to 500 m), NVIDIA.
 */
const REACHES_M = [100, 500] as const
/** Patch cord between a distribution frame and a spine, or within a cross-connect, m. Source: `assumption`, racks side by side. */
export const PATCH_CORD_M = 5

/** Cords of a channel that no schedule numbers: at the frame of the spines, and between two trunks. */
export const FRAME_CORD = 'cord at the spine'
export const CROSS_CONNECT_CORD = 'cord in the cross-connect'

/** A cable or cord of a channel with its length, m. */
type Part = ChannelSegment & { readonly length_m: number }

/** A trunk cable with the length of glass from leaf to spine that it is a part of, m. */
export interface FabricChannel {
  readonly connection_id: string
  /** Container and path: a leaf. */
  readonly leaf: string
  readonly channel_m: number
  /** Lengths that add up to the channel, from the leaf to the spine. */
  readonly parts_m: readonly number[]
  /** What they are the lengths of. */
  readonly segments: readonly ChannelSegment[]
}

/**
 * Every channel from a leaf to a spine: the up-link inside the container, the trunk, the patch cord at the spine. Spines in a
 * compute container are reached over the cross-connect of the site: a second cord, that container's trunk and its fibres from the
 * plate to the frame of the spines.
 */
export function fabricChannels(
  { nodes }: Pick<Network, 'nodes'>,
  connections: readonly Connection[],
  typicals: readonly Typical[],
): FabricChannel[] {
  const trunks = connections.filter((c) => c.data?.network === 'compute fabric')
  const made = new Map(
    typicals.flatMap((typical) => typical.module_ids.map((id): [string, Typical] => [id, typical])),
  )
  const inside = ({ module_id, port }: Connection['to']): Part => {
    const found = made.get(module_id)?.connections.find((c) => [c.from.port, c.to.port].includes(port))
    return found === undefined ? { segment: port, plugs: null, length_m: 0 } : partOf(found)
  }
  const spines = nodes.find((node) => node.kind === 'spine')
  const hosts = new Set(spines?.module_kind === 'compute_container' ? spines.module_ids : [])
  const pathOf = ({ block_id, system }: Connection): string => `${block_id}/${system ?? ''}`
  const host_trunks = new Map(
    trunks.filter((trunk) => hosts.has(trunk.to.module_id)).map((trunk) => [pathOf(trunk), trunk]),
  )
  return trunks
    .filter((trunk) => !hosts.has(trunk.to.module_id))
    .map((trunk) => {
      const host = host_trunks.get(pathOf(trunk))
      const own = [inside(trunk.to), partOf(trunk)]
      const parts = host === undefined ? joined(own) : crossConnected(own, [partOf(host), inside(host.to)])
      const parts_m = parts.map(({ length_m }) => length_m)
      return {
        connection_id: trunk.connection_id,
        leaf: `${trunk.to.module_id}/${trunk.system ?? ''}`,
        channel_m: roundTo(
          parts_m.reduce((sum, part) => sum + part, 0),
          1,
        ),
        parts_m,
        segments: parts.map(({ segment, plugs }) => ({ segment, plugs })),
      }
    })
}

function partOf({ connection_id, cable, length }: Connection): Part {
  return { segment: connection_id, plugs: cable?.plugs ?? null, length_m: length.cut_m }
}

/** The cord at the spine is of the type that makes the crossings odd. */
function joined(own: readonly Part[]): Part[] {
  return [...own, { segment: FRAME_CORD, plugs: cordPlugs(joiningType(own)), length_m: PATCH_CORD_M }]
}

/** Beyond a cross-connect the cords at the spine are those of type B, as beside it; the cord between the trunks makes the crossings odd. */
function crossConnected(own: readonly Part[], beyond: readonly Part[]): Part[] {
  const last: Part = { segment: FRAME_CORD, plugs: cordPlugs('B'), length_m: PATCH_CORD_M }
  const cord: Part = {
    segment: CROSS_CONNECT_CORD,
    plugs: cordPlugs(joiningType([...own, ...beyond, last])),
    length_m: PATCH_CORD_M,
  }
  return [...own, cord, ...beyond, last]
}

/** The optic that reaches over the longest channel; where none does the one that reaches farthest. */
export function fabricOptic(channels: readonly FabricChannel[]): Network['fabric']['optic'] {
  const longest = channels.reduce<FabricChannel | undefined>(
    (most, channel) => (channel.channel_m > (most?.channel_m ?? 0) ? channel : most),
    undefined,
  )
  const longest_channel_m = longest?.channel_m ?? 0
  const reach_m = REACHES_M.find((reach) => reach >= longest_channel_m) ?? REACHES_M[1]
  return {
    rating: `2 x 400 Gbit/s, OS2 MPO-12, up to ${reach_m} m`,
    reach_m,
    longest_channel_m,
    longest_channel: longest === undefined ? '' : longest.parts_m.join(' + '),
  }
}
