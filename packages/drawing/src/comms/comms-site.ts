import {
  PROTOCOL_FACTS,
  type Connection,
  type Device,
  type Dtm,
  type ModuleKind,
  type NetworkNode,
  type SiteModel,
  type SiteModule,
} from '@edp/schemas'

import { designationRange } from '../sheet/designation-range.ts'

/** Network, modules and devices of a site, indexed once. */
export interface CommsSite {
  readonly site: SiteModel
  readonly dtm: Dtm
  readonly modules: ReadonlyMap<string, SiteModule>
  /** Devices of each module, in the order of the manifest. */
  readonly devices: ReadonlyMap<string, readonly Device[]>
  /** Sheet that details a kind of module, once the sheets are known. */
  readonly detail: ReadonlyMap<ModuleKind, string>
}

/** More ranges than this are not listed one by one. */
const RANGES_MAX = 6

/** Names of the protocols, as the conduits have them. */
const PROTOCOL_NAMES = {
  modbus_tcp: 'Modbus TCP',
  dnp3_tcp: 'DNP3',
  snmp: 'SNMPv3',
  canopen_gw: 'CANopen gateway',
  redfish: 'Redfish',
} as const satisfies Record<Device['protocol_config']['protocol'], string>

/** Indexes a site and its manifest. */
export function commsSite(site: SiteModel, dtm: Dtm): CommsSite {
  const devices = new Map<string, Device[]>()
  for (const device of dtm.devices) {
    const list = devices.get(device.module_id)
    if (list === undefined) devices.set(device.module_id, [device])
    else list.push(device)
  }
  return {
    site,
    dtm,
    modules: new Map(site.modules.map((module) => [module.module_id, module])),
    devices,
    detail: new Map(),
  }
}

/** Designations of modules as ranges, kind by kind: G01..G02, C01..C40. */
export function designationsOf({ modules }: CommsSite, module_ids: readonly string[]): string {
  const kinds = new Map<string, string[]>()
  for (const id of module_ids) {
    const module = modules.get(id)
    const list = kinds.get(module?.kind ?? '')
    if (list === undefined) kinds.set(module?.kind ?? '', [module?.designation ?? id])
    else list.push(module?.designation ?? id)
  }
  return [...kinds.values()].map(shortRange).join(', ')
}

/** Ranges of designations; where they are too many to read, the first, the last and their number. */
function shortRange(designations: readonly string[]): string {
  const ranges = designationRange(designations)
  if (ranges.split(', ').length <= RANGES_MAX) return ranges
  return `${designations[0] ?? ''} to ${designations.at(-1) ?? ''}, ${designations.length} in all`
}

/** Connections inside a module. */
export function insideOf({ site }: Pick<CommsSite, 'site'>, module_id: string): readonly Connection[] {
  return site.typicals.find(({ module_ids }) => module_ids.includes(module_id))?.connections ?? []
}

/** Network equipment that stands in a module. */
export function nodesOf({ site }: CommsSite, module_id: string): NetworkNode[] {
  return site.network.nodes.filter((node) => node.module_ids.includes(module_id))
}

/** Link to the sheet that details a kind of module; nothing where there is none. */
export function detailLink({ detail }: CommsSite, kind: ModuleKind): { link?: { sheet_id: string } } {
  const sheet_id = detail.get(kind)
  return sheet_id === undefined ? {} : { link: { sheet_id } }
}

/** Whether the one core of the site stands in a compute container, for want of a grid container. */
export function isHosted({ site, modules }: CommsSite): boolean {
  return modules.get(site.network.host_module_id)?.kind === 'compute_container'
}

/** Name of a device in the diagram: its tag, or its type. */
export function deviceName(device: Device): string {
  return device.tag ?? device.device_type
}

/** Name of the protocol that a device is polled by. */
export function protocolName({ protocol_config }: Device): string {
  return PROTOCOL_NAMES[protocol_config.protocol]
}

/** Port and transport of a device: `502/tcp`. */
export function portText({ port, transport, protocol_config }: Device): string {
  return `${port}/${transport ?? PROTOCOL_FACTS[protocol_config.protocol].transport}`
}

/** Protocol with port, transport and the address behind the port: `Modbus TCP 502/tcp unit 1`. */
export function pollText(device: Device): string {
  const config = device.protocol_config
  const text = `${protocolName(device)} ${portText(device)}`
  switch (config.protocol) {
    case 'modbus_tcp':
      return `${text} unit ${config.unit_id}`
    case 'dnp3_tcp':
      return `${text} station ${config.outstation_addr}`
    case 'canopen_gw':
      return `${text} node ${config.node_id}`
    case 'snmp':
    case 'redfish':
      return text
  }
}
