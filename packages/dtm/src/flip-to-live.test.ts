import { expect, test } from 'vitest'

import { buildDtm } from './build-dtm.ts'
import { flipToLive } from './flip-to-live.ts'
import { parseDtm } from './parse-dtm.ts'
import { METER, moduleOf, siteOf, topologyOf, UPS } from './testing/fixtures.ts'

const dtm = buildDtm(siteOf(moduleOf('compute_container', 1)), {
  compute: topologyOf('c', METER, UPS),
  grid: null,
})
const [meter = '', ups = ''] = dtm.devices.map((d) => d.device_uuid)
const endpoints = { [meter]: { host: '10.1.20.10', port: 502 }, [ups]: { host: '10.1.60.11', port: 1161 } }

test('host and port are replaced, the mode is live, the version one more', () => {
  const live = flipToLive(dtm, endpoints)
  expect(live.devices.map((d) => `${d.host}:${d.port}`)).toEqual(['10.1.20.10:502', '10.1.60.11:1161'])
  expect(live).toMatchObject({ ems_mode: 'live', dtm_version: 2 })
  expect(flipToLive(live, endpoints).dtm_version).toBe(3)
})

test('the manifest passed in stays as it is', () => {
  const before = structuredClone(dtm)
  flipToLive(dtm, endpoints)
  expect(dtm).toEqual(before)
})

test('an incomplete list is refused unless allowed', () => {
  const part = { [meter]: { host: '10.1.20.10', port: 502 } }
  expect(() => flipToLive(dtm, part)).toThrow(/no endpoint for compute_container_1\/ups-01/)
  const live = flipToLive(dtm, part, { allow_missing: true })
  expect(live.devices.map((d) => d.host)).toEqual(['10.1.20.10'])
  expect(parseDtm(JSON.parse(JSON.stringify(live)))).toEqual(live)
})

test.each([
  ...['127.0.0.1', '127.16.1.51', 'localhost', 'LOCALHOST', 'localhost.', 'ems.localhost', '::1', '[::1]'],
  ...[
    '::ffff:127.0.0.1',
    '::FFFF:7f00:1',
    '0:0:0:0:0:0:0:1',
    '0.0.0.0',
    '::',
    '::ffff:0.0.0.0',
    ' 127.0.0.1',
  ],
])('%s is no address on site', (host) => {
  expect(() => flipToLive(dtm, { ...endpoints, [ups]: { host, port: 161 } })).toThrow(
    /host: expected an address on site/,
  )
})

test.each([
  '10.0.0.1',
  '100.127.0.1',
  'localhost.example.net',
  'mylocalhost',
  'fd00::1',
  '::2',
  '::ffff:10.0.0.1',
])('%s is an address on site', (host) => {
  const live = flipToLive(dtm, { ...endpoints, [ups]: { host, port: 161 } })
  expect(live.devices[1]?.host).toBe(host)
})

test('unknown devices, loopback addresses, ports and shared endpoints are refused at once', () => {
  const bad = { ...endpoints, nobody: { host: '10.0.0.1', port: 1 }, [ups]: { host: '127.0.0.1', port: 0 } }
  expect(() => flipToLive(dtm, bad)).toThrow(
    /nobody[^]*host: expected an address on site[^]*port: expected 1 to 65535/,
  )
  const twins = buildDtm(siteOf(moduleOf('compute_container', 1), moduleOf('compute_container', 2)), {
    compute: topologyOf('c', METER),
    grid: null,
  })
  const same = Object.fromEntries(twins.devices.map((d) => [d.device_uuid, { host: '10.0.0.1', port: 502 }]))
  expect(() => flipToLive(twins, same)).toThrow(/has the endpoint of/)
})
