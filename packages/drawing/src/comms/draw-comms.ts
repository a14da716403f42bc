import {
  drawingArea,
  fitText,
  type Drawing,
  type Dtm,
  type Primitive,
  type ProtocolConfig,
  type Sheet,
  type SiteModel,
  type SymbolDefinition,
} from '@edp/schemas'

import { defineSymbol, symbolsUsed } from '../sheet/define-symbol.ts'
import { COMMS_LAYERS, LINETYPES } from '../sheet/layers.ts'
import { INHERIT, pen } from '../sheet/pen.ts'
import { flowTables, type Table } from '../sheet/table.ts'
import { titleBlockOf } from '../sheet/title-block.ts'

const SIZE: Sheet['size'] = 'A1'
const DATA_MM = 2.5
const TAG_MM = 3.5
const ink = pen(INHERIT)
const zone = pen('T-ZONE')
const equipment = pen('T-EQPT')
const text = pen('T-ANNO-TEXT')
const tag = pen('T-ANNO-TAGS')

const SYMBOLS: readonly SymbolDefinition[] = [
  defineSymbol({
    name: 'NET-NODE',
    description: 'Switch, firewall, server or clock',
    source: 'practice',
    items: [
      ink.box([-32, -9], 64, 18),
      ink.path([
        [-29, 6],
        [-25, 6],
        [-25, 4],
      ]),
    ],
  }),
  defineSymbol({
    name: 'NET-WAN',
    description: 'Wide area network',
    source: 'practice',
    items: [ink.box([-32, -9], 64, 18), ink.circle([-25, 0], 4)],
  }),
]

/** Band of a zone on the overview, mm, and boxes in one row of it. */
const BAND = 46
const BOX_PITCH = 72
const NODES_PER_ROW = 10

/**
 * Network diagram: zones with their switches, firewalls and servers, the up-link, and the tables of zones, conduits,
 * addresses and network cables.
 *
 * @example renderPdf(drawComms(site, dtm))
 */
export function drawComms(site: SiteModel, dtm: Dtm): Drawing {
  const title_block = titleBlockOf(site, 'comms')
  const notes = [
    site.network.addressing_rule,
    `Compute fabric: ${site.network.fabric.leaves_count} leaves, ${site.network.fabric.spines_count} spines. ${site.network.fabric.note}`,
    ...site.findings
      .filter((f) => f.artifacts.includes('comms_diagram'))
      .map((f) => `${f.code}: ${f.message}`),
  ]
  const tables = flowTables(listTables(site, dtm), drawingArea(SIZE), {
    layer: 'T-ANNO-TABL',
    text_layer: 'T-ANNO-TEXT',
    text_mm: DATA_MM,
  })
  const sheets: Sheet[] = [
    {
      sheet_id: 'overview',
      size: SIZE,
      title: 'Zones, switches and up-link',
      items: overview(site),
      notes,
      legend: true,
    },
    ...tables.map((items, index): Sheet => ({
      sheet_id: `tables-${index + 1}`,
      size: SIZE,
      title: 'Zones, conduits, devices and cables',
      items,
      notes: [],
    })),
  ]
  return {
    schema: 'edp.drawing/1',
    drawing_id: 'comms',
    title_block,
    layers: COMMS_LAYERS,
    linetypes: LINETYPES,
    symbols: symbolsUsed(SYMBOLS, sheets),
    sheets,
  }
}

function overview(site: SiteModel): Primitive[] {
  const area = drawingArea(SIZE)
  const { network } = site
  const designation = new Map(site.modules.map((m) => [m.module_id, m.designation]))
  const items: Primitive[] = []
  const wanY = area.y1 - 16
  const wanX = area.x0 + 90
  items.push(
    equipment.use('NET-WAN', [wanX, wanY], { id: 'wan', net: 'WAN' }),
    tag.text(
      [wanX, wanY + 1],
      DATA_MM,
      network.uplink.air_gapped ? 'NO EXTERNAL CONNECTION' : network.uplink.ems_target,
      { halign: 'centre', net: 'WAN' },
    ),
    text.text(
      [wanX + 40, wanY + 1],
      DATA_MM,
      fitText(
        [...network.uplink.transports, ...network.uplink.endpoints, network.uplink.note].join('; '),
        DATA_MM,
        area.x1 - wanX - 50,
      ),
    ),
  )
  network.zones.forEach((z, row) => {
    const top = area.y1 - 36 - row * BAND
    const y = top - BAND / 2
    const nodes = network.nodes.filter((n) => n.zone_id === z.zone_id).slice(0, NODES_PER_ROW)
    items.push(
      zone.box([area.x0, top - BAND + 4], area.x1 - area.x0, BAND - 4),
      tag.text([area.x0 + 3, top - 6], TAG_MM, `${z.zone_id} ${z.name}`),
      text.text(
        [area.x0 + 3, top - 11.5],
        DATA_MM,
        `level ${z.level}, VLAN ${z.vlan_id}, ${z.subnet}, ${z.security_level}`,
      ),
      text.text([area.x0 + 3, top - 38], DATA_MM, fitText(z.members, DATA_MM, 90)),
    )
    nodes.forEach((n, i) => {
      const x = area.x0 + 150 + i * BOX_PITCH
      const names = n.module_ids.map((id) => designation.get(id) ?? id)
      const where =
        names.length <= 1
          ? (names[0] ?? '')
          : `${names[0] ?? ''}..${names[names.length - 1] ?? ''} (${names.length})`
      items.push(
        equipment.use('NET-NODE', [x, y], {
          id: `${n.module_kind}-${n.tag}`,
          attributes: { TAG: n.tag, RATING: n.ports },
          net: n.tag,
        }),
        tag.text([x, y + 3], DATA_MM, `${n.tag}, ${where}`, { halign: 'centre', net: n.tag }),
        text.text([x, y - 2], DATA_MM, fitText(n.description, DATA_MM, 60), { halign: 'centre', net: n.tag }),
        text.text([x, y - 6.5], DATA_MM, fitText(n.ports, DATA_MM, 60), { halign: 'centre', net: n.tag }),
      )
      if (i > 0) items.push(pen('T-NETW-COPR').line([x - BOX_PITCH + 32, y], [x - 32, y], { net: z.zone_id }))
    })
  })
  return items
}

/** Unit, station or node number of a device. */
function unitOf(config: ProtocolConfig): string {
  switch (config.protocol) {
    case 'modbus_tcp':
      return String(config.unit_id)
    case 'dnp3_tcp':
      return String(config.outstation_addr)
    case 'canopen_gw':
      return String(config.node_id)
    case 'snmp':
    case 'redfish':
      return ''
  }
}

function listTables(site: SiteModel, dtm: Dtm): Table[] {
  const column = (...titles: string[]): Table['columns'] =>
    titles.map((title) => ({ title, max_width_mm: 90 }))
  const { network } = site
  const kinds = [...new Set(dtm.modules.map((m) => m.module_type))]
  const devices = kinds.map((kind): Table => {
    const modules = dtm.modules.filter((m) => m.module_type === kind)
    const first = dtm.devices.filter((d) => d.module_id === modules[0]?.module_id)
    const last = new Map(
      dtm.devices
        .filter((d) => d.module_id === modules[modules.length - 1]?.module_id)
        .map((d) => [d.tag, d.host]),
    )
    return {
      title: `DEVICES OF EACH ${kind.replaceAll('_', ' ').toUpperCase()} (${modules.length})`,
      columns: column(
        'Tag',
        'Type',
        'Description',
        'Zone',
        'Protocol',
        'Port',
        'Unit',
        'Host of the first',
        'Host of the last',
      ),
      rows: first.map((d) => ({
        id: d.device_uuid,
        cells: [
          d.tag ?? '',
          d.device_type,
          d.description,
          d.zone ?? '',
          d.protocol_config.protocol,
          String(d.port),
          unitOf(d.protocol_config),
          d.host,
          last.get(d.tag) ?? d.host,
        ],
      })),
    }
  })
  return [
    {
      title: 'ZONES',
      columns: column('Zone', 'Name', 'Level', 'VLAN', 'Subnet', 'Members', 'Security'),
      rows: network.zones.map((z) => ({
        cells: [z.zone_id, z.name, z.level, String(z.vlan_id), z.subnet, z.members, z.security_level],
      })),
    },
    {
      title: 'CONDUITS',
      columns: column('Conduit', 'From', 'To', 'Services', 'Direction'),
      rows: network.conduits.map((c) => ({
        cells: [c.conduit_id, c.from_zone, c.to_zone, c.services, c.direction],
      })),
    },
    ...devices,
    {
      title: 'MODULES',
      columns: column('Module', 'Designation', 'Kind', 'Position'),
      rows: site.modules
        .filter((m) => m.in_dtm)
        .map((m) => ({ id: m.module_id, cells: [m.module_id, m.designation, m.kind, m.container_position] })),
    },
    {
      title: 'NETWORK CABLES BETWEEN MODULES',
      columns: column('Cable', 'Description', 'From', 'To', 'Type', 'Quantity', 'Length m'),
      rows: site.connections
        .filter((c) => c.service === 'fibre' || c.service === 'copper')
        .map((c) => ({
          id: c.connection_id,
          cells: [
            c.connection_id,
            c.description,
            c.from.designation,
            c.to.designation,
            c.cable?.type ?? '',
            String(c.quantity),
            String(c.length.cut_m),
          ],
        })),
    },
  ]
}
