import type {
  CanopenGwConfig,
  Device,
  Dnp3TcpConfig,
  ModbusTcpConfig,
  ProtocolConfig,
  RedfishConfig,
  SnmpConfig,
} from '@edp/schemas'

/** A device whose protocol is known. */
export type DeviceOf<C extends ProtocolConfig> = Device & { protocol_config: C }

/** Whether a device is polled by Modbus TCP. */
export function isModbusTcp(device: Device): device is DeviceOf<ModbusTcpConfig> {
  return device.protocol_config.protocol === 'modbus_tcp'
}

/** Whether a device is polled by DNP3 over TCP. */
export function isDnp3Tcp(device: Device): device is DeviceOf<Dnp3TcpConfig> {
  return device.protocol_config.protocol === 'dnp3_tcp'
}

/** Whether a device is polled by SNMP version 3. */
export function isSnmp(device: Device): device is DeviceOf<SnmpConfig> {
  return device.protocol_config.protocol === 'snmp'
}

/** Whether a device stands on a CAN bus behind a gateway. */
export function isCanopenGw(device: Device): device is DeviceOf<CanopenGwConfig> {
  return device.protocol_config.protocol === 'canopen_gw'
}

/** Whether a device is polled by Redfish. */
export function isRedfish(device: Device): device is DeviceOf<RedfishConfig> {
  return device.protocol_config.protocol === 'redfish'
}
