import type { AssemblyPort } from '@edp/schemas'

import type { ChannelEnd, CoreChannel } from '../network/core-channels.ts'
import { chosenLength, HOSTED_LENGTH_M } from './spine-circuits.ts'
import type { Draft } from './typical.ts'

/** Fibre patch panel of a core in a compute container, on which its two cables to the plate fan out. */
const CORE_PANEL = 'FPP'
const PLATE = 'CG'

/** A lead inside the rack of the core, m. Source: `assumption`, a length that leads are sold in. */
const LEAD_M = 2

/**
 * Fibres of the compute container that holds the core: its two OT cables end on a patch panel, from which a duplex lead goes to what
 * lights each channel. In every other container the cable ends on the switch, which lights the first channel alone.
 */
export function withCoreFibres(drafts: readonly Draft[], channels: readonly CoreChannel[]): Draft[] {
  if (channels.length === 0) return [...drafts]
  return drafts.flatMap((draft) => {
    const path = pathOf(draft)
    return path === null
      ? [draft]
      : [
          toPanel(draft, path),
          ...channels.map(({ channel, use, ends }) => lead(draft, path, channel, use, ends[path])),
        ]
  })
}

/** Path of a cable to the positions F of plate CG, which are those of the OT network (docs/conventions.md). */
function pathOf({ from, to }: Draft): 'A' | 'B' | null {
  const { interface: side } = to
  const leaves = from.service === 'fibre' && side?.plate_id === PLATE && side.slot.startsWith('F')
  return leaves ? (to.system ?? null) : null
}

function toPanel({ source, from, to, length }: Draft, path: string): Draft {
  const duplexes = (source.cable?.fibres_count ?? 0) / 2
  const panel = panelPort(from, `${path}1-${path}${duplexes}`)
  return {
    source: {
      ...source,
      from: panel.id,
      description: `Patch panel of the core to plate ${PLATE}, path ${path}`,
    },
    from: panel,
    to,
    // The rack of the core stands beside that of the network, from which the catalogue leads the cable.
    length,
  }
}

function lead(
  { from: beside }: Draft,
  path: string,
  channel: number,
  use: string,
  { tag, port }: ChannelEnd,
): Draft {
  const own = beside.on === tag
  const from = own ? beside : { ...beside, id: `${tag}.${port}`, on: tag }
  const to = panelPort(beside, `${path}${channel}`)
  return {
    source: {
      id: `F-O${path}${channel}`,
      from: from.id,
      to: to.id,
      description: `Channel ${channel} of path ${path}: ${use}`,
      route: 'direct',
      cable: { type: 'OS2 2F, LC duplex', fibres_count: 2, neutrals_count: 0, runs_count: 1 },
    },
    from,
    to,
    length: chosenLength(own ? HOSTED_LENGTH_M.way : LEAD_M),
  }
}

function panelPort(beside: AssemblyPort, port: string): AssemblyPort {
  return { ...beside, id: `${CORE_PANEL}.${port}`, on: CORE_PANEL, termination: 'LC duplex' }
}
