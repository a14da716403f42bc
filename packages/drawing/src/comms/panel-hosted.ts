import type { Block, NetworkNode, Primitive, SiteModel } from '@edp/schemas'

import type { Pen } from '../sheet/pen.ts'
import { PATCH } from './boundary-devices.ts'
import type { CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import type { Level } from './panel-equipment.ts'
import { SWITCH_X } from './panel-node.ts'
import { leadsOfSpines } from './panel-oob.ts'

/** Half the width of a switch, and where ways end that are named beside their end, mm. */
const HALF_WIDTH = 7.5
const WAY_END = 112
const LEAD_END = 33
/** From a way to the text beside its end, and between two of its lines, mm. */
const TEXT_GAP = 2.5
const LINE_PITCH = 4.5

/** Where a core in a compute container stands, its cross-connect and the container. */
interface HostedPlace {
  readonly x: number
  readonly grid: string
  readonly host: string
}

/** A way that leaves equipment of the core. */
interface Way {
  readonly line: Pen
  readonly lines: readonly string[]
}

/** Ways of a core in a compute container: its cables are those of the container, by their channels. */
export function hostedWays(
  comms: CommsSite,
  block: Block,
  levels: readonly Level[],
  { x, grid, host }: HostedPlace,
): Primitive[] {
  const key = `${block.block_id}/core`
  return levels.flatMap(({ node, y }) => {
    const way = wayOf(comms, node, `F-${grid}-${host}`, grid)
    if (way === null) return []
    const { line, lines } = way
    const net = `${key}/${node.tag}`
    return [
      line.line([x + SWITCH_X + HALF_WIDTH, y], [x + WAY_END, y], { net }),
      ...lines.map((text, i) =>
        PENS.text.text(
          [x + WAY_END + TEXT_GAP, y - 1 + ((lines.length - 1) / 2 - i) * LINE_PITCH],
          TEXT.data,
          text,
        ),
      ),
      ...(node.kind === 'spine' ? leadItems(comms, `${net}/management`, x, y) : []),
    ]
  })
}

/** The way of a piece of the core, `null` where it has none: its leads to the patch panel, and the channels there. */
function wayOf(comms: CommsSite, { tag, kind }: NetworkNode, cables: string, grid: string): Way | null {
  const { site } = comms
  const { ot_rings, uplink } = site.network
  if (kind === 'spine') return { line: PENS.fabric, lines: spineLines(site) }
  const leads = leadsToPanel(comms, tag)
  const over = `${leads.map(({ id }) => id).join(', ')} to ${leads[0]?.panel ?? ''}`
  const [first = '-', last = first] = [leads[0]?.channel, leads.at(-1)?.channel]
  const path = leads[0]?.path ?? ''
  if (kind === 'router')
    return leads.length === 0
      ? null
      : {
          line: uplink.air_gapped ? PENS.fibre : PENS.wan,
          lines: [over, `channel ${first} of ${cables}-A01 and B01, to ${grid}`],
        }
  if (ot_rings.length === 0) return { line: PENS.copper, lines: [`${PATCH} to swo-01`] }
  const range = first === last ? `channel ${first}` : `channels ${first} to ${last}`
  const own = leadsToPanel(comms, 'swo-01')
  return {
    line: PENS.fibre,
    lines: [
      over,
      `${range} of ${cables}-${path}01, one for each ring`,
      ...(path === 'B'
        ? [`swo-01: ${own.map(({ id }) => id).join(', ')}, channel ${own[0]?.channel ?? '-'} of both cables`]
        : []),
    ],
  }
}

/** A lead from a piece of the core to its patch panel. */
interface PanelLead {
  readonly id: string
  readonly panel: string
  readonly path: string
  readonly channel: string
}

/** Leads of a piece of the core to the patch panel, whose ports are named by path and channel: `A3`. */
function leadsToPanel({ site }: CommsSite, tag: string): PanelLead[] {
  const { host_module_id, nodes } = site.network
  const panel = nodes.find((node) => node.kind === 'patch_panel')?.tag
  const inside = site.typicals.find((t) => t.module_ids.includes(host_module_id))?.connections ?? []
  return inside
    .filter(({ from, to }) => from.device === tag && to.device === panel)
    .map(({ connection_id: id, to }) => {
      const port = to.port.slice(to.port.indexOf('.') + 1)
      return { id, panel: to.device, path: port.slice(0, 1), channel: port.slice(1) }
    })
}

/** What the spines are joined to: the leaves beside them, and over their frame those of the other containers. */
function spineLines({ typicals, network }: SiteModel): string[] {
  const inside = typicals.find((t) => t.module_ids.includes(network.host_module_id))?.connections ?? []
  const idsTo = (device: string): string =>
    inside
      .filter((c) => c.service === 'fibre' && c.to.device === device)
      .map((c) => c.connection_id)
      .join(', ')
  return [`frame ODF, ${idsTo('ODF')} from plate CG X1, X2`, `${idsTo('SPN')} to the leaves beside them`]
}

/** Management ports of the spines, to the switch of the container itself. */
function leadItems(comms: CommsSite, net: string, x: number, y: number): Primitive[] {
  const lead = leadsOfSpines(comms)
  if (lead === undefined) return []
  return [
    PENS.copper.line([x + LEAD_END, y], [x + SWITCH_X - HALF_WIDTH, y], { net }),
    PENS.text.text(
      [x + SWITCH_X - HALF_WIDTH - 1.5, y + 1.2],
      TEXT.data,
      `${lead.quantity} x ${lead.connection_id}`,
      { halign: 'right', net },
    ),
    PENS.text.text([x + LEAD_END - 1.5, y - 1], TEXT.data, `to ${lead.to.device}`, { halign: 'right', net }),
  ]
}
