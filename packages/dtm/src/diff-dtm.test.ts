import type { Dtm, PointMap } from '@edp/schemas'
import { expect, test } from 'vitest'

import { buildDtm } from './build-dtm.ts'
import { diffDtm } from './diff-dtm.ts'
import { METER, moduleOf, siteOf, topologyOf, UPS } from './testing/fixtures.ts'

const build = (containers: number, ...devices: (typeof METER)[]): Dtm =>
  buildDtm(siteOf(...Array.from({ length: containers }, (_, i) => moduleOf('compute_container', i + 1))), {
    compute: topologyOf('c', ...devices),
    grid: null,
  })
const meterWith = (change: Partial<PointMap>, ...more: PointMap[]): typeof METER => ({
  ...METER,
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
        ...change,
      },
      ...more,
    ],
  },
})
const base = build(1, METER)

test('equal manifests differ in nothing', () => {
  expect(diffDtm(base, build(1, METER))).toEqual({
    verdict: 'none',
    added: [],
    removed: [],
    moved: [],
    changed: [],
    modules_added: [],
    modules_removed: [],
    notes: [],
  })
})

test('a device more is minor, a device less major', () => {
  const more = build(1, METER, UPS)
  expect(diffDtm(base, more)).toMatchObject({ verdict: 'minor', added: [{ name: 'ups-01' }], removed: [] })
  expect(diffDtm(more, base)).toMatchObject({ verdict: 'major', removed: [{ name: 'ups-01' }], added: [] })
})

test('a container more is minor and named', () => {
  expect(diffDtm(base, build(2, METER))).toMatchObject({
    verdict: 'minor',
    modules_added: ['compute_container_2'],
  })
})

test('another endpoint is a move, patch', () => {
  const there = build(1, { ...METER, host: '127.16.{instance}.99' })
  expect(diffDtm(base, there)).toMatchObject({
    verdict: 'patch',
    moved: [{ name: 'mtr-a', from: '127.16.1.61:502', to: '127.16.1.99:502' }],
    changed: [],
  })
})

test.each([
  [meterWith({ poll_interval_ms: 1000 }), 'patch', 'value power, poll_interval_ms: 5000 -> 1000'],
  [meterWith({ scale: 0.1 }), 'major', 'value power, scale: absent -> 0.1'],
  [meterWith({ start_address: 3060 }), 'major', 'value power, start_address: 3059 -> 3060'],
  [meterWith({}, { name: 'q', function_code: 3, start_address: 9, count: 1 }), 'minor', 'value q added'],
  [meterWith({ name: 'p' }), 'major', 'value power removed'],
  [{ ...METER, description: 'other' }, 'patch', 'description: "Meter A" -> "other"'],
  [{ ...METER, protocol_config: UPS.protocol_config }, 'major', 'protocol: modbus_tcp -> snmp'],
])('change %#: %s', (device, verdict, reason) => {
  const diff = diffDtm(base, build(1, device))
  expect(diff.verdict).toBe(verdict)
  expect(diff.changed[0]?.reasons).toContain(reason)
})

test.each([
  [{ transport: 'udp' }, 'major', 'transport: "tcp" -> "udp"'],
  [{ tag: 'mtr-z' }, 'patch', 'tag: "mtr-a" -> "mtr-z"'],
] as const)('device with %j', (change, verdict, reason) => {
  const other: Dtm = { ...base, devices: base.devices.map((device) => ({ ...device, ...change })) }
  expect(diffDtm(base, other)).toMatchObject({ verdict, changed: [{ reasons: [reason] }] })
})

test('another schema version is major, another dtm_version or a transport left out is nothing', () => {
  expect(diffDtm(base, { ...base, schema_version: 'edp.dtm/2' })).toMatchObject({
    verdict: 'major',
    notes: ['schema_version: "edp.dtm/1" -> "edp.dtm/2"'],
  })
  const devices = base.devices.map((device) => ({ ...device, transport: undefined }))
  expect(diffDtm(base, { ...base, dtm_version: 7, devices })).toEqual(diffDtm(base, base))
})

test('sizing and deployment are told', () => {
  const other: Dtm = {
    ...base,
    deployment_uuid: '11111111-1111-4111-8111-111111111111',
    sizing_params: { ...base.sizing_params, E_BESS_total_kWh: 1 },
  }
  expect(diffDtm(base, other)).toMatchObject({
    verdict: 'major',
    notes: [expect.stringContaining('deployment_uuid'), 'sizing_params.E_BESS_total_kWh: 4000 -> 1'],
  })
})
