import { roundTo, type Connection, type Network, type Typical } from '@edp/schemas'

import { crossingsOf, type ChannelSegment } from './array-polarity.ts'
import { fabricChannels, PATCH_CORD_M, type FabricChannel } from './fabric-channels.ts'

/**
 * Loss of the glass of the fabric. Source: NVIDIA structured cabling requirements for NDR (low-loss MPO with at most 0.35 dB a mated
 * pair, OS2 with 0.4 dB/km, reach with two panels between the transceivers); IEEE 802.3, 400GBASE-DR4 (3.0 dB from transceiver to
 * transceiver, whose own connectors do not count).
 */
export const FABRIC_LOSS = { pair_db: 0.35, fibre_db_per_km: 0.4, budget_db: 3, reach_panels: 2 } as const

/** Device of the spines, as the cords of leaves beside them name it. */
const SPINES = 'SPN'
const M_PER_KM = 1000

/** Loss of a channel of such a length over so many mated pairs, dB. */
export function channelLoss(length_m: number, mated_pairs: number): number {
  const { pair_db, fibre_db_per_km } = FABRIC_LOSS
  return roundTo(mated_pairs * pair_db + (length_m / M_PER_KM) * fibre_db_per_km, 2)
}

/** Mated pairs of a channel: one where two of its cables meet. */
export function matedPairs({ parts_m }: Pick<FabricChannel, 'parts_m'>): number {
  return parts_m.length - 1
}

/** The channels of the fabric by the way that they take, each way with its longest. */
export function fabricLoss(
  network: Pick<Network, 'nodes' | 'fabric'>,
  connections: readonly Connection[],
  typicals: readonly Typical[],
): Network['fabric']['loss'] {
  const { uplinks_per_leaf, spine_cables_count } = network.fabric
  const ways = new Map<number, { longest: FabricChannel; leaves: Set<string> }>()
  for (const channel of fabricChannels(network, connections, typicals)) {
    const pairs = matedPairs(channel)
    const way = ways.get(pairs)
    if (way === undefined) ways.set(pairs, { longest: channel, leaves: new Set([channel.leaf]) })
    else {
      way.leaves.add(channel.leaf)
      if (channel.channel_m > way.longest.channel_m) way.longest = channel
    }
  }
  const crossing = [...ways].map(([mated_pairs_count, { longest, leaves }]) => ({
    way: mated_pairs_count > FABRIC_LOSS.reach_panels ? 'leaf, cross-connect, spine' : 'leaf, frame, spine',
    links_count: leaves.size * uplinks_per_leaf,
    longest_m: longest.channel_m,
    mated_pairs_count,
    loss_db: channelLoss(longest.channel_m, mated_pairs_count),
    segments: longest.segments,
    crossings_count: crossingsOf(longest.segments),
  }))
  const cords = cordsBeside(typicals)
  const beside = spine_cables_count - crossing.reduce((sum, { links_count }) => sum + links_count, 0)
  return {
    ...FABRIC_LOSS,
    channels: [
      ...crossing,
      ...(beside <= 0
        ? []
        : [
            {
              way: 'leaf, spine beside it',
              links_count: beside,
              longest_m: PATCH_CORD_M,
              mated_pairs_count: 0,
              loss_db: channelLoss(PATCH_CORD_M, 0),
              segments: cords,
              crossings_count: crossingsOf(cords),
            },
          ]),
    ],
  }
}

/** The cord from a leaf to a spine in the same container. */
function cordsBeside(typicals: readonly Typical[]): ChannelSegment[] {
  const cord = typicals
    .flatMap(({ connections }) => connections)
    .find(({ service, to }) => service === 'fibre' && to.device === SPINES)
  return cord === undefined ? [] : [{ segment: cord.connection_id, plugs: cord.cable?.plugs ?? null }]
}
