import {
  PROTOCOL_FACTS,
  type Device,
  type PdoMap,
  type ProtocolConfig,
  type RedfishConfig,
} from '@edp/schemas'

import { checkSecret, checkSnmpCreds } from './check-credentials.ts'
import { checkDnp3Points, checkModbusPoints } from './check-points.ts'
import { inRange, type Demand, type DeviceProblem } from './device-problem.ts'
import { transportOf } from './endpoint.ts'
import { mapRows } from './map-rows.ts'
import { oidProblem } from './oid-instance.ts'

/** What is checked of a device. */
export type CheckedDevice = Pick<Device, 'host' | 'port' | 'device_type' | 'protocol_config' | 'transport'>

/** Device types that nobody may write to, whatever their map says. */
const READ_ONLY_TYPES = ['fire_panel', 'leak_detector', 'revenue_meter']
/** DNP3 addresses above are reserved (IEEE 1815). */
const DNP3_ADDRESS_MAX = 65_519
const HOST = /^[A-Za-z0-9]([A-Za-z0-9.:_-]*[A-Za-z0-9])?$/

/**
 * Checks what the protocols demand of one device beyond the schema: ranges, names, OID instances, write access,
 * credentials. The host is checked only when it holds no placeholder any more.
 */
export function checkDevice(device: CheckedDevice): DeviceProblem[] {
  const problems: DeviceProblem[] = []
  const demand: Demand = (ok, path, message, input) => {
    if (!ok) problems.push({ path, message, input })
  }
  demand(inRange(device.port, 1, 65_535), ['port'], 'expected 1 to 65535', device.port)
  demand(
    device.host.includes('{') || HOST.test(device.host),
    ['host'],
    'expected a host name or an address',
    device.host,
  )
  const config = device.protocol_config
  const { transport = transportOf(config) } = device
  demand(
    transport === transportOf(config),
    ['transport'],
    `expected ${transportOf(config)} for ${config.protocol}`,
    transport,
  )
  const inConfig: Demand = (ok, path, message, input) => {
    demand(ok, ['protocol_config', ...path], message, input)
  }
  checkRows(device.device_type, config, inConfig)
  checkProtocol(config, inConfig)
  return problems
}

function checkRows(device_type: string, config: ProtocolConfig, demand: Demand): void {
  const key = PROTOCOL_FACTS[config.protocol].rows_key
  const read_only = READ_ONLY_TYPES.includes(device_type)
  const names = new Set<string>()
  mapRows(config).forEach(({ name, access = 'r' }, index) => {
    demand(!names.has(name), [key, index, 'name'], 'name stands twice in the device', name)
    names.add(name)
    demand(!read_only || access === 'r', [key, index, 'access'], `a ${device_type} is read only`, access)
  })
}

function checkProtocol(config: ProtocolConfig, demand: Demand): void {
  switch (config.protocol) {
    case 'modbus_tcp':
      demand(inRange(config.unit_id, 0, 255), ['unit_id'], 'expected 0 to 255', config.unit_id)
      checkModbusPoints(config.point_maps, demand)
      break
    case 'dnp3_tcp':
      for (const key of ['master_addr', 'outstation_addr'] as const)
        demand(
          inRange(config[key], 0, DNP3_ADDRESS_MAX),
          [key],
          `expected 0 to ${DNP3_ADDRESS_MAX}`,
          config[key],
        )
      checkDnp3Points(config.point_maps, demand)
      break
    case 'snmp':
      checkSnmpCreds(config.creds, demand)
      config.oid_maps.forEach(({ oid, scale_oid }, index) => {
        const fault = oidProblem(oid)
        demand(fault === null, ['oid_maps', index, 'oid'], fault ?? '', oid)
        const scale_fault = scale_oid === undefined ? null : oidProblem(scale_oid)
        demand(scale_fault === null, ['oid_maps', index, 'scale_oid'], scale_fault ?? '', scale_oid)
      })
      break
    case 'canopen_gw':
      demand(inRange(config.node_id, 1, 127), ['node_id'], 'expected 1 to 127', config.node_id)
      config.pdo_maps.forEach((pdo, index) => {
        checkPdo(pdo, index, demand)
      })
      break
    case 'redfish':
      checkRedfish(config, demand)
      break
  }
}

function checkPdo(pdo: PdoMap, index: number, demand: Demand): void {
  demand(
    inRange(pdo.cob_id, 1, 0x7ff),
    ['pdo_maps', index, 'cob_id'],
    'expected 1 to 2047 (11 bits)',
    pdo.cob_id,
  )
  demand(
    inRange(pdo.byte_offset, 0, 7),
    ['pdo_maps', index, 'byte_offset'],
    'expected 0 to 7',
    pdo.byte_offset,
  )
  demand(
    pdo.byte_length >= 1 && pdo.byte_offset + pdo.byte_length <= 8,
    ['pdo_maps', index, 'byte_length'],
    'expected byte_offset + byte_length within 8 bytes',
    pdo.byte_length,
  )
}

function checkRedfish(config: RedfishConfig, demand: Demand): void {
  checkSecret(config.password_secret_ref, ['password_secret_ref'], demand)
  config.resource_maps.forEach(({ uri, json_pointer = '' }, index) => {
    demand(
      /^\/redfish\/v1(\/[^\s{}]*)?$/.test(uri),
      ['resource_maps', index, 'uri'],
      'expected a path below /redfish/v1',
      uri,
    )
    demand(
      /^(\/([^~/]|~[01])*)*$/.test(json_pointer),
      ['resource_maps', index, 'json_pointer'],
      'expected an RFC 6901 pointer',
      json_pointer,
    )
  })
}
