import type { Device, Dtm, PointMap, ProtocolConfig } from '@edp/dtm'

import { onOwnAddresses } from './site.ts'

/** A manifest of devices that are described in the test; addresses are those of this process. */
export function craftedManifest(...devices: readonly Device[]): Dtm {
  return onOwnAddresses({
    deployment_uuid: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    ems_mode: 'sim',
    sizing_params: { P_compute_total_kW: 1, E_BESS_total_kWh: 0, T_coolant_setpoint_C: 30 },
    modules: [
      {
        module_id: 'compute_container_1',
        module_type: 'compute_container',
        container_position: 'R1-C01',
        description: 'C01',
      },
    ],
    devices: [...devices],
    dtm_version: 1,
  })
}

/** A device of the crafted manifest; its id follows from its tag. */
export function craftedDevice(
  tag: string,
  host: string,
  port: number,
  protocol_config: ProtocolConfig,
): Device {
  const digits = Buffer.from(tag).toString('hex').padStart(12, '0').slice(-12)
  return {
    device_uuid: `00000000-0000-4000-8000-${digits}`,
    device_type: 'test_device',
    module_id: 'compute_container_1',
    host,
    port,
    protocol_config,
    description: tag,
    tag,
  }
}

/** A Modbus value. */
export function point(name: string, start_address: number, change: Partial<PointMap> = {}): PointMap {
  return { name, function_code: 3, start_address, count: 1, data_type: 'uint16', ...change }
}

/** A Modbus unit. */
export function modbus(unit_id: number, ...point_maps: PointMap[]): ProtocolConfig {
  return { protocol: 'modbus_tcp', unit_id, point_maps }
}

/** A DNP3 outstation of master 1. */
export function dnp3(outstation_addr: number, ...point_maps: PointMap[]): ProtocolConfig {
  return { protocol: 'dnp3_tcp', master_addr: 1, outstation_addr, point_maps }
}

/** An SNMPv3 agent with one value, behind a context. */
export function snmp(context: string | undefined, user: string, value_name: string): ProtocolConfig {
  return {
    protocol: 'snmp',
    creds: {
      user,
      auth_proto: 'SHA512',
      priv_proto: 'AES256',
      auth_secret_ref: `secret://${user}/auth`,
      priv_secret_ref: `secret://${user}/priv`,
      ...(context === undefined ? {} : { context }),
    },
    oid_maps: [
      { name: value_name, oid: '1.3.6.1.2.1.33.1.2.4.0', syntax: 'Integer32', unit: '%' },
      { name: `${value_name}_name`, oid: '1.3.6.1.2.1.1.5.0', syntax: 'OctetString', access: 'rw' },
    ],
  }
}
