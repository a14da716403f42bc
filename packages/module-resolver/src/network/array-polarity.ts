import type { ArrayPlugs, Network } from '@edp/schemas'

/** A cable or cord of a channel. */
export type ChannelSegment = Network['fabric']['loss']['channels'][number]['segments'][number]

/**
 * Rules of a channel between parallel transceivers, which send on the first and receive on the last positions of the plug. Source:
 * TIA-568.3-E (types A and B; adapters of type A hold the keys opposed and join position n with n), IEC 61754-7 (a pinned plug meets
 * one without pins; plugs with angled ends meet with opposed keys alone). Transceivers have pins: NVIDIA structured cabling for NDR.
 */
export const POLARITY_SOURCE =
  'TIA-568.3-E (types A and B, adapters with opposed keys); IEC 61754-7 (pins, angled ends); pinned transceivers: NVIDIA structured cabling for NDR'

/** Cord of the catalogue's kind: without pins at both ends, as it meets transceivers and trunks. */
export function cordPlugs(polarity: ArrayPlugs['polarity']): ArrayPlugs {
  return { polarity, from_pinned: false, to_pinned: false, polish: 'APC' }
}

/** Segments that cross the positions: those of type B. */
export function crossingsOf(segments: readonly Pick<ChannelSegment, 'plugs'>[]): number {
  return segments.filter(({ plugs }) => plugs?.polarity === 'B').length
}

/** Type of the cord that makes the crossings of a channel odd, with those of its other segments. */
export function joiningType(others: readonly Pick<ChannelSegment, 'plugs'>[]): ArrayPlugs['polarity'] {
  return crossingsOf(others) % 2 === 0 ? 'B' : 'A'
}

/** What keeps a channel from working, in words; none where its crossings are odd and all its plugs mate. */
export function channelFaults(segments: readonly ChannelSegment[]): string[] {
  const unknown = segments.filter(({ plugs }) => plugs === null).map(({ segment }) => segment)
  if (unknown.length > 0) return [`plugs of ${unknown.join(', ')} are not stated`]
  const crossings = crossingsOf(segments)
  return [
    ...(crossings % 2 === 0 ? [`${crossings} segments of type B, an even number`] : []),
    ...matingFaults(segments),
  ]
}

/** A plug of a channel: with or without pins, its end face. */
interface ChannelPlug {
  readonly pinned: boolean
  readonly polish: ArrayPlugs['polish']
}

/** Transceivers of both ends. Source: NVIDIA structured cabling for NDR, MPO-12/APC receptacles with pins. */
const TRANSCEIVER = { plug: { pinned: true, polish: 'APC' }, name: 'transceiver' } as const

/** Places where two plugs have, or have not, pins both, or do not have the same end face. */
function matingFaults(segments: readonly ChannelSegment[]): string[] {
  const plugs = segments.flatMap(({ segment: name, plugs: ends }) =>
    ends === null
      ? []
      : [ends.from_pinned, ends.to_pinned].map((pinned): { plug: ChannelPlug; name: string } => ({
          plug: { pinned, polish: ends.polish },
          name,
        })),
  )
  const row = [TRANSCEIVER, ...plugs, TRANSCEIVER]
  return row.flatMap((left, index) => {
    const right = row[index + 1]
    if (index % 2 !== 0 || right === undefined) return []
    const mate = left.plug.pinned !== right.plug.pinned && left.plug.polish === right.plug.polish
    return mate ? [] : [`${left.name} and ${right.name} do not mate`]
  })
}
