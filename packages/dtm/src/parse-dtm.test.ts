import { expect, test } from 'vitest'

import { buildDtm } from './build-dtm.ts'
import { parseDtm } from './parse-dtm.ts'
import { METER, moduleOf, siteOf, topologyOf, UPS } from './testing/fixtures.ts'

const site = siteOf(moduleOf('compute_container', 1), moduleOf('compute_container', 2))
const document = (): ReturnType<typeof buildDtm> =>
  structuredClone(buildDtm(site, { compute: topologyOf('c', METER, UPS), grid: null }))

test('a manifest comes back as it was', () => {
  expect(parseDtm(JSON.parse(JSON.stringify(document())))).toEqual(document())
})

test('schema problems come all at once, with their paths', () => {
  const broken = {
    ...document(),
    deployment_uuid: 'x',
    devices: [{ ...document().devices[0], module_id: 7, port: 'y' }],
  }
  expect(() => parseDtm(broken)).toThrow(/deployment_uuid[^]*devices\.0\.module_id[^]*devices\.0\.port/)
})

test('constraints, ids and endpoints that stand twice are found', () => {
  const broken = document()
  const [first, second] = broken.devices
  if (first === undefined || second === undefined) throw new Error('two devices')
  broken.devices = [{ ...first, port: 0 }, second, second]
  expect(() => parseDtm(broken)).toThrow(/devices\.0\.port[^]*devices\.2\.host[^]*devices\.2\.device_uuid/)
})

test('a device of a module that is not listed is found', () => {
  expect(() => parseDtm({ ...document(), modules: [] })).toThrow(/not in modules/)
})
