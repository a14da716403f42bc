import {
  EdpError,
  derivedId,
  type AssemblyTopology,
  type Device,
  type Dtm,
  type Module,
  type Problem,
  type SiteModel,
  type SiteModule,
} from '@edp/schemas'

import { endpointProblems } from './endpoint-problems.ts'
import { transportOf } from './endpoint.ts'
import { listedDevices, type DevicesByKind, type ListedDevice } from './listed-devices.ts'
import { simHost } from './sim-host.ts'

/** Device lists of the site's assemblies. */
export interface SiteTopologies {
  readonly compute: AssemblyTopology
  /** null on sites without a grid container. */
  readonly grid: AssemblyTopology | null
}

/** What the manifest is built from. */
export type DtmSite = Pick<
  SiteModel,
  'payload' | 'resolution' | 'modules' | 'blocks' | 'electrical' | 'loads' | 'cooling' | 'typicals'
>

/**
 * The manifest of a site: every module that an EMS knows and every device of it, in simulation. Ids are uuid v5 of the
 * deployment, the module and the device's tag, so that they stay when a device list is edited.
 *
 * @throws {EdpError} `invalid_catalogue` with every broken constraint of the topology files; `invalid_dtm` with every host
 * that leaves its range and every endpoint that two devices share.
 * @example buildDtm(site, { compute, grid }).devices.length
 */
export function buildDtm(site: DtmSite, topologies: SiteTopologies): Dtm {
  const compute = listedDevices(topologies.compute, 'compute_container', site)
  const grid = topologies.grid === null ? null : listedDevices(topologies.grid, 'grid_container', site)
  fail('invalid_catalogue', 'device topologies', [...compute.problems, ...(grid?.problems ?? [])])
  const modules = site.modules.filter((module) => module.in_dtm)
  const { devices, problems } = instances(site, modules, { ...compute.devices, ...grid?.devices })
  fail('invalid_dtm', 'device topology manifest', [...problems, ...endpointProblems(devices)])
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
  return {
    module_id: module.module_id,
    module_type: module.kind,
    container_position: module.container_position,
    description: `${module.designation} ${module.description}`,
  }
}

function instances(
  site: DtmSite,
  modules: readonly SiteModule[],
  listed: DevicesByKind,
): { devices: Device[]; problems: Problem[] } {
  const block_ordinals = new Map(site.blocks.map((block) => [block.block_id, block.ordinal]))
  const sections = new Map(site.electrical.blocks.map((block) => [block.block_id, block.lv_buses.length]))
  const cabled = cabledDevices(site)
  const devices: Device[] = []
  const problems: Problem[] = []
  for (const module of modules) {
    const facts = {
      instance: module.ordinal,
      block: block_ordinals.get(module.block_id) ?? 1,
      module_id: module.module_id,
    }
    for (const device of listed[module.kind] ?? []) {
      if ((device.entry.section ?? 0) > (sections.get(module.block_id) ?? 0)) continue
      if (device.entry.by_design === true && cabled.get(module.module_id)?.has(device.key) !== true) continue
      const result = simHost(device.entry.host, facts)
      if ('host' in result) devices.push(instance(site.payload.deployment_id, module, device, result.host))
      else
        problems.push({
          path: [module.module_id, device.key, 'host'],
          type: 'host',
          message: `${device.entry.host} ${result.fault}`,
          input: device.entry.host,
        })
    }
  }
  return { devices, problems }
}

/** Tags at the ends of the cables inside each module, alike modules with one set. */
function cabledDevices({ typicals }: DtmSite): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    typicals.flatMap(({ module_ids, connections }) => {
      const tags = new Set(connections.flatMap(({ from, to }) => [from.device, to.device]))
      return module_ids.map((id) => [id, tags] as const)
    }),
  )
}

function instance(
  deployment_id: string,
  module: SiteModule,
  { key, entry, protocol_config }: ListedDevice,
  host: string,
): Device {
  return {
    device_uuid: derivedId(deployment_id, `${module.module_id}/${key}`),
    device_type: entry.device_type,
    module_id: module.module_id,
    host,
    port: entry.port,
    protocol_config,
    description: entry.description,
    tag: key,
    transport: transportOf(protocol_config),
    ...(entry.zone === undefined ? {} : { zone: entry.zone }),
    ...(entry.manufacturer === undefined ? {} : { manufacturer: entry.manufacturer }),
    ...(entry.model === undefined ? {} : { model: entry.model }),
    ...(entry.map_status === undefined ? {} : { map_status: entry.map_status }),
  }
}

function fail(code: 'invalid_catalogue' | 'invalid_dtm', what: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return
  throw new EdpError(code, `${what}: ${problems.length} problem${problems.length === 1 ? '' : 's'}`, problems)
}
