import type { Device, Dtm, Module, PointMap, ProtocolConfig, SizingParams } from '@edp/schemas'

const SIZING_KEYS = [
  'P_compute_total_kW',
  'E_BESS_total_kWh',
  'T_coolant_setpoint_C',
] as const satisfies (keyof SizingParams)[]
const MODULE_KEYS = [
  'module_id',
  'module_type',
  'container_position',
  'description',
] as const satisfies (keyof Module)[]
const DEVICE_KEYS = [
  'device_uuid',
  'device_type',
  'module_id',
  'host',
  'port',
  'description',
] as const satisfies (keyof Device)[]
const POINT_KEYS = ['name', 'function_code', 'start_address', 'count'] as const satisfies (keyof PointMap)[]

/**
 * Projects a manifest to the keys of the seed's models, for readers that forbid all others.
 *
 * @example JSON.stringify(toSeedDtm(dtm))
 */
export function toSeedDtm(dtm: Dtm): Dtm {
  const projected = new Map<ProtocolConfig, ProtocolConfig>()
  const configOf = (config: ProtocolConfig): ProtocolConfig => {
    const found = projected.get(config)
    if (found !== undefined) return found
    const seed = seedConfig(config)
    projected.set(config, seed)
    return seed
  }
  return {
    deployment_uuid: dtm.deployment_uuid,
    ems_mode: dtm.ems_mode,
    sizing_params: pick(dtm.sizing_params, SIZING_KEYS),
    modules: dtm.modules.map((module) => pick(module, MODULE_KEYS)),
    devices: dtm.devices.map((device) => ({
      ...pick(device, DEVICE_KEYS),
      protocol_config: configOf(device.protocol_config),
    })),
  }
}

function seedConfig(config: ProtocolConfig): ProtocolConfig {
  switch (config.protocol) {
    case 'modbus_tcp':
      return {
        ...pick(config, ['protocol', 'unit_id']),
        point_maps: config.point_maps.map((p) => pick(p, POINT_KEYS)),
      }
    case 'dnp3_tcp':
      return {
        ...pick(config, ['protocol', 'master_addr', 'outstation_addr']),
        point_maps: config.point_maps.map((p) => pick(p, POINT_KEYS)),
      }
    case 'snmp':
      return {
        protocol: config.protocol,
        creds: pick(config.creds, ['user', 'auth_proto', 'priv_proto']),
        oid_maps: config.oid_maps.map((o) => pick(o, ['name', 'oid'])),
      }
    case 'canopen_gw':
      return {
        ...pick(config, ['protocol', 'gateway_vendor', 'node_id']),
        pdo_maps: config.pdo_maps.map((p) => pick(p, ['name', 'cob_id', 'byte_offset', 'byte_length'])),
      }
    case 'redfish':
      return {
        ...pick(config, ['protocol', 'username', 'password_secret_ref', 'service_root']),
        resource_maps: config.resource_maps.map((r) => pick(r, ['name', 'uri'])),
      }
  }
}

function pick<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<T, K>
}
