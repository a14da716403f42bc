import type { Device, Dtm, ProtocolConfig } from '@edp/schemas'

/** Projects a manifest to the keys of the seed's models, for readers that forbid others. */
export function toSeedDtm(dtm: Dtm): Dtm {
  return {
    deployment_uuid: dtm.deployment_uuid,
    ems_mode: dtm.ems_mode,
    sizing_params: pick(dtm.sizing_params, ['P_compute_total_kW', 'E_BESS_total_kWh', 'T_coolant_setpoint_C']),
    modules: dtm.modules.map((m) => pick(m, ['module_id', 'module_type', 'container_position', 'description'])),
    devices: dtm.devices.map((d): Device => ({
      ...pick(d, ['device_uuid', 'device_type', 'module_id', 'host', 'port', 'description']),
      protocol_config: seedConfig(d.protocol_config),
    })),
  }
}

function seedConfig(config: ProtocolConfig): ProtocolConfig {
  switch (config.protocol) {
    case 'modbus_tcp':
      return { protocol: config.protocol, unit_id: config.unit_id, point_maps: config.point_maps.map((p) => pick(p, ['name', 'function_code', 'start_address', 'count'])) }
    case 'dnp3_tcp':
      return { protocol: config.protocol, master_addr: config.master_addr, outstation_addr: config.outstation_addr, point_maps: config.point_maps.map((p) => pick(p, ['name', 'function_code', 'start_address', 'count'])) }
    case 'snmp':
      return { protocol: config.protocol, creds: pick(config.creds, ['user', 'auth_proto', 'priv_proto']), oid_maps: config.oid_maps.map((o) => pick(o, ['name', 'oid'])) }
    case 'canopen_gw':
      return { protocol: config.protocol, gateway_vendor: config.gateway_vendor, node_id: config.node_id, pdo_maps: config.pdo_maps.map((p) => pick(p, ['name', 'cob_id', 'byte_offset', 'byte_length'])) }
    case 'redfish':
      return { protocol: config.protocol, username: config.username, password_secret_ref: config.password_secret_ref, service_root: config.service_root, resource_maps: config.resource_maps.map((r) => pick(r, ['name', 'uri'])) }
  }
}

function pick<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as unknown as Pick<T, K>
}
