import type { AssemblyTopology, SiteModule, TopologyDevice } from '@edp/schemas'

import type { DtmSite } from '../build-dtm.ts'

const DEPLOYMENT = '7c9e6679-7425-40de-944b-e07fc1f90ae7'

/** A Modbus meter for topologies of tests. */
export const METER: TopologyDevice = {
  tag: 'mtr-a',
  device_type: 'feeder_meter',
  description: 'Meter A',
  host: '127.16.{instance}.61',
  port: 502,
  zone: 'Z1',
  protocol_config: {
    protocol: 'modbus_tcp',
    unit_id: 1,
    point_maps: [
      {
        name: 'power',
        function_code: 3,
        start_address: 3059,
        count: 2,
        data_type: 'float32',
        unit: 'kW',
        poll_interval_ms: 5000,
      },
    ],
  },
}

/** A UPS polled by SNMP. */
export const UPS: TopologyDevice = {
  tag: 'ups-01',
  device_type: 'control_ups',
  description: 'UPS',
  host: '127.16.{instance}.51',
  port: 161,
  protocol_config: {
    protocol: 'snmp',
    creds: {
      user: 'ems-ro',
      auth_proto: 'SHA256',
      priv_proto: 'AES128',
      auth_secret_ref: 'secret://site/a',
      priv_secret_ref: 'secret://site/p',
    },
    oid_maps: [{ name: 'battery_status', oid: '1.3.6.1.2.1.33.1.2.1.0', syntax: 'INTEGER' }],
  },
}

/** A topology of some devices. */
export function topologyOf(assembly_id: string, ...devices: TopologyDevice[]): AssemblyTopology {
  return {
    schema: 'edp.assembly.topology/1',
    assembly_id,
    assembly_version: '1.0.0',
    status: 'example',
    devices,
  }
}

/** A module of the site plan. */
export function moduleOf(kind: SiteModule['kind'], ordinal: number, in_dtm = true): SiteModule {
  return {
    module_id: `${kind}_${ordinal}`,
    designation: `X${ordinal}`,
    kind,
    ordinal,
    block_id: 'block_1',
    description: kind,
    assembly_id: null,
    parent_module_id: null,
    scope: 'supply',
    in_dtm,
    container_position: `R1-${ordinal}`,
    x_m: 0,
    y_m: 0,
    length_m: 1,
    width_m: 1,
    height_m: 1,
    mass_kg: 1,
    lift_mass_kg: 1,
  }
}

/** What `buildDtm` reads of a site, with the modules given. */
export function siteOf(...modules: SiteModule[]): DtmSite {
  const site = {
    payload: {
      deployment_id: DEPLOYMENT,
      bess_capacity_mwh: 4,
      grid_connection: 'grid_tied',
      energy_source: 'grid_hybrid',
    },
    resolution: {
      gpu_variant: 'h100_sxm',
      climate_zone: 'temperate',
      sourcing_tier: 'commercial',
      bess_coupling: 'ac_coupled',
      deployment_profile: 'commercial_ac',
    },
    modules,
    blocks: [
      {
        block_id: 'block_1',
        ordinal: 1,
        grid_module_id: 'grid_container_1',
        compute_module_ids: [],
        bess_module_ids: [],
      },
    ],
    loads: { compute_kw: 204.8 },
    electrical: { blocks: [{ block_id: 'block_1', lv_buses: [{ tag: 'LVS1' }, { tag: 'LVS2' }] }] },
    cooling: { technology_supply_c: 36 },
    typicals: [],
  }
  return site as unknown as DtmSite
}
