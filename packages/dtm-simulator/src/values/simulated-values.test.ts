import type { Device, Dtm, ProtocolConfig } from '@edp/dtm'
import { expect, test } from 'vitest'

import { pdoBytes } from '../canopen/pdo-bytes.ts'
import { pdoValues } from './pdo-values.ts'
import { simulatedValues } from './simulated-values.ts'

const device = (device_uuid: string, protocol_config: ProtocolConfig): Device => ({
  device_uuid,
  device_type: 'd',
  module_id: 'm_1',
  host: '127.0.0.1',
  port: 1,
  protocol_config,
  description: '',
  tag: 't',
})
const dtmOf = (...devices: Device[]): Dtm => ({
  deployment_uuid: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  ems_mode: 'sim',
  sizing_params: { P_compute_total_kW: 0, E_BESS_total_kWh: 0, T_coolant_setpoint_C: 0 },
  modules: [],
  devices,
})
const A = '00000000-0000-4000-8000-000000000001'
const B = '00000000-0000-4000-8000-000000000002'
const meter: ProtocolConfig = {
  protocol: 'modbus_tcp',
  unit_id: 1,
  point_maps: [
    { name: 'power', function_code: 3, start_address: 0, count: 2, data_type: 'float32', unit: 'kW' },
  ],
}

test('the published rule: low + x (high - low), x from SHA-256 of id and name', () => {
  // sha256 of "00000000-0000-4000-8000-000000000001/power", first four bytes, by sha256sum.
  const x = 0x85252332 / 2 ** 32
  const [value] = simulatedValues(dtmOf(device(A, meter)))
  expect(value?.raw).toBe(Math.fround(10 + x * 890))
  expect(value?.value).toBeCloseTo(10 + x * 890, 3)
})

test('the same manifest gives the same values; another device other ones', () => {
  const both = [...simulatedValues(dtmOf(device(A, meter), device(B, meter)))]
  expect([...simulatedValues(dtmOf(device(A, meter), device(B, meter)))]).toEqual(both)
  expect(both[0]?.value).not.toBe(both[1]?.value)
})

test('SNMP: a scale at run time acts as its rule says, and the scale object is a value too', () => {
  const values = [
    ...simulatedValues(
      dtmOf(
        device(A, {
          protocol: 'snmp',
          creds: { user: 'u', auth_proto: 'SHA256', priv_proto: 'AES128' },
          oid_maps: [
            {
              name: 'a',
              oid: '1.1.0',
              syntax: 'Unsigned32',
              unit: 'A',
              scale_oid: '1.9.0',
              scale_rule: 'decimal_digits',
            },
            {
              name: 'b',
              oid: '1.2.0',
              syntax: 'Gauge32',
              unit: 'V',
              scale_oid: '1.8.0',
              scale_rule: 'multiplier_or_divisor',
            },
            { name: 'c', oid: '1.3.0', syntax: 'OCTET STRING' },
            { name: 'd', oid: '1.4.0', syntax: 'Counter64', unit: 'By' },
          ],
        }),
      ),
    ),
  ]
  const [a, b, c, d, digits, divisor] = values
  expect(a?.value).toBeCloseTo(Number(a?.raw) / 10 ** Number(digits?.raw), 9)
  expect(Number(divisor?.raw)).toBeLessThan(0)
  expect(b?.value).toBeCloseTo(Number(b?.raw) / -Number(divisor?.raw), 9)
  expect(c?.raw).toBe('EDP-c')
  expect(Number.isInteger(d?.raw)).toBe(true)
  expect([digits, divisor].map((scale) => [scale?.name, scale?.address])).toEqual([
    [null, '1.9.0'],
    [null, '1.8.0'],
  ])
})

test('CANopen: bytes at their place, in their order', () => {
  const config = {
    protocol: 'canopen_gw' as const,
    gateway_vendor: 'v',
    node_id: 1,
    pdo_maps: [
      { name: 'word', cob_id: 385, byte_offset: 1, byte_length: 2, data_type: 'int16' as const },
      { name: 'big', cob_id: 385, byte_offset: 4, byte_length: 2, byte_order: 'big' as const },
      {
        name: 'bits',
        cob_id: 385,
        byte_offset: 7,
        byte_length: 1,
        bit_offset: 6,
        data_type: 'uint8' as const,
      },
    ],
  }
  const bytes = pdoValues(A, config, { word: -2, big: 0x1234, bits: 3 }).map((value) =>
    pdoBytes(value).toString('hex'),
  )
  expect(bytes).toEqual(['00feff0000000000', '0000000012340000', '00000000000000c0'])
})

test('Redfish: states are in order, a metric report lists the numbers of its service', () => {
  const values = [
    ...simulatedValues(
      dtmOf(
        device(A, {
          protocol: 'redfish',
          username: 'u',
          password_secret_ref: 'secret://x',
          service_root: '/redfish/v1',
          resource_maps: [
            { name: 'report', uri: '/redfish/v1/R', json_pointer: '/MetricValues', data_type: 'array' },
            { name: 'power', uri: '/redfish/v1/P', json_pointer: '/Reading', unit: 'W' },
            { name: 'health', uri: '/redfish/v1/P', json_pointer: '/Status/Health' },
            { name: 'all', uri: '/redfish/v1/P' },
          ],
        }),
      ),
    ),
  ]
  const power = Number(values[1]?.value)
  expect(values.map(({ value }) => value)).toEqual([
    [{ MetricId: 'power', MetricProperty: '/redfish/v1/P#/Reading', MetricValue: String(power) }],
    power,
    'OK',
    null,
  ])
})
