import type { Connection } from '@edp/schemas'

import type { Table, TableColumn } from '../sheet/table.ts'
import { cablesInside, enforcementOf } from './boundary-devices.ts'
import { cableType } from './cable-text.ts'
import { designationsOf, type CommsSite } from './comms-site.ts'
import { isNetworkCable } from './comms-style.ts'

const right = (title: string): TableColumn => ({ title, halign: 'right' })
const wide = (title: string, max_width_mm: number): TableColumn => ({ title, max_width_mm, wrap: true })

/** Everything that may pass, a row for each service of a conduit; narrow it breaks long texts. */
export function conduitTable(comms: CommsSite, narrow: boolean): Table {
  const breaking = (title: string, max_width_mm: number): TableColumn =>
    narrow ? wide(title, max_width_mm) : { title }
  const { zones, conduits } = comms.site.network
  const vlanOf = (id: string): string => String(zones.find((zone) => zone.zone_id === id)?.vlan_id ?? '-')
  return {
    title: 'CONDUITS; WHAT IS NOT LISTED IS DENIED',
    whole: true,
    columns: [
      { title: 'Conduit' },
      { title: 'Between' },
      { title: 'VLANs' },
      breaking('Service', 48),
      breaking('Port of the server', 22),
      breaking('Opened by', 20),
      breaking('Enforced by', 22),
      breaking('On cable', 26),
      breaking('Source', 48),
    ],
    rows: conduits.flatMap((conduit) => {
      const points = enforcementOf(comms, conduit)
      return conduit.flows.map((flow, index) => ({
        ...(index === 0 ? { id: conduit.conduit_id } : {}),
        cells: [
          conduit.conduit_id,
          `${conduit.from_zone} - ${conduit.to_zone}`,
          `${vlanOf(conduit.from_zone)} - ${vlanOf(conduit.to_zone)}`,
          flow.service,
          flow.port,
          flow.opened_by,
          points.map((node) => node.tag).join(', '),
          points.map((node) => cablesInside(comms, node)).join(', '),
          flow.source,
        ],
      }))
    }),
  }
}

/** Zones, up-link and equipment: what stands beside the zones where there is room. */
export function zoneTables(comms: CommsSite): Table[] {
  const { network } = comms.site
  return [
    {
      title: 'ZONES (IEC 62443), VLANS AND SUBNETS',
      columns: [
        { title: 'Zone' },
        { title: 'Name' },
        { title: 'Level' },
        right('VLAN'),
        { title: 'Subnet' },
        { title: 'Core, each module', halign: 'right' },
        { title: 'Security' },
        wide('Members', 80),
      ],
      rows: network.zones.map((zone) => ({
        id: zone.zone_id,
        cells: [
          zone.zone_id,
          zone.name,
          zone.level,
          String(zone.vlan_id),
          zone.subnet,
          zone.addresses === null ? '-' : `${zone.addresses.core}, ${zone.addresses.module}`,
          zone.security_level,
          zone.members,
        ],
      })),
    },
    {
      title: 'UP-LINK',
      columns: [{ title: 'EMS target' }, wide('Transport', 70), wide('Endpoints', 70), wide('Note', 80)],
      rows: [
        {
          cells: [
            network.uplink.ems_target,
            network.uplink.transports.join('; '),
            network.uplink.air_gapped ? 'none' : network.uplink.endpoints.join('; '),
            network.uplink.note,
          ],
        },
      ],
    },
    {
      title: 'NETWORK EQUIPMENT',
      whole: true,
      columns: [
        { title: 'Tag' },
        { title: 'Kind' },
        wide('Description', 50),
        wide('In', 36),
        right('Number'),
        { title: 'Zone' },
        wide('Ports', 34),
      ],
      rows: network.nodes.map((node) => ({
        id: `${node.module_kind}/${node.tag}`,
        cells: [
          node.tag,
          node.kind.replace('_', ' '),
          node.description,
          designationsOf(comms, node.module_ids),
          String(node.kind === 'spine' ? network.fabric.spines_count : node.module_ids.length),
          node.zone_id,
          node.ports,
        ],
      })),
    },
  ]
}

/** Every network cable between modules, with its number in the cable schedule. */
export function cableTable({ site }: CommsSite): Table {
  return {
    title: 'NETWORK CABLES BETWEEN MODULES; numbers, types and lengths of the cable schedule',
    columns: [
      { title: 'Cable' },
      { title: 'From' },
      { title: 'To' },
      { title: 'Network, path, Gbit/s' },
      { title: 'Type' },
      right('Qty'),
      right('Cut m'),
      { title: 'Scope' },
    ],
    rows: site.connections.filter(isNetworkCable).map((cable) => ({
      id: cable.connection_id,
      cells: [
        cable.connection_id,
        endText(cable.from),
        endText(cable.to),
        [cable.data?.network, cable.system, cable.data?.rate_gbps].filter((part) => part !== null).join(' '),
        cableType(cable),
        String(cable.quantity),
        String(cable.length.cut_m),
        cable.scope.replace('_', ' '),
      ],
    })),
  }
}

/** An end as the schedule has it, what is said twice there said once: `C01 CG.F1`, `S01 F1`. */
function endText({ designation, device, port }: Connection['from']): string {
  const named = device === designation || port.startsWith(`${device}.`)
  return named ? `${designation} ${port}` : `${designation} ${device} ${port}`
}

/** Gateways, servers and what the site settles: their addresses are set aside. */
export function reservedTable({ site }: CommsSite): Table {
  const { reserved_addresses, zones } = site.network
  return {
    title: 'RESERVED ADDRESSES, block 1',
    whole: true,
    columns: [
      { title: 'Tag' },
      { title: 'Use' },
      { title: 'Zone' },
      right('VLAN'),
      { title: 'Address' },
      right('Number'),
    ],
    // Those that the manifest has a device for stand in the tables of addresses.
    rows: reserved_addresses
      .filter(({ polled }) => !polled)
      .map(({ tag, use, zone_id, address, count }) => ({
        cells: [
          tag,
          use,
          zone_id,
          String(zones.find((zone) => zone.zone_id === zone_id)?.vlan_id ?? ''),
          count === 1 ? address : `${address} and up`,
          String(count),
        ],
      })),
  }
}
