import { expect, test } from 'vitest'

import { buildDtm } from './build-dtm.ts'
import { dtmJsonChunks, renderDtmJson } from './render-dtm-json.ts'
import { METER, moduleOf, siteOf, topologyOf, UPS } from './testing/fixtures.ts'
import { toSeedDtm } from './to-seed-dtm.ts'

const build = (containers: number): ReturnType<typeof buildDtm> =>
  buildDtm(siteOf(...Array.from({ length: containers }, (_, i) => moduleOf('compute_container', i + 1))), {
    compute: topologyOf('c', { ...METER, description: 'Zähler "A" 電' }, UPS),
    grid: null,
  })

test.each([0, 1, 32, 33, 100])('%i containers: the text is the manifest', (containers) => {
  const dtm = build(containers)
  const text = new TextDecoder().decode(renderDtmJson(dtm))
  expect(JSON.parse(text)).toEqual(dtm)
  expect([...dtmJsonChunks(dtm)].join('')).toBe(text)
  expect(text.endsWith('}\n')).toBe(true)
})

test('one device a line', () => {
  const lines = new TextDecoder().decode(renderDtmJson(build(2))).split('\n')
  expect(lines.filter((line) => line.includes('"device_uuid"'))).toHaveLength(4)
})

test('chunks of a large manifest stay small', () => {
  const lengths = [...dtmJsonChunks(build(500))].map((chunk) => chunk.length)
  expect(Math.max(...lengths)).toBeLessThan(100_000)
})

test('the seed projection keeps the seed keys alone', () => {
  const [meter, ups] = toSeedDtm(build(1)).devices
  expect(Object.keys(meter ?? {})).toEqual([
    'device_uuid',
    'device_type',
    'module_id',
    'host',
    'port',
    'description',
    'protocol_config',
  ])
  expect(meter?.protocol_config).toEqual({
    protocol: 'modbus_tcp',
    unit_id: 1,
    point_maps: [{ name: 'power', function_code: 3, start_address: 3059, count: 2 }],
  })
  expect(ups?.protocol_config).toEqual({
    protocol: 'snmp',
    creds: { user: 'ems-ro', auth_proto: 'SHA256', priv_proto: 'AES128' },
    oid_maps: [{ name: 'battery_status', oid: '1.3.6.1.2.1.33.1.2.1.0' }],
  })
  expect(Object.keys(toSeedDtm(build(1)))).toEqual([
    'deployment_uuid',
    'ems_mode',
    'sizing_params',
    'modules',
    'devices',
  ])
})
