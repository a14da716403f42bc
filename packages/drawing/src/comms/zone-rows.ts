import { fitText, type Device, type NetworkNode, type Primitive } from '@edp/schemas'

import type { Pen } from '../sheet/pen.ts'
import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import { isBoundary } from './boundary-devices.ts'
import { designationsOf, detailLink, portText, protocolName, type CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { typeText } from './device-words.ts'

/** Something that hangs on the network of a zone: equipment, or all polled devices of one type and protocol. */
export interface ZoneRow {
  readonly node: NetworkNode | null
  readonly title: string
  readonly lines: readonly string[]
  readonly height: number
}

const NODE_HEIGHT = 15
const DEVICE_HEIGHT = 10.5
/** A device row with its places on a line of their own. */
const TALL_HEIGHT = 14.5
/** Kinds of modules that fit beside the protocol. */
const KINDS_MAX = 2

/** Equipment of a zone, without what stands on its conduits. */
export function zoneNodes({ site }: CommsSite, zone_id: string): NetworkNode[] {
  return site.network.nodes.filter((node) => node.zone_id === zone_id && !isBoundary(node))
}

/** What hangs on the network of a zone: its equipment, then its polled devices by type. */
export function zoneRows(comms: CommsSite, zone_id: string): ZoneRow[] {
  const nodes = zoneNodes(comms, zone_id).map((node): ZoneRow => ({
    node,
    title: node.tag,
    lines: [node.description, placeText(comms, node)],
    height: NODE_HEIGHT,
  }))
  return [...nodes, ...deviceRows(comms, zone_id)]
}

/** Where equipment stands, in how many modules, and its ports. */
export function placeText(comms: CommsSite, { module_ids, ports }: NetworkNode): string {
  const count = module_ids.length
  return `${designationsOf(comms, module_ids)}${count > 1 ? `, ${count} alike` : ''}; ${ports}`
}

function deviceRows(comms: CommsSite, zone_id: string): ZoneRow[] {
  const groups = new Map<string, Device[]>()
  for (const device of comms.dtm.devices) {
    if (device.zone !== zone_id) continue
    const key = `${device.device_type} ${protocolName(device)} ${portText(device)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [device])
    else group.push(device)
  }
  return [...groups.values()].flatMap((devices): ZoneRow[] => {
    const [first] = devices
    if (first === undefined) return []
    const where = designationsOf(comms, [...new Set(devices.map((device) => device.module_id))])
    const poll = `${protocolName(first)} ${portText(first)}`
    const tall = where.split(', ').length > KINDS_MAX
    return [
      {
        node: null,
        title: `${typeText(first)}  ${devices.length} on the site`,
        lines: tall ? [poll, where] : [`${poll}; ${where}`],
        height: tall ? TALL_HEIGHT : DEVICE_HEIGHT,
      },
    ]
  })
}

/** Where rows hang: on an upright line at x, from the top down. */
export interface RowsPlace {
  readonly x: number
  readonly top: number
  readonly right: number
  readonly net: string
  readonly line: Pen
}

/** Rows below each other on an upright line, with the symbols right of it. The last row's middle ends the line. */
export function rowItems(
  comms: CommsSite,
  rows: readonly ZoneRow[],
  { x, top, right, net, line }: RowsPlace,
): Primitive[] {
  let y = top
  return rows.flatMap((row) => {
    const middle = y - row.height / 2
    y -= row.height
    const symbol_x = x + 8
    const text_x = symbol_x + 18
    const room = right - text_x
    const { node } = row
    const texts = row.lines.map((line, i) =>
      PENS.text.text(
        [text_x, middle - (node === null ? 3.4 : 1.8) - i * 4],
        TEXT.data,
        fitText(line, TEXT.data, room),
      ),
    )
    const symbol =
      node === null
        ? PENS.equipment.use('DEVICE', [symbol_x, middle], { net })
        : PENS.equipment.use(NODE_SYMBOL[node.kind], [symbol_x + 7.5, middle], {
            net,
            id: `${node.module_kind}/${node.tag}`,
            attributes: { TAG: node.tag, RATING: node.ports, MODULE_ID: node.module_kind },
          })
    return [
      line.line([x, middle], [symbol_x + symbolInset(node), middle], { net }),
      symbol,
      PENS.tags.text(
        [text_x, middle + (node === null ? 0.8 : 2.4)],
        node === null ? TEXT.data : TEXT.tag,
        fitText(row.title, node === null ? TEXT.data : TEXT.tag, room),
        node === null ? {} : detailLink(comms, node.module_kind),
      ),
      ...texts,
    ]
  })
}

/** From the left of the place of a symbol to where a line meets it: round and narrow symbols stand in the middle. */
function symbolInset(node: NetworkNode | null): number {
  if (node === null) return 0
  const narrow: Partial<Record<NetworkNode['kind'], number>> = {
    ems_server: 2.5,
    clock: 2.5,
    jump_host: 1.25,
    media_station: 1.25,
  }
  return narrow[node.kind] ?? 0
}
