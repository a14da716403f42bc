import { derivedId } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { buildDtm, type DtmSite } from './build-dtm.ts'
import { METER, moduleOf, siteOf, topologyOf, UPS } from './testing/fixtures.ts'

const compute = topologyOf('compute', METER, UPS)
const messageOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    return String(error)
  }
  return ''
}

describe('ids and hosts', () => {
  const site = siteOf(moduleOf('compute_container', 1), moduleOf('compute_container', 300))
  const dtm = buildDtm(site, { compute, grid: null })

  test('every module has every device, in order', () => {
    expect(dtm.devices.map((d) => `${d.module_id}/${d.tag ?? ''} ${d.host}:${d.port}`)).toEqual([
      'compute_container_1/mtr-a 127.16.1.61:502',
      'compute_container_1/ups-01 127.16.1.51:161',
      'compute_container_300/mtr-a 127.17.44.61:502',
      'compute_container_300/ups-01 127.17.44.51:161',
    ])
  })

  test('device_uuid is uuid v5 of deployment and module_id/tag', () => {
    expect(dtm.devices[0]?.device_uuid).toBe(
      derivedId(site.payload.deployment_id, 'compute_container_1/mtr-a'),
    )
  })

  test('without a tag the index of the list stands in its place', () => {
    const untagged = { ...METER }
    delete untagged.tag
    const [, device] = buildDtm(siteOf(moduleOf('compute_container', 1)), {
      compute: topologyOf('c', UPS, untagged),
      grid: null,
    }).devices
    expect(device?.tag).toBe('1')
    expect(device?.device_uuid).toBe(derivedId(site.payload.deployment_id, 'compute_container_1/1'))
  })

  test('a device of a low-voltage section is there only where the block has the section', () => {
    const sections = [1, 2, 3].map((section) => ({
      ...METER,
      tag: `mtr-${section}`,
      host: `127.16.{instance}.${60 + section}`,
      section,
    }))
    const { devices } = buildDtm(site, { compute: topologyOf('c', ...sections), grid: null })
    expect([...new Set(devices.map((d) => d.tag))]).toEqual(['mtr-1', 'mtr-2'])
  })

  test('a device that the design sets is there only in the modules whose inside has a cable to it', () => {
    const set = { ...METER, tag: 'pdu-s1a', host: '127.16.{instance}.91', by_design: true as const }
    const leadTo = (device: string): unknown => ({ from: { device }, to: { device: 'swm-01' } })
    const typicals = [
      { module_ids: ['compute_container_1'], connections: [leadTo('pdu-r1a')] },
      { module_ids: ['compute_container_300'], connections: [leadTo('pdu-s1a')] },
    ]
    const devicesOf = (one: unknown): string[] =>
      buildDtm({ ...site, typicals: one } as DtmSite, { compute: topologyOf('c', METER, set), grid: null })
        .devices.filter(({ tag }) => tag === 'pdu-s1a')
        .map(({ module_id }) => module_id)
    expect(devicesOf(typicals)).toEqual(['compute_container_300'])
    expect(devicesOf([])).toEqual([])
  })

  test('alike devices share one configuration object', () => {
    const twins = topologyOf('c', METER, {
      ...METER,
      tag: 'mtr-b',
      host: '127.16.{instance}.62',
      protocol_config: structuredClone(METER.protocol_config),
    })
    const { devices } = buildDtm(site, { compute: twins, grid: null })
    expect(new Set(devices.map((d) => d.protocol_config)).size).toBe(1)
  })
})

describe('head', () => {
  const dtm = buildDtm(siteOf(moduleOf('compute_container', 1), moduleOf('wan_service', 1, false)), {
    compute,
    grid: null,
  })
  test('simulation, version 1', () => {
    expect(dtm).toMatchObject({ ems_mode: 'sim', dtm_version: 1 })
  })
  test('sizing: design-maximum compute load, battery capacity x 1000, technology supply temperature', () => {
    expect(dtm.sizing_params).toEqual({
      P_compute_total_kW: 204.8,
      E_BESS_total_kWh: 4000,
      T_coolant_setpoint_C: 36,
    })
  })
  test('modules are those that the site marks in_dtm', () => {
    expect(dtm.modules.map((m) => m.module_id)).toEqual(['compute_container_1'])
  })
  test('SNMP runs over UDP, the rest over TCP', () => {
    expect(dtm.devices.map((d) => d.transport)).toEqual(['tcp', 'udp'])
  })
})

describe('conditions', () => {
  test('a device per battery unit belongs to the unit, with its ordinal', () => {
    const grid = topologyOf(
      'grid',
      { ...METER, host: '127.40.{instance}.1' },
      { ...METER, tag: 'pcs-01', per: 'bess_unit', host: '127.48.{instance}.41' },
    )
    const site = siteOf(moduleOf('grid_container', 1), moduleOf('bess_unit', 1), moduleOf('bess_unit', 2))
    expect(buildDtm(site, { compute, grid }).devices.map((d) => `${d.module_id} ${d.host}`)).toEqual([
      'grid_container_1 127.40.1.1',
      'bess_unit_1 127.48.1.41',
      'bess_unit_2 127.48.2.41',
    ])
  })
  test('all keys of when must hold, a list means any of its values', () => {
    const when = { gpu_variant: 'h100_sxm', bess_coupling: ['none', 'ac_coupled'] } as const
    const site = siteOf(moduleOf('compute_container', 1))
    const count = (bess: 'none' | 'ac_coupled' | 'dc_external_pcs'): number =>
      buildDtm(site, {
        compute: topologyOf('c', { ...METER, when: { ...when, bess_coupling: [bess] } }),
        grid: null,
      }).devices.length
    expect([count('ac_coupled'), count('dc_external_pcs')]).toEqual([1, 0])
  })
})

describe('errors name file, device, field and value', () => {
  const site = siteOf(moduleOf('compute_container', 1), moduleOf('compute_container', 2))
  test('constraints of the file, all at once', () => {
    const bad = topologyOf('compute', { ...METER, port: 0 }, { ...UPS, port: 70_000 })
    expect(messageOf(() => buildDtm(site, { compute: bad, grid: null }))).toMatchInlineSnapshot(`
      "EdpError: device topologies: 2 problems
        compute/topology.yaml.mtr-a.port: expected 1 to 65535, found 0
        compute/topology.yaml.ups-01.port: expected 1 to 65535, found 70000"
    `)
  })
  test('two devices with one key', () => {
    expect(messageOf(() => buildDtm(site, { compute: topologyOf('c', METER, METER), grid: null }))).toContain(
      'c/topology.yaml.mtr-a.tag',
    )
  })
  test('an endpoint that two devices share', () => {
    const same = topologyOf('c', { ...METER, host: '127.0.0.9' })
    expect(messageOf(() => buildDtm(site, { compute: same, grid: null }))).toContain(
      'compute_container_2/mtr-a has the endpoint of compute_container_1/mtr-a: 127.0.0.9:502 modbus_tcp unit 1',
    )
  })
  test('a host that leaves the loopback addresses', () => {
    const far = siteOf(moduleOf('compute_container', 61_440))
    expect(messageOf(() => buildDtm(far, { compute, grid: null }))).toContain(
      'gives 128.0.0.61, which leaves the loopback addresses 127/8',
    )
  })
  test('the code tells a broken catalogue from a broken manifest', () => {
    expect(() => buildDtm(site, { compute: topologyOf('c', { ...METER, port: 0 }), grid: null })).toThrow(
      expect.objectContaining({ code: 'invalid_catalogue' }),
    )
    expect(() => buildDtm(site, { compute: topologyOf('c', { ...METER, host: 'x' }), grid: null })).toThrow(
      expect.objectContaining({ code: 'invalid_dtm' }),
    )
  })
})
