import type { Network, OtRing } from '@edp/schemas'

/** Fibre panel on which the OT fibres of a container end (docs/conventions.md). */
export const FIBRE_PANEL = 'FPP'

/** Equipment and port that a duplex channel is lit by. */
export interface ChannelEnd {
  readonly tag: string
  readonly port: string
}

/** A duplex channel of both fibre cables, A and B, of the compute container that holds the core. */
export interface CoreChannel {
  readonly channel: number
  readonly use: string
  readonly ends: Readonly<Record<'A' | 'B', ChannelEnd>>
}

/** What the channels follow from. */
export interface CoreChannelsInput {
  readonly ot_rings: readonly OtRing[]
  readonly uplink: Pick<Network['uplink'], 'air_gapped'>
  readonly blocks_count: number
}

/** Channel of the container's own switch, as in every container; a lone container has its switch beside the core. */
const OWN_CHANNEL = 1

/**
 * Channels of a core in a compute container, in order: the container's own switch, the firewall pair where there is a way out or
 * another block, a channel for each ring. In a lone container the way out is all that the cables carry.
 */
export function coreChannels({ ot_rings, uplink, blocks_count }: CoreChannelsInput): CoreChannel[] {
  const lone = ot_rings.length === 0
  const led = lone || !uplink.air_gapped || blocks_count > 1
  const pair = (tag: string, port: string): CoreChannel['ends'] => ({
    A: { tag, port: `${port}A` },
    B: { tag, port: `${port}B` },
  })
  return [
    ...(lone
      ? []
      : [{ channel: OWN_CHANNEL, use: 'OT switch of the container', ends: pair('swo-01', 'UP') }]),
    ...(led
      ? [
          {
            channel: lone ? OWN_CHANNEL : OWN_CHANNEL + 1,
            use: uplink.air_gapped ? 'firewall pair, to the other blocks' : 'firewall pair, way out',
            ends: pair('RTR', 'WAN'),
          },
        ]
      : []),
    ...ot_rings.flatMap(({ ring_id, core_channel }): CoreChannel[] =>
      core_channel === null
        ? []
        : [
            {
              channel: core_channel,
              use: `ring ${ring_id}`,
              ends: { A: { tag: 'SWCA', port: ring_id }, B: { tag: 'SWCB', port: ring_id } },
            },
          ],
    ),
  ]
}
