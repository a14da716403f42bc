import {
  isCanopenGw,
  isDnp3Tcp,
  isModbusTcp,
  isRedfish,
  isSnmp,
  type CanopenGwConfig,
  type Device,
  type Dnp3TcpConfig,
  type ModbusTcpConfig,
  type RedfishConfig,
  type SnmpConfig,
} from '@edp/dtm'

import { dnp3Values, type Dnp3Value } from './dnp3-values.ts'
import { modbusValues, type ModbusValue } from './modbus-values.ts'
import { pdoValues, type PdoValue } from './pdo-values.ts'
import { redfishValues, type RedfishValue } from './redfish-values.ts'
import { snmpValues, type SnmpValue } from './snmp-values.ts'
import type { RawValue } from './value-rules.ts'

/** Raw values that replace simulated ones: by device (`module_id/tag`), then by name of the value. */
export type ValueOverrides = Readonly<Record<string, Readonly<Record<string, RawValue>>>>

/** A device with the values that it answers with, by protocol. */
export type SimulatedDevice = { readonly device: Device } & (
  | {
      readonly protocol: 'modbus_tcp'
      readonly config: ModbusTcpConfig
      readonly values: readonly ModbusValue[]
    }
  | { readonly protocol: 'dnp3_tcp'; readonly config: Dnp3TcpConfig; readonly values: readonly Dnp3Value[] }
  | { readonly protocol: 'snmp'; readonly config: SnmpConfig; readonly values: readonly SnmpValue[] }
  | {
      readonly protocol: 'canopen_gw'
      readonly config: CanopenGwConfig
      readonly values: readonly PdoValue[]
    }
  | { readonly protocol: 'redfish'; readonly config: RedfishConfig; readonly values: readonly RedfishValue[] }
)

/** A simulated device whose protocol is known. */
export type SimulatedDeviceOf<P extends SimulatedDevice['protocol']> = Extract<
  SimulatedDevice,
  { protocol: P }
>

/** Name of a device in tables, messages and overrides: `module_id/tag`, by its type where it has no tag. */
export function deviceName(device: Pick<Device, 'module_id' | 'tag' | 'device_type'>): string {
  return `${device.module_id}/${device.tag ?? device.device_type}`
}

/** A device with its simulated values. */
export function simulatedDevice(device: Device, overrides: ValueOverrides = {}): SimulatedDevice {
  const name = deviceName(device)
  const given = Object.hasOwn(overrides, name) ? overrides[name] : undefined
  const id = device.device_uuid
  if (isModbusTcp(device)) {
    const config = device.protocol_config
    return { device, protocol: config.protocol, config, values: modbusValues(id, config, given) }
  }
  if (isDnp3Tcp(device)) {
    const config = device.protocol_config
    return { device, protocol: config.protocol, config, values: dnp3Values(id, config, given) }
  }
  if (isSnmp(device)) {
    const config = device.protocol_config
    return { device, protocol: config.protocol, config, values: snmpValues(id, config, given) }
  }
  if (isCanopenGw(device)) {
    const config = device.protocol_config
    return { device, protocol: config.protocol, config, values: pdoValues(id, config, given) }
  }
  if (isRedfish(device)) {
    const config = device.protocol_config
    return { device, protocol: config.protocol, config, values: redfishValues(id, config, given) }
  }
  throw new Error(`unknown protocol of ${name}`)
}
