import { wrapText, type NetworkConduit, type NetworkNode, type Primitive } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import { cablesInside, enforcementOf } from './boundary-devices.ts'
import { designationsOf, type CommsSite } from './comms-site.ts'
import { arrowHead, PENS, TEXT } from './comms-style.ts'
import { outsideCables } from './overview-outside.ts'
import { BUS_LIFT, CONDUIT_X, STEM, type ZonePlace } from './zone-places.ts'

const LAYER = 'T-EQPT'
const PITCH = 4
const LABEL_X = 11
/** Two enforcement points on one conduit stand this far apart. */
const POINT_PITCH = 15
/** Widest text beside a conduit between bands, mm. */
const WIDE = 140
/** Half the width of a firewall pair, mm. */
const HALF_WIDTH = 7.5
/** Half the distance of the two paths to the wide area network. */
const PATH = 4

/** A conduit as it runs: from the line of the upper zone down to that of the lower. */
interface Way {
  readonly x: number
  /** Where it meets the line, or the symbol, of the upper and of the lower place. */
  readonly ends: readonly [number, number]
  /** Edges of the two places that it passes. */
  readonly edges: readonly [number, number]
  readonly upper: string
  readonly lower: string
  readonly width: number
}

/** The permitted paths between the zones, each through what enforces it; arrows stand where a session may be opened. */
export function conduitItems(comms: CommsSite, places: readonly ZonePlace[]): Primitive[] {
  return comms.site.network.conduits.flatMap((conduit) => {
    if (conduit.to_zone === 'BLOCKS') return acrossItems(comms, conduit, places)
    const way = wayOf(conduit, places)
    return way === null ? [] : uprightItems(comms, conduit, way)
  })
}

function wayOf(conduit: NetworkConduit, places: readonly ZonePlace[]): Way | null {
  const from = places.find((place) => place.zone_id === conduit.from_zone)
  const to = places.find((place) => place.zone_id === conduit.to_zone)
  if (from === undefined || to === undefined) return null
  const [upper, lower] = from.area.y0 >= to.area.y1 ? [from, to] : [to, from]
  if (upper.area.y0 < lower.area.y1 || upper.role !== 'band') return null
  const cell = lower.role === 'cell'
  return {
    x: cell ? lower.area.x0 + STEM : lower.area.x0 + CONDUIT_X,
    ends: [
      upper.zone === null ? upper.area.y0 + (upper.zone_id === 'MEDIA' ? 13 : 18) : upper.area.y0 + BUS_LIFT,
      cell ? lower.area.y1 : lower.area.y0 + BUS_LIFT,
    ],
    edges: [upper.area.y0, lower.area.y1],
    upper: upper.zone_id,
    lower: lower.zone_id,
    width: cell ? lower.area.x1 - lower.area.x0 - STEM - LABEL_X : WIDE,
  }
}

function uprightItems(comms: CommsSite, conduit: NetworkConduit, way: Way): Primitive[] {
  const net = conduit.conduit_id
  const { x, ends, edges } = way
  const [top, bottom] = edges
  const points = enforcementOf(comms, conduit)
  const middle = (top + bottom) / 2
  const ys = points.map((_, index) => middle + ((points.length - 1) / 2 - index) * POINT_PITCH)
  const opened = new Set(conduit.flows.map((flow) => flow.opened_by))
  const line = pen(LAYER)
  const half = points[0]?.kind === 'data_diode' ? 7.5 : 5
  const first = (ys[0] ?? middle) + half
  const out = way.upper === 'WAN'
  return [
    ...(out ? pathItems(comms, x, first, ends[0]) : [line.line([x, ends[0]], [x, first], { net })]),
    ...ys.slice(1).map((y, index) => line.line([x, (ys[index] ?? y) - 5], [x, y + 5], { net })),
    line.line([x, (ys.at(-1) ?? middle) - half], [x, ends[1]], { net }),
    ...points.map((node, index) => pointItem(conduit, node, [x, ys[index] ?? middle], 'upright')),
    ...(opened.has(way.upper) ? [arrowHead(LAYER, [x, bottom], 'down', net)] : []),
    ...(opened.has(way.lower)
      ? (out ? [x - PATH, x + PATH] : [x]).map((at) => arrowHead(LAYER, [at, top], 'up', net))
      : []),
    ...labelItems(comms, conduit, points, { x: x + LABEL_X, middle, width: way.width }),
  ]
}

/** Two cables on diverse paths from the firewall pair to the service. */
function pathItems(comms: CommsSite, x: number, from: number, to: number): Primitive[] {
  const wan = pen('T-NETW-WAN')
  const text = { valign: 'middle' } as const
  const y = to - 8
  return [
    wan.line([x - PATH, from], [x - PATH, to], { net: 'K6' }),
    wan.line([x + PATH, from], [x + PATH, to], { net: 'K6' }),
    PENS.text.text([x - PATH - 2, y], TEXT.data, outsideCables(comms, 'A'), { ...text, halign: 'right' }),
    PENS.text.text([x + PATH + 2, y], TEXT.data, outsideCables(comms, 'B'), text),
  ]
}

function pointItem(
  conduit: NetworkConduit,
  node: NetworkNode,
  at: readonly [number, number],
  run: 'upright' | 'across',
): Primitive {
  return PENS.equipment.use(NODE_SYMBOL[node.kind], at, {
    net: conduit.conduit_id,
    id: `${conduit.conduit_id}/${node.tag}`,
    ...(node.kind === 'data_diode' && run === 'upright' ? { rotation_deg: 270 as const } : {}),
    attributes: { TAG: node.tag, RATING: node.ports, MODULE_ID: `${node.module_kind}/${conduit.conduit_id}` },
  })
}

/** Number, enforcement points with their cables, VLANs, and what may be opened from which end. */
function conduitText(comms: CommsSite, conduit: NetworkConduit, points: readonly NetworkNode[]): string[] {
  const { zones } = comms.site.network
  const vlans = [conduit.from_zone, conduit.to_zone].flatMap((id) => {
    const zone = zones.find((z) => z.zone_id === id)
    return zone === undefined ? [] : [String(zone.vlan_id)]
  })
  const openers = [...new Set(conduit.flows.map((flow) => flow.opened_by))]
  return [
    ...points.map(
      (node) => `${node.tag} in ${designationsOf(comms, node.module_ids)}, ${cablesInside(comms, node)}`,
    ),
    `VLAN ${vlans.join(' - ')}`,
    ...openers.map((zone) => {
      const flows = conduit.flows.filter((flow) => flow.opened_by === zone)
      const names = flows.map((flow) => (flow.port === '-' ? flow.service : `${flow.service} ${flow.port}`))
      return `from ${zone}: ${names.join(', ')}`
    }),
  ]
}

function labelItems(
  comms: CommsSite,
  conduit: NetworkConduit,
  points: readonly NetworkNode[],
  { x, middle, width }: { readonly x: number; readonly middle: number; readonly width: number },
): Primitive[] {
  const lines = conduitText(comms, conduit, points).flatMap((line) => wrapText(line, TEXT.data, width))
  const top = middle + (TEXT.tag + 1.5 + lines.length * PITCH) / 2
  return [
    PENS.tags.text([x, top - TEXT.tag], TEXT.tag, conduit.conduit_id, { id: conduit.conduit_id }),
    ...lines.map((line, i) => PENS.text.text([x, top - TEXT.tag - 4.5 - i * PITCH], TEXT.data, line)),
  ]
}

/** The conduit to the other blocks: from the end of the line of its zone to the right. */
function acrossItems(comms: CommsSite, conduit: NetworkConduit, places: readonly ZonePlace[]): Primitive[] {
  const from = places.find((place) => place.zone_id === conduit.from_zone)
  const to = places.find((place) => place.zone_id === conduit.to_zone)
  if (from === undefined || to === undefined) return []
  const net = conduit.conduit_id
  const y = from.area.y0 + BUS_LIFT
  const [x0, x1] = [from.area.x1, to.area.x0]
  const points = enforcementOf(comms, conduit)
  const x = x0 + 14
  const line = pen(LAYER)
  const opened = new Set(conduit.flows.map((flow) => flow.opened_by))
  const lines = conduitText(comms, conduit, points).flatMap((text) => wrapText(text, TEXT.data, x1 - x0 - 6))
  return [
    line.line([x0, y], [x - HALF_WIDTH, y], { net }),
    line.line([x + HALF_WIDTH, y], [x1, y], { net }),
    ...points.map((node) => pointItem(conduit, node, [x, y], 'across')),
    ...(opened.has(conduit.from_zone) ? [arrowHead(LAYER, [x1, y], 'right', net)] : []),
    ...(opened.has(conduit.to_zone) ? [arrowHead(LAYER, [x0, y], 'left', net)] : []),
    PENS.tags.text([x + 9, y + 1.5], TEXT.tag, net, { id: net }),
    ...lines.map((text, i) =>
      PENS.text.text([x0 + 3, y + 9 + (lines.length - 1 - i) * PITCH], TEXT.data, text),
    ),
  ]
}
