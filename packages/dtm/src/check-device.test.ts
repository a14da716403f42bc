import type { ProtocolConfig } from '@edp/schemas'
import { expect, test } from 'vitest'

import { checkDevice } from './check-device.ts'

const fields = (
  protocol_config: ProtocolConfig,
  device_type = 'meter',
  port = 502,
  host = '127.0.0.1',
): string[] => checkDevice({ host, port, device_type, protocol_config }).map(({ path }) => path.join('.'))
const POINT = { name: 'p', function_code: 3, start_address: 0, count: 2 }
const modbus = (...changes: object[]): ProtocolConfig => ({
  protocol: 'modbus_tcp',
  unit_id: 1,
  point_maps: changes.map((change, i) => ({ ...POINT, name: `p${i}`, ...change })),
})
const dnp3 = (change: object): ProtocolConfig => ({
  protocol: 'dnp3_tcp',
  master_addr: 1,
  outstation_addr: 11,
  point_maps: [{ ...POINT, function_code: 4, count: 1, ...change }],
})
const snmp = (oid: string, creds: object = {}): ProtocolConfig => ({
  protocol: 'snmp',
  creds: { user: 'u', auth_proto: 'SHA256', priv_proto: 'AES128', ...creds },
  oid_maps: [{ name: 'o', oid }],
})
const canopen = (change: object): ProtocolConfig => ({
  protocol: 'canopen_gw',
  gateway_vendor: 'v',
  node_id: 1,
  pdo_maps: [{ name: 'q', cob_id: 0x181, byte_offset: 0, byte_length: 1, ...change }],
})
const redfish = (change: object, secret = 'secret://site/x'): ProtocolConfig => ({
  protocol: 'redfish',
  username: 'u',
  password_secret_ref: secret,
  service_root: '/redfish/v1',
  resource_maps: [{ name: 'r', uri: '/redfish/v1/Chassis/1', ...change }],
})

test.each([
  ['Modbus', modbus({})],
  ['DNP3', dnp3({})],
  ['SNMP', snmp('1.3.6.1.2.1.33.1.2.1.0')],
  ['CANopen', canopen({})],
  ['Redfish', redfish({ json_pointer: '/Status/Health' })],
])('a %s device in order has no problem', (_, config) => {
  expect(fields(config)).toEqual([])
})

test.each([
  ['udp', dnp3({}), ['transport']],
  ['udp', modbus({}), ['transport']],
  ['tcp', snmp('1.3.6.1.2.1.1.3.0'), ['transport']],
  ['tcp', dnp3({}), []],
  ['udp', snmp('1.3.6.1.2.1.1.3.0'), []],
] as const)(
  'transport %s is checked against the protocol: case %#',
  (transport, protocol_config, expected) => {
    const problems = checkDevice({ host: 'h', port: 502, device_type: 'meter', protocol_config, transport })
    expect(problems.map(({ path }) => path.join('.'))).toEqual(expected)
  },
)

test.each([
  [{ function_code: 5 }, 'function_code'],
  [{ count: 126 }, 'count'],
  [{ count: 0 }, 'count'],
  [{ function_code: 1, count: 2001 }, 'count'],
  [{ start_address: 65_535 }, 'start_address'],
  [{ start_address: -1 }, 'start_address'],
  [{ data_type: 'float64' }, 'count'],
  [{ scale_ref: 'nobody' }, 'scale_ref'],
  [{ access: 'rw' }, 'write_function_code'],
  [{ access: 'rw', write_function_code: 5 }, 'write_function_code'],
  [{ access: 'w', function_code: 4, write_function_code: 16 }, 'write_function_code'],
])('Modbus: %j is found', (change, field) => {
  expect(fields(modbus(change))).toEqual([`protocol_config.point_maps.0.${field}`])
})

test('Modbus: 125 registers, 2000 coils and the last address pass', () => {
  expect(
    fields(modbus({ count: 125 }, { function_code: 1, count: 2000 }, { start_address: 65_534 })),
  ).toEqual([])
})

test('Modbus: a scale factor is a point of type sunssf', () => {
  const factor = { name: 'W_SF', count: 1, data_type: 'sunssf' }
  expect(fields(modbus({ scale_ref: 'W_SF' }, factor))).toEqual([])
  expect(fields(modbus({ scale_ref: 'W_SF' }, { ...factor, data_type: 'int16' }))).toEqual([
    'protocol_config.point_maps.0.scale_ref',
  ])
})

test('port, unit id, host and a name that stands twice are found at once', () => {
  const config: ProtocolConfig = { protocol: 'modbus_tcp', unit_id: 300, point_maps: [POINT, POINT] }
  expect(fields(config, 'meter', 0, 'http://x')).toEqual([
    'port',
    'host',
    'protocol_config.point_maps.1.name',
    'protocol_config.unit_id',
  ])
})

test('access is read only unless said, and a fire panel is never written', () => {
  const writable = modbus({ access: 'rw', write_function_code: 16 })
  expect(fields(modbus({}), 'fire_panel')).toEqual([])
  expect(fields(writable, 'fire_panel')).toEqual(['protocol_config.point_maps.0.access'])
  expect(fields(writable, 'pcs')).toEqual([])
})

test.each([
  [{ function_code: 20 }, ['function_code']],
  [{ point_type: 'binary_input' }, ['point_type']],
  [{ access: 'w' }, ['access', 'control']],
  [{ function_code: 1, access: 'w' }, ['control']],
  [{ start_address: 65_536 }, ['start_address']],
])('DNP3: %j is found', (change, expected) => {
  expect(fields(dnp3(change))).toEqual(expected.map((field) => `protocol_config.point_maps.0.${field}`))
})

test.each([
  ['1.3.6.1.2.1.2.2.1.8', 'a column of ifTable'],
  ['1.3.6.1.2.1.33.1.2.1', 'a scalar without .0'],
  ['1.3.6.1.4.1.1718.4.1.3.3.1.7', 'a column of st4InputCordMonitorTable'],
  ['1.3.6.1.4.1.13742.6.5.2.3.1.4.1.1', 'a sensor value without its type'],
  ['.1.3.6.1.2.1.1.3.0', 'a leading dot'],
  ['1.3.6', 'a root'],
])('SNMP: %s is no instance (%s)', (oid) => {
  expect(fields(snmp(oid))).toEqual(['protocol_config.oid_maps.0.oid'])
})

test.each([
  [{ auth_proto: 'MD5' }, ['auth_proto']],
  [{ auth_proto: 'SHA', priv_proto: 'AES256' }, ['auth_proto', 'priv_proto']],
  [{ priv_proto: 'DES' }, ['priv_proto']],
  [{ security_level: 'authPriv' }, ['priv_secret_ref', 'auth_secret_ref']],
  [{ auth_secret_ref: 'hunter2' }, ['auth_secret_ref']],
])('SNMPv3: %j is found', (creds, expected) => {
  expect(fields(snmp('1.3.6.1.2.1.1.3.0', creds))).toEqual(expected.map((f) => `protocol_config.creds.${f}`))
})

test('SNMPv3: AES256 passes with SHA512', () => {
  expect(fields(snmp('1.3.6.1.2.1.1.3.0', { auth_proto: 'SHA512', priv_proto: 'AES256' }))).toEqual([])
})

test.each([
  [{ cob_id: 0x800 }, 'cob_id'],
  [{ byte_offset: 8 }, 'byte_offset'],
  [{ byte_offset: 6, byte_length: 4 }, 'byte_length'],
])('CANopen: %j is found', (change, field) => {
  expect(fields(canopen(change))).toContain(`protocol_config.pdo_maps.0.${field}`)
})

test('Redfish: paths and pointers', () => {
  expect(fields(redfish({ uri: 'Chassis/1' }))).toEqual(['protocol_config.resource_maps.0.uri'])
  expect(fields(redfish({ json_pointer: 'Reading' }))).toEqual([
    'protocol_config.resource_maps.0.json_pointer',
  ])
})

test('a password in place of a reference is found and not repeated', () => {
  const problems = checkDevice({
    host: 'h',
    port: 443,
    device_type: 'cdu',
    protocol_config: redfish({}, 'hunter2'),
  })
  expect(problems.map(({ path }) => path.join('.'))).toEqual(['protocol_config.password_secret_ref'])
  expect(JSON.stringify(problems)).not.toContain('hunter2')
})
