import { derivedId, EdpError, type AssemblyTopology, type Device, type Dtm, type Module, type Problem, type ProtocolConfig, type SiteModel, type SiteModule, type TopologyDevice } from '@edp/schemas'

import { checkDevice } from './check-device.ts'
import { simHost } from './sim-host.ts'

/** Device lists of the site's assemblies. */
export interface SiteTopologies {
  readonly compute: AssemblyTopology
  /** null for the profiles without a battery. */
  readonly grid: AssemblyTopology | null
}

/**
 * The manifest of a site: every module that an EMS knows and every device of it, in simulation. Ids are uuid v5 of the
 * deployment, the module and the device's tag, so that they stay when a device list is edited.
 *
 * @throws {EdpError} `invalid_dtm` with every broken constraint at once: file, device, field, value, what was expected.
 * @example buildDtm(site, { compute, grid: null }).devices.length
 */
export function buildDtm(site: SiteModel, topologies: SiteTopologies): Dtm {
  const modules = site.modules.filter((m) => m.in_dtm)
  const problems = [topologies.compute, ...(topologies.grid === null ? [] : [topologies.grid])].flatMap(topologyProblems)
  const blockOf = new Map(site.blocks.map((b) => [b.block_id, b.ordinal]))
  const devices = modules.flatMap((module) => {
    const block = blockOf.get(module.block_id) ?? 1
    return devicesOf(module, topologies, site).map(([entry, index]) => instance(site.payload.deployment_id, module, block, entry, index))
  })
  problems.push(...endpointProblems(devices))
  if (problems.length > 0) throw new EdpError('invalid_dtm', `device topology manifest: ${problems.length} problems`, problems)
  return {
    deployment_uuid: site.payload.deployment_id,
    ems_mode: 'sim',
    sizing_params: {
      P_compute_total_kW: site.loads.compute_kw,
      E_BESS_total_kWh: site.payload.bess_capacity_mwh * 1000,
      T_coolant_setpoint_C: site.cooling.technology_supply_c,
    },
    modules: modules.map(moduleOf),
    devices,
    dtm_version: 1,
    schema_version: 'edp.dtm/1',
  }
}

function moduleOf(module: SiteModule): Module {
  return { module_id: module.module_id, module_type: module.kind, container_position: module.container_position, description: `${module.designation} ${module.description}` }
}

function devicesOf(module: SiteModule, topologies: SiteTopologies, site: SiteModel): [TopologyDevice, number][] {
  const topology = module.kind === 'compute_container' ? topologies.compute : topologies.grid
  const battery = module.kind === 'bess_unit'
  return (topology?.devices ?? []).flatMap((device, index): [TopologyDevice, number][] =>
    (device.per === 'bess_unit') === battery && applies(device, site) ? [[device, index]] : [],
  )
}

/** Whether a device's condition holds for the site. */
function applies(device: TopologyDevice, site: SiteModel): boolean {
  const facts = { ...site.resolution, grid_connection: site.payload.grid_connection, energy_source: site.payload.energy_source }
  return Object.entries(device.when ?? {}).every(([key, value]) => {
    const fact = facts[key as keyof typeof facts]
    return Array.isArray(value) ? (value as unknown[]).includes(fact) : value === fact
  })
}

function instance(deployment: string, module: SiteModule, block: number, entry: TopologyDevice, index: number): Device {
  const key = entry.tag ?? String(index)
  return {
    device_uuid: derivedId(deployment, `${module.module_id}/${key}`),
    device_type: entry.device_type,
    module_id: module.module_id,
    host: simHost(entry.host, { instance: module.ordinal, block, module_id: module.module_id }),
    port: entry.port,
    protocol_config: entry.protocol_config,
    description: entry.description,
    tag: key,
    transport: entry.protocol_config.protocol === 'snmp' ? 'udp' : 'tcp',
    ...(entry.zone === undefined ? {} : { zone: entry.zone }),
    ...(entry.manufacturer === undefined ? {} : { manufacturer: entry.manufacturer }),
    ...(entry.model === undefined ? {} : { model: entry.model }),
    ...(entry.map_status === undefined ? {} : { map_status: entry.map_status }),
  }
}

function topologyProblems(topology: AssemblyTopology): Problem[] {
  return topology.devices.flatMap((device, index) =>
    checkDevice(device).map((p) => ({ path: [topology.assembly_id, 'topology.yaml', device.tag ?? index, ...p.field.split('.')], type: 'constraint', message: `${p.message}, found ${JSON.stringify(p.input)}`, input: p.input })),
  )
}

/** Address of a device behind its host: several devices may share a host only under different unit, node or station numbers. */
function addressOf(config: ProtocolConfig): string | null {
  switch (config.protocol) {
    case 'modbus_tcp':
      return String(config.unit_id)
    case 'dnp3_tcp':
      return String(config.outstation_addr)
    case 'canopen_gw':
      return String(config.node_id)
    case 'redfish':
      return ''
    case 'snmp':
      return null
  }
}

function endpointProblems(devices: readonly Device[]): Problem[] {
  const seen = new Map<string, Device>()
  return devices.flatMap((device, index) => {
    const address = addressOf(device.protocol_config)
    if (address === null) return []
    const key = `${device.host} ${device.port} ${device.protocol_config.protocol} ${address}`
    const first = seen.get(key)
    seen.set(key, device)
    if (first === undefined) return []
    return [{ path: ['devices', index, 'host'], type: 'duplicate_endpoint', message: `${device.module_id}/${device.tag ?? ''} has the endpoint of ${first.module_id}/${first.tag ?? ''}: ${key}`, input: device.host }]
  })
}
