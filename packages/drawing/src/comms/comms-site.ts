import type { Device, Dtm, NetworkNode, SiteModel, SiteModule } from '@edp/schemas'

import { designationRange } from './ranges.ts'

/** Network, modules and devices of a site, indexed once. */
export interface CommsSite {
  readonly site: SiteModel
  readonly dtm: Dtm
  readonly modules: ReadonlyMap<string, SiteModule>
  /** Devices of each module, in the order of the manifest. */
  readonly devices: ReadonlyMap<string, readonly Device[]>
}

/** Indexes a site and its manifest. */
export function commsSite(site: SiteModel, dtm: Dtm): CommsSite {
  const devices = new Map<string, Device[]>()
  for (const device of dtm.devices) {
    const list = devices.get(device.module_id)
    if (list === undefined) devices.set(device.module_id, [device])
    else list.push(device)
  }
  return { site, dtm, modules: new Map(site.modules.map((module) => [module.module_id, module])), devices }
}

/** Designations of modules as ranges: C01..C40. */
export function designationsOf({ modules }: CommsSite, module_ids: readonly string[]): string {
  return designationRange(module_ids.map((id) => modules.get(id)?.designation ?? id))
}

/** Network equipment that stands in a module. */
export function nodesOf({ site }: CommsSite, module_id: string): NetworkNode[] {
  return site.network.nodes.filter((node) => node.module_ids.includes(module_id))
}

/** Name of a device in the diagram: its tag, or its type. */
export function deviceName(device: Device): string {
  return device.tag ?? device.device_type
}

/** Protocol with port, transport and the address behind the port: `Modbus TCP 502/tcp unit 1`. */
export function pollText(device: Device): string {
  const config = device.protocol_config
  const port = `${device.port}/${device.transport ?? (config.protocol === 'snmp' ? 'udp' : 'tcp')}`
  switch (config.protocol) {
    case 'modbus_tcp':
      return `Modbus TCP ${port} unit ${config.unit_id}`
    case 'dnp3_tcp':
      return `DNP3 ${port} station ${config.outstation_addr}`
    case 'snmp':
      return `SNMPv3 ${port}`
    case 'canopen_gw':
      return `CANopen gateway ${port} node ${config.node_id}`
    case 'redfish':
      return `Redfish ${port}`
  }
}
