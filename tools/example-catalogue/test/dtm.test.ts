import { buildDtm, dtmJsonChunks, endpointKey, parseDtm, toSeedDtm } from '@edp/dtm'
import { parseAssemblyTopology } from '@edp/hardware-selector'
import type { ConfiguratorPayload, DeploymentProfile, Dtm, SiteModel } from '@edp/schemas'
import {
  engineerExample,
  EXAMPLE_NAMES,
  examplePayload,
  exampleTopologies,
  repositoryText,
} from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { topologyTexts } from '../src/topologies/topology-texts.ts'

const GPUS_PER_CONTAINER = 56

function built(
  name: DeploymentProfile,
  changes: Partial<ConfiguratorPayload> = {},
): { site: SiteModel; dtm: Dtm } {
  const payload = examplePayload(name, changes)
  const site = engineerExample(payload)
  return { site, dtm: buildDtm(site, exampleTopologies(payload)) }
}

describe('topology.yaml', () => {
  test.each(topologyTexts())('%s is what the sources give', (key, text) => {
    expect(repositoryText(`examples/catalogue/${key}`)).toBe(text)
  })

  test.each(topologyTexts())('%s parses; its components are in spec.yaml', (key, text) => {
    const { devices, assembly_id } = parseAssemblyTopology(text, key)
    expect(key).toContain(assembly_id.replace(/^(compute|grid)-container-/, '$1-container/'))
    const spec = repositoryText(`examples/catalogue/${key.replace('topology.yaml', 'spec.yaml')}`)
    for (const { component } of devices)
      if (component !== undefined) expect(spec).toContain(`  - id: ${component}\n`)
  })

  test.each(topologyTexts())('%s has fewer than 500 aliases', (_, text) => {
    expect(text.match(/: \*/g)?.length).toBeLessThan(500)
  })
})

describe.each(EXAMPLE_NAMES)('manifest of %s', (name) => {
  const { site, dtm } = built(name)

  test('is a manifest that its own reader accepts', () => {
    expect(parseDtm(JSON.parse([...dtmJsonChunks(dtm)].join('')))).toEqual(dtm)
    expect(() => parseDtm(toSeedDtm(dtm))).not.toThrow()
  })

  test('every module of the site that an EMS knows has devices', () => {
    const with_devices = new Set(dtm.devices.map((device) => device.module_id))
    expect([...with_devices].sort()).toEqual(
      site.modules
        .filter((m) => m.in_dtm)
        .map((m) => m.module_id)
        .sort(),
    )
  })

  test('a simulation stays on this machine', () => {
    expect(dtm.devices.filter((device) => !device.host.startsWith('127.'))).toEqual([])
  })

  test('every switch that the manifest polls is in the network design under the same tag', () => {
    for (const device of dtm.devices.filter((d) => d.device_type.endsWith('_switch')))
      expect(
        site.network.nodes.some((n) => n.tag === device.tag && n.module_ids.includes(device.module_id)),
        device.tag,
      ).toBe(true)
  })

  test('every zone of a device exists and has a conduit from the EMS', () => {
    const { zones, conduits } = site.network
    for (const zone of new Set(dtm.devices.map((device) => device.zone))) {
      expect(zones.map((z) => z.zone_id)).toContain(zone)
      expect(
        conduits.some(
          (c) => [c.from_zone, c.to_zone].includes(zone ?? '') && [c.from_zone, c.to_zone].includes('Z3'),
        ),
        zone,
      ).toBe(true)
    }
  })

  test('no fire panel can be written', () => {
    const panels = dtm.devices.filter((device) => device.device_type === 'fire_panel')
    expect(panels.length).toBeGreaterThan(0)
    expect(JSON.stringify(panels)).not.toMatch(/"access":"(w|rw)"/)
  })
})

describe('variants', () => {
  const nodePower = (gpu_variant: 'h100_sxm' | 'b200'): string =>
    JSON.stringify(
      built('commercial_ac', { gpu_variant }).dtm.devices.find((d) => d.tag === 'node-01')?.protocol_config,
    )
  test('resource names follow the GPU', () => {
    expect(nodePower('h100_sxm')).toContain('/Processors/GPU_SXM_8/')
    expect(nodePower('b200')).toContain('/Processors/GPU_7/')
  })
  test('an integrated PCS and its BMS are units 2 and 34 of one controller', () => {
    const units = built('commercial_dc_int').dtm.devices.filter(
      (d) => d.module_id === 'bess_unit_1' && ['pcs-01', 'bms-01'].includes(d.tag ?? ''),
    )
    expect(units.map(endpointKey)).toEqual([
      '127.48.1.41:502 modbus_tcp unit 2',
      '127.48.1.41:502 modbus_tcp unit 34',
    ])
  })
  test('external PCS: one CAN node per rack of the battery', () => {
    const racks = (name: DeploymentProfile): number =>
      built(name).dtm.devices.filter((d) => d.module_id === 'bess_unit_1' && d.device_type === 'rack_bms')
        .length
    expect([racks('commercial_dc_ext'), racks('dod_dc_ext')]).toEqual([5, 6])
  })
  test('a generator controller stands where the site has a generator plant', () => {
    for (const energy_source of ['grid_hybrid', 'off_grid', 'solar', 'nuclear'] as const) {
      const { site, dtm } = built('commercial_ac', { energy_source })
      expect(dtm.devices.some((d) => d.tag === 'gen-01')).toBe(
        site.modules.some((m) => m.kind === 'generator_supply'),
      )
    }
  })
})

describe('2,000 compute containers with a battery', () => {
  const started = performance.now()
  const { site, dtm } = built('commercial_dc_ext', {
    target_gpu_count: 2000 * GPUS_PER_CONTAINER,
    source_capacity_mw: 500,
    bess_capacity_mwh: 8000,
  })
  const seconds = (performance.now() - started) / 1000

  test('every container is there with 28 devices', () => {
    expect(site.resolution.compute_container_count).toBe(2000)
    expect(dtm.devices.filter((d) => d.module_id === 'compute_container_2000')).toHaveLength(28)
  })

  test('ids and endpoints are unique', () => {
    expect(new Set(dtm.devices.map((d) => d.device_uuid)).size).toBe(dtm.devices.length)
    expect(new Set(dtm.devices.map(endpointKey)).size).toBe(dtm.devices.length)
  })

  test('prefixes of compute, grid and battery do not meet', () => {
    const octets = (kind: string): number[] =>
      dtm.devices.filter((d) => d.module_id.startsWith(kind)).map((d) => Number(d.host.split('.')[1]))
    expect(Math.max(...octets('compute_container_').slice(-40))).toBeLessThan(40)
    expect(octets('grid_container_').every((o) => o === 40)).toBe(true)
    expect(octets('bess_unit_').every((o) => o >= 48 && o < 64)).toBe(true)
  })

  test('alike devices share their configuration', () => {
    expect(new Set(dtm.devices.map((d) => d.protocol_config)).size).toBeLessThan(60)
  })

  test('the text comes in chunks, in time linear in the devices', () => {
    let longest = 0
    let total = 0
    for (const chunk of dtmJsonChunks(dtm)) {
      longest = Math.max(longest, chunk.length)
      total += chunk.length
    }
    expect(longest).toBeLessThan(2_000_000)
    expect(total).toBeGreaterThan(100_000_000)
    expect(seconds).toBeLessThan(60)
  })
})
