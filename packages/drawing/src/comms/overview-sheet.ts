import { drawingArea, fitText, wrapText, type Area, type NetworkNode, type Primitive } from '@edp/schemas'

import { placeTable, type Table } from '../sheet/table.ts'
import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import { designationsOf, type CommsSite } from './comms-site.ts'
import { PENS, TABLE_STYLE, TEXT } from './comms-style.ts'
import { conduitItems } from './overview-conduits.ts'
import { zonePlaces, type ZonePlace } from './zone-places.ts'

const PAD = 4
/** Room that the heading of a band takes on its left. */
const HEADING_WIDTH = 150
const CELL_WIDTH = 54
const CELL_HEIGHT = 36

/** The zones of the site as bands with their equipment, the conduits between them and the way out. */
export function overviewItems(comms: CommsSite): Primitive[] {
  const { zones, nodes } = comms.site.network
  const places = zonePlaces(
    zones,
    drawingArea('A1'),
    (zone) => nodes.filter((node) => node.zone_id === zone.zone_id).length,
  )
  return [
    ...places.flatMap((place) => zoneItems(comms, place)),
    ...conduitItems(comms.site.network.conduits, places),
  ]
}

function zoneItems(comms: CommsSite, place: ZonePlace): Primitive[] {
  const { area, zone, role } = place
  const outline = PENS.zone.box([area.x0, area.y0], area.x1 - area.x0, area.y1 - area.y0)
  if (zone === null) return [outline, ...wanItems(comms, area)]
  const nodes = comms.site.network.nodes.filter((node) => node.zone_id === zone.zone_id)
  const band = role === 'band'
  const heading = headingItems(place, band ? HEADING_WIDTH - 2 * PAD : area.x1 - area.x0 - 2 * PAD)
  if (band) {
    const cells = { ...area, x0: area.x0 + HEADING_WIDTH, y1: area.y1 - PAD }
    return [outline, ...heading.items, ...nodeCells(comms, nodes, cells).items]
  }
  const cells = nodeCells(comms, nodes, {
    ...area,
    x0: area.x0 + PAD,
    x1: area.x1 - PAD,
    y1: heading.y - PAD,
  })
  return [
    outline,
    ...heading.items,
    ...cells.items,
    ...deviceTypes(comms, zone.zone_id, { ...area, x0: area.x0 + PAD, y0: area.y0 + PAD, y1: cells.y }),
  ]
}

function headingItems({ area, zone }: ZonePlace, width: number): { items: Primitive[]; y: number } {
  if (zone === null) return { items: [], y: area.y1 }
  const x = area.x0 + PAD
  const lines = [
    `Level ${zone.level === '-' ? 'outside the Purdue model' : zone.level}, ${zone.security_level}`,
    `VLAN ${zone.vlan_id}, ${zone.subnet}`,
    ...wrapText(zone.members, TEXT.data, width),
  ]
  const top = area.y1 - PAD - TEXT.heading
  const items: Primitive[] = [
    PENS.tags.text(
      [x, top],
      TEXT.heading,
      fitText(`${zone.zone_id} ${zone.name.toUpperCase()}`, TEXT.heading, width),
    ),
    ...lines.map((line, i) =>
      PENS.text.text([x, top - 6 - i * 4.25], TEXT.data, fitText(line, TEXT.data, width)),
    ),
  ]
  return { items, y: top - 6 - lines.length * 4.25 }
}

/** Network equipment side by side: symbol, tag, where it stands, what it is. */
function nodeCells(
  comms: CommsSite,
  nodes: readonly NetworkNode[],
  area: Area,
): { items: Primitive[]; y: number } {
  const columns = Math.max(1, Math.floor((area.x1 - area.x0) / CELL_WIDTH))
  const items = nodes.flatMap((node, index) => {
    const x = area.x0 + (index % columns) * CELL_WIDTH + CELL_WIDTH / 2
    const y = area.y1 - Math.floor(index / columns) * CELL_HEIGHT
    return nodeCell(comms, node, x, y)
  })
  return { items, y: area.y1 - Math.ceil(nodes.length / columns) * CELL_HEIGHT }
}

function nodeCell(comms: CommsSite, node: NetworkNode, x: number, y: number): Primitive[] {
  const width = CELL_WIDTH - 4
  const where = designationsOf(comms, node.module_ids)
  const count = node.module_ids.length
  const lines = [
    count > 1 ? `${where} (${count})` : where,
    ...wrapText(node.description, TEXT.data, width).slice(0, 2),
  ]
  const centred = { halign: 'centre' } as const
  return [
    PENS.equipment.use(NODE_SYMBOL[node.kind], [x, y - 8], {
      id: `${node.module_kind}/${node.tag}`,
      attributes: { TAG: node.tag, RATING: node.ports, MODULE_ID: node.module_kind },
    }),
    PENS.tags.text([x, y - 19], TEXT.tag, node.tag, centred),
    ...lines.map((line, i) =>
      PENS.text.text([x, y - 24 - i * 4], TEXT.data, fitText(line, TEXT.data, width), centred),
    ),
  ]
}

/** Kinds of devices that the EMS polls in a zone, with their number on the whole site. */
function deviceTypes({ dtm }: CommsSite, zone_id: string, area: Area): Primitive[] {
  const counts = new Map<string, { count: number; protocol: string; port: number }>()
  for (const device of dtm.devices) {
    if (device.zone !== zone_id) continue
    const found = counts.get(device.device_type)
    if (found === undefined)
      counts.set(device.device_type, {
        count: 1,
        protocol: device.protocol_config.protocol,
        port: device.port,
      })
    else found.count += 1
  }
  if (counts.size === 0) return []
  const table: Table = {
    title: 'POLLED DEVICES',
    columns: [
      { title: 'Type' },
      { title: 'Protocol' },
      { title: 'Port', halign: 'right' },
      { title: 'Site', halign: 'right' },
    ],
    rows: [...counts].map(([type, { count, protocol, port }]) => ({
      cells: [type, protocol, String(port), String(count)],
    })),
  }
  return [...placeTable(table, area, TABLE_STYLE).items]
}

/** The wide area network and what the EMS reaches there, or the break where there is none. */
function wanItems({ site }: CommsSite, area: Area): Primitive[] {
  const { uplink } = site.network
  const x = area.x0 + PAD
  const text_x = area.x0 + HEADING_WIDTH + 60
  const width = area.x1 - text_x - PAD
  const wan = site.modules.filter((module) => module.kind === 'wan_service')
  const lines = [...uplink.transports, ...uplink.endpoints, uplink.note].flatMap((line) =>
    wrapText(line, TEXT.data, width),
  )
  const centre = [area.x0 + HEADING_WIDTH + 25, area.y0 + 30] as const
  const heading = [
    PENS.tags.text(
      [x, area.y1 - PAD - TEXT.heading],
      TEXT.heading,
      uplink.air_gapped ? 'OUTSIDE' : 'WIDE AREA NETWORK',
    ),
    PENS.text.text([x, area.y1 - 15], TEXT.data, `EMS target ${uplink.ems_target}`),
    PENS.text.text(
      [x, area.y1 - 19.25],
      TEXT.data,
      wan.length === 0
        ? 'No WAN service on this site'
        : `${wan.map((m) => m.designation).join(', ')}, BY OTHERS`,
    ),
  ]
  const symbol = uplink.air_gapped
    ? [
        PENS.equipment.use('BREAK', centre, { id: 'wan', attributes: { TAG: 'NO EXTERNAL CONNECTION' } }),
        PENS.tags.text([centre[0], centre[1] + 8], TEXT.tag, 'NO EXTERNAL', { halign: 'centre' }),
        PENS.tags.text([centre[0], centre[1] - 12], TEXT.tag, 'CONNECTION', { halign: 'centre' }),
      ]
    : [
        PENS.equipment.use('WAN-CLOUD', centre, { id: 'wan', attributes: { TAG: 'WAN' } }),
        PENS.tags.text(centre, TEXT.tag, 'WAN', { halign: 'centre', valign: 'middle' }),
      ]
  return [
    ...heading,
    ...symbol,
    ...lines.map((line, i) => PENS.text.text([text_x, area.y1 - 12 - i * 4.5], TEXT.data, line)),
  ]
}
