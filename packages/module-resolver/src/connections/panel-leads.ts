import type { AssemblyPort, AssemblySpec, Connection } from '@edp/schemas'

import { FIBRE_PANEL } from '../network/core-channels.ts'
import { chosenLength } from './spine-circuits.ts'
import type { Draft } from './typical.ts'

/** Cables of each path that end on the fibre panel of a grid container: of the OT network, and of the way out. */
export interface PanelCables {
  readonly ot: number
  /** Channels of the way out that are lit: to the network, and to the other blocks where there are some. */
  readonly way_out: number
}

/** Of a compute container, whose leads are those of the catalogue. */
export const NO_CABLES: PanelCables = { ot: 0, way_out: 0 }

/** A lead inside the rack of the core, m. Source: `assumption`, a length that leads are sold in. */
const LEAD_M = 2
const LEAD = { type: 'OS2 2F lead, LC duplex, reversible', fibres_count: 2, neutrals_count: 0 } as const

/** What the fibres of a path are led to. */
const PATHS = [
  { path: 'A', core: 'swo-01' },
  { path: 'B', core: 'swo-02' },
] as const

/** Cables that a grid container sends over its fibre panel, path A, of which there are as many as of path B. */
export function panelCables(
  connections: readonly Connection[],
  module_id: string,
  blocks_count: number,
): PanelCables {
  const cables = connections.filter(
    ({ from, system }) => from.module_id === module_id && from.device === FIBRE_PANEL && system === 'A',
  )
  const ot = cables.filter(({ data }) => data?.network === 'OT').length
  return { ot, way_out: (cables.length - ot) * Math.min(blocks_count, WAYS_OUT_MAX) }
}

/** To the network outside, and to the other blocks. */
const WAYS_OUT_MAX = 2

/** Leads from the fibre panel of a grid container to its core switches and its firewall pair, those of a path as one row. */
export function panelLeads({ ot, way_out }: PanelCables, { ports }: AssemblySpec): Draft[] {
  const beside = ports.find(({ on, service }) => on === FIBRE_PANEL && service === 'fibre')
  if (beside === undefined) return []
  return PATHS.flatMap(({ path, core }) => [
    ...leads(`F-O${path}`, ot, {
      from: lcPort(core, 'F', ot, beside),
      to: lcPort(FIBRE_PANEL, path, ot, beside),
      description: `First channel of each cable of path ${path} to OT core switch ${path}`,
    }),
    ...leads(`F-W${path}`, way_out, {
      from: lcPort('RTR', `WAN${path}`, way_out, beside),
      to: lcPort(FIBRE_PANEL, `W${path}`, way_out, beside),
      description: `Channels of the way out to the firewall pair, path ${path}`,
    }),
  ])
}

function leads(
  id: string,
  runs_count: number,
  { from, to, description }: Pick<Draft, 'from' | 'to'> & { readonly description: string },
): Draft[] {
  if (runs_count === 0) return []
  return [
    {
      source: {
        id,
        from: from.id,
        to: to.id,
        description,
        route: 'direct',
        cable: { ...LEAD, runs_count },
      },
      from,
      to,
      length: chosenLength(LEAD_M),
    },
  ]
}

/** Ports in a row: `swo-01.F1-F10`. */
function lcPort(on: string, letters: string, count: number, { position_mm }: AssemblyPort): AssemblyPort {
  return {
    id: `${on}.${letters}1${count === 1 ? '' : `-${letters}${count}`}`,
    on,
    service: 'fibre',
    flow: 'both',
    position_mm,
    termination: 'LC duplex',
    rating: { data_rate_gbps: 10 },
  }
}
