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
  const cores = levels.filter(({ node }) => node.kind === 'core_switch').map(({ node }) => node.tag)
  return levels.flatMap(({ node, y }) => {
    const way = wayOf(comms, node, cores, `F-${grid}-${host}`, grid)
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

/** The way of a piece of the core, `null` where it has none. */
function wayOf(
  { site }: CommsSite,
  { tag, kind }: NetworkNode,
  cores: readonly string[],
  cables: string,
  grid: string,
): Way | null {
  const { ot_rings } = site.network
  if (kind === 'spine') return { line: PENS.fabric, lines: spineLines(site) }
  // The rings leave the firewalls nothing where there is no way out and no other block.
  const alone = site.network.uplink.air_gapped && site.blocks.length === 1
  if (kind === 'router' && alone && ot_rings.length > 0) return null
  if (kind === 'router')
    return {
      line: site.network.uplink.air_gapped ? PENS.fibre : PENS.wan,
      lines: [`channel ${ot_rings.length === 0 ? 1 : 2} of ${cables}-A01 and B01, to ${grid}`],
    }
  if (ot_rings.length === 0) return { line: PENS.copper, lines: [`${PATCH} to swo-01`] }
  const channels = ot_rings.flatMap((ring) => ring.core_channel ?? [])
  const [first = '-', last = first] = [channels[0], channels.at(-1)]
  const range = first === last ? `channel ${first}` : `channels ${first} to ${last}`
  const path = cores.indexOf(tag) === 0 ? 'A' : 'B'
  return {
    line: PENS.fibre,
    lines: [
      `${range} of ${cables}-${path}01, one for each ring`,
      ...(path === 'B' ? ['swo-01: channel 1 of both cables, as every container'] : []),
    ],
  }
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
