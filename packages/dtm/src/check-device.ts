import type { Device, PointMap, ProtocolConfig } from '@edp/schemas'

/** A broken constraint: field inside the device and what was expected. */
export interface DeviceProblem {
  readonly field: string
  readonly message: string
  readonly input: unknown
}

const MODBUS_REGISTERS_MAX = 125
const MODBUS_BITS_MAX = 2000
const ADDRESS_MAX = 65_536
const AUTH = ['SHA256', 'SHA512']
const PRIV = ['AES128', 'AES256']

/** Device types whose points are never written. */
const READ_ONLY_TYPES = ['fire_panel']

/** Checks what the protocols demand of one device, beyond the schema. */
export function checkDevice(device: Pick<Device, 'port' | 'device_type' | 'protocol_config'>): DeviceProblem[] {
  const problems: DeviceProblem[] = []
  const demand = (ok: boolean, field: string, message: string, input: unknown): void => {
    if (!ok) problems.push({ field, message, input })
  }
  demand(inRange(device.port, 1, 65_535), 'port', 'expected 1 to 65535', device.port)
  const config = device.protocol_config
  const maps = mapsOf(config)
  const names = maps.map((m) => m.name)
  names.forEach((name, i) => { demand(names.indexOf(name) === i, `${mapsKey(config)}.${i}.name`, 'name stands twice in the device', name) })
  if (READ_ONLY_TYPES.includes(device.device_type)) {
    maps.forEach((m, i) => { demand(!('access' in m) || m.access === undefined || m.access === 'r', `${mapsKey(config)}.${i}.access`, `a ${device.device_type} is read only`, 'access' in m ? m.access : undefined) })
  }
  switch (config.protocol) {
    case 'modbus_tcp':
      demand(inRange(config.unit_id, 0, 255), 'unit_id', 'expected 0 to 255', config.unit_id)
      config.point_maps.forEach((p, i) => { problems.push(...modbusProblems(p, i)) })
      break
    case 'dnp3_tcp':
      demand(inRange(config.master_addr, 0, 65_519), 'master_addr', 'expected 0 to 65519', config.master_addr)
      demand(inRange(config.outstation_addr, 0, 65_519), 'outstation_addr', 'expected 0 to 65519', config.outstation_addr)
      config.point_maps.forEach((p, i) => {
        demand(inRange(p.function_code, 1, 4), `point_maps.${i}.function_code`, 'expected 1 to 4', p.function_code)
        demand(inRange(p.start_address, 0, 65_535), `point_maps.${i}.start_address`, 'expected a point index of 0 to 65535', p.start_address)
      })
      break
    case 'snmp':
      demand(AUTH.includes(config.creds.auth_proto), 'creds.auth_proto', `expected ${AUTH.join(' or ')}`, config.creds.auth_proto)
      demand(PRIV.includes(config.creds.priv_proto), 'creds.priv_proto', `expected ${PRIV.join(' or ')}`, config.creds.priv_proto)
      config.oid_maps.forEach((o, i) => { demand(/^1(\.\d+){6,}$/.test(o.oid), `oid_maps.${i}.oid`, 'expected the numeric OID of an instance', o.oid) })
      break
    case 'canopen_gw':
      demand(inRange(config.node_id, 1, 127), 'node_id', 'expected 1 to 127', config.node_id)
      config.pdo_maps.forEach((p, i) => {
        demand(inRange(p.cob_id, 1, 0x7ff), `pdo_maps.${i}.cob_id`, 'expected 1 to 0x7FF', p.cob_id)
        demand(p.byte_offset >= 0 && p.byte_length >= 1 && p.byte_offset + p.byte_length <= 8, `pdo_maps.${i}.byte_length`, 'expected to end within 8 bytes', p.byte_length)
      })
      break
    case 'redfish':
      demand(config.password_secret_ref.includes('://'), 'password_secret_ref', 'expected a reference such as secret://..., never a password', config.password_secret_ref)
      config.resource_maps.forEach((r, i) => { demand(r.uri.startsWith('/redfish/'), `resource_maps.${i}.uri`, 'expected a path below /redfish/', r.uri) })
      break
  }
  return problems
}

function modbusProblems(point: PointMap, index: number): DeviceProblem[] {
  const at = `point_maps.${index}`
  const most = point.function_code <= 2 ? MODBUS_BITS_MAX : MODBUS_REGISTERS_MAX
  return [
    ...(inRange(point.function_code, 1, 4) ? [] : [{ field: `${at}.function_code`, message: 'expected 1 to 4', input: point.function_code }]),
    ...(inRange(point.count, 1, most) ? [] : [{ field: `${at}.count`, message: `expected 1 to ${most}`, input: point.count }]),
    ...(point.start_address >= 0 && point.start_address + point.count <= ADDRESS_MAX ? [] : [{ field: `${at}.start_address`, message: `expected to end at ${ADDRESS_MAX - 1} at the latest`, input: point.start_address }]),
  ]
}

function inRange(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high
}

function mapsKey(config: ProtocolConfig): string {
  return { modbus_tcp: 'point_maps', dnp3_tcp: 'point_maps', snmp: 'oid_maps', canopen_gw: 'pdo_maps', redfish: 'resource_maps' }[config.protocol]
}

function mapsOf(config: ProtocolConfig): readonly { readonly name: string; readonly access?: 'r' | 'w' | 'rw' | undefined }[] {
  switch (config.protocol) {
    case 'modbus_tcp':
    case 'dnp3_tcp':
      return config.point_maps
    case 'snmp':
      return config.oid_maps
    case 'canopen_gw':
      return config.pdo_maps
    case 'redfish':
      return config.resource_maps
  }
}
