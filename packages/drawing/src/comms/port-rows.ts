import type { Connection, Device, NetworkNode, SiteModule } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import { deviceName, pollText, type CommsSite } from './comms-site.ts'
import { cableLayer, isNetworkCable } from './comms-style.ts'
import { cableText } from './cable-text.ts'
import { typeText } from './device-words.ts'

/** Length of a cable from the switch to what hangs on it, and of the text over it, mm. */
export const CABLE = 74
export const CABLE_TEXT = CABLE - 3

/** What hangs on a port of a switch. */
export interface PanelRow {
  readonly port: string
  readonly cable_id: string
  readonly layer: string
  readonly symbol: 'DEVICE' | 'GATEWAY' | 'PLATE-PORT' | (typeof NODE_SYMBOL)[NetworkNode['kind']]
  /** Tag of the device or name of the far end. */
  readonly name: string
  readonly lines: readonly string[]
  /** The polled device whose network port it is. */
  readonly device: Device | null
}

/** What the rows of a module are made from, and what they have used up. */
export interface Found {
  readonly comms: CommsSite
  readonly module: SiteModule
  readonly devices: readonly Device[]
  readonly nodes: readonly NetworkNode[]
  /** Devices that already have their row. */
  readonly drawn: Set<string>
  /** Cables between modules that stand in the row of the cable inside that leads to them. */
  readonly through: Set<string>
}

/** Switches on which devices are polled: a node's data ports on leaf and storage switches have no address here. */
const POLLING: readonly NetworkNode['kind'][] = ['ot_switch', 'oob_switch', 'core_switch']

/** Equipment whose only port with an address is the one on the out-of-band switch. */
const MANAGED_HERE: readonly NetworkNode['kind'][] = ['leaf', 'storage_switch']

/** A cable inside the module as a port of a switch; one that ends on a plate goes on with the cable between modules. */
export function internalRow(cable: Connection, node: NetworkNode, found: Found): PanelRow[] {
  const [near, far] = cable.from.device === node.tag ? [cable.from, cable.to] : [cable.to, cable.from]
  if (near.device !== node.tag) return []
  const base = {
    port: shortPort(near.port),
    cable_id: numberText(cable, node),
    layer: insideLayer(cable, found.nodes),
  }
  const device = found.devices.find((d) => d.tag === far.device)
  const other = found.nodes.find((n) => n.tag === far.device)
  if (far.plate_id !== null) return [plateRow(base, far, node, found, cable.description)]
  const polling = POLLING.includes(node.kind)
  const polled =
    polling && cable.service === 'copper' && (other === undefined || MANAGED_HERE.includes(other.kind))
  if (polled && device !== undefined && !found.drawn.has(device.device_uuid)) {
    found.drawn.add(device.device_uuid)
    return [{ ...base, ...deviceRow(found.comms, device) }]
  }
  const what = other?.description ?? device?.description
  if (what === undefined && cable.service === 'copper')
    return [{ ...base, ...SPARE, name: `${far.device}, spare` }]
  const says = what === undefined || !polling ? cable.description : whatText(cable, other, what)
  return [
    {
      ...base,
      symbol: other === undefined ? 'DEVICE' : NODE_SYMBOL[other.kind],
      name: far.device,
      lines: [says, `port ${far.port}`],
      device: null,
    },
  ]
}

/** Equipment of the compute fabric. */
const FABRIC_KINDS: readonly NetworkNode['kind'][] = ['leaf', 'spine', 'distribution_frame']

/** Layer of a cable inside a module, of which the catalogue names no network: a fibre of a leaf, a spine or their frame is of the compute fabric. */
function insideLayer(cable: Connection, nodes: readonly NetworkNode[]): string {
  const fabric = nodes.some(
    ({ kind, tag }) => FABRIC_KINDS.includes(kind) && [cable.from.device, cable.to.device].includes(tag),
  )
  return fabric && cable.service === 'fibre' ? 'T-NETW-FABR' : cableLayer(cable)
}

/** Number of a cable; several from a core switch that are one row of the schedule with their number, as its ports are counted. */
function numberText({ connection_id, quantity }: Connection, { kind }: NetworkNode): string {
  return kind === 'core_switch' && quantity > 1 ? `${connection_id} (${quantity})` : connection_id
}

/** What is at the far end of a cable; a panel says nothing of what it leads to, its cable does. */
function whatText(cable: Connection, other: NetworkNode | undefined, what: string): string {
  return other?.kind === 'patch_panel' ? cable.description : what
}

/** A port that is cabled to a place whose device this site does not have. */
const SPARE = { symbol: 'PLATE-PORT', lines: ['cabled, no device on this site'], device: null } as const

/** A port on a plate and the cable between modules that is plugged there. */
function plateRow(
  base: Pick<PanelRow, 'port' | 'cable_id' | 'layer'>,
  plate: Connection['to'],
  node: NetworkNode,
  { comms, module, devices, drawn, through }: Found,
  description: string,
): PanelRow {
  const cable = comms.site.connections.find(
    (c) =>
      isNetworkCable(c) &&
      ((c.to.module_id === module.module_id && c.to.port === plate.port) ||
        (c.from.module_id === module.module_id && c.from.port === plate.port)),
  )
  if (cable === undefined)
    return {
      ...base,
      ...SPARE,
      name: `plate ${plate.port}`,
      lines: [node.kind === 'storage_switch' ? description : 'no cable on this site'],
    }
  through.add(cable.connection_id)
  const opposite = cable.to.module_id === module.module_id ? cable.from : cable.to
  const kind = comms.modules.get(opposite.module_id)?.kind
  // A machine beside the module with a controller of its own: the cable through the plate is that device's.
  const device = devices.find((d) => d.device_type === kind)
  if (device !== undefined && !drawn.has(device.device_uuid)) {
    drawn.add(device.device_uuid)
    const row = deviceRow(comms, device)
    const name = `${row.name} over plate ${plate.port}`
    return { ...base, ...row, name, cable_id: `${base.cable_id}, ${cable.connection_id}` }
  }
  return {
    ...base,
    symbol: 'PLATE-PORT',
    name: `plate ${plate.port}, then ${cable.connection_id} to ${opposite.designation}`,
    lines: [cableText(comms, cable), `far end ${opposite.device} ${opposite.port}`],
    device: null,
  }
}

/** Row of a polled device: what it is, where it answers, in which zone and VLAN. */
export function deviceRow(
  comms: CommsSite,
  device: Device,
): Pick<PanelRow, 'symbol' | 'name' | 'lines' | 'device'> {
  const gateway = device.protocol_config.protocol === 'canopen_gw'
  return {
    symbol: gateway ? 'GATEWAY' : 'DEVICE',
    name: `${deviceName(device)}  ${typeText(device)}`,
    lines: [device.description, addressText(comms, device)],
    device,
  }
}

/** Host, protocol with port, zone and VLAN of a device. */
export function addressText({ site }: CommsSite, device: Device): string {
  const zone = site.network.zones.find((z) => z.zone_id === device.zone)
  return `${device.host}  ${pollText(device)}${zone === undefined ? '' : `  ${zone.zone_id} VLAN ${zone.vlan_id}`}`
}

/** Port without its device: `P3` of `swm-01.P3`. */
export function shortPort(port: string): string {
  return port.slice(port.indexOf('.') + 1)
}
