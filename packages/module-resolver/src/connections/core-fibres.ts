import type { AssemblyPort } from '@edp/schemas'

import { FIBRE_PANEL, type ChannelEnd, type CoreChannel } from '../network/core-channels.ts'
import { chosenLength, HOSTED_LENGTH_M } from './spine-circuits.ts'
import type { Draft } from './typical.ts'

/**
 * Leads on the fibre panel of the compute container that holds the core: a duplex lead to what lights each channel, in place of the
 * one lead that every container has, to its own switch.
 */
export function withCoreFibres(drafts: readonly Draft[], channels: readonly CoreChannel[]): Draft[] {
  if (channels.length === 0) return [...drafts]
  return drafts.flatMap((draft) => {
    const path = pathOf(draft)
    return path === null
      ? [draft]
      : channels.map(({ channel, use, ends }) => lead(draft, path, channel, use, ends[path]))
  })
}

/** Path of a lead to the panel. */
function pathOf({ from, to }: Draft): 'A' | 'B' | null {
  return from.service === 'fibre' && to.on === FIBRE_PANEL ? (to.system ?? null) : null
}

function lead(
  { source, from: beside, to: panel, length }: Draft,
  path: string,
  channel: number,
  use: string,
  { tag, port }: ChannelEnd,
): Draft {
  const own = beside.on === tag
  const from: AssemblyPort = own ? beside : { ...beside, id: `${tag}.${port}`, on: tag }
  const to: AssemblyPort = { ...panel, id: `${FIBRE_PANEL}.${path}${channel}` }
  return {
    source: {
      ...source,
      id: `F-O${path}${channel}`,
      from: from.id,
      to: to.id,
      description: `Channel ${channel} of path ${path}: ${use}`,
    },
    from,
    to,
    // The rack of the core stands beside that of the network, in which the panel is.
    length: own ? length : chosenLength(HOSTED_LENGTH_M.way),
  }
}
