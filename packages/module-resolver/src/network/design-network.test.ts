import type { Block, ModuleResolution, SiteModule } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { coreFindings } from './core-capacity.ts'
import { designNetwork, type NetworkDesign } from './design-network.ts'
import { designFabric, spineCount } from './fabric.ts'
import { FORWARD_DELAY_S, MAX_AGE_S } from './ot-rings.ts'

function designed(
  containers: number,
  options: { grid?: boolean; resolution?: Partial<ModuleResolution> } = {},
): NetworkDesign {
  const blocks: Block[] = []
  const modules: Pick<SiteModule, 'module_id' | 'kind'>[] = []
  for (let first = 1; first <= containers; first += 32) {
    const ordinal = blocks.length + 1
    const ids = Array.from(
      { length: Math.min(32, containers - first + 1) },
      (_, i) => `compute_container_${first + i}`,
    )
    blocks.push({
      block_id: `block_${ordinal}`,
      ordinal,
      grid_module_id: `grid_container_${ordinal}`,
      compute_module_ids: ids,
      bess_module_ids: [],
    })
    if (options.grid !== false)
      modules.push({ module_id: `grid_container_${ordinal}`, kind: 'grid_container' })
    modules.push(...ids.map((module_id) => ({ module_id, kind: 'compute_container' as const })))
  }
  return designNetwork({
    resolution: {
      compute_container_count: containers,
      ems_target: 'aws_standard',
      sourcing_tier: 'commercial',
      ...options.resolution,
    } as ModuleResolution,
    blocks,
    modules: modules as SiteModule[],
    oob_ports_taken: options.grid === false ? 21 : 6,
    spine_racks_count: containers > 16 ? 2 : 1,
    core_rack: options.grid === false,
  })
}

describe('NE-FABRIC-01: compute fabric', () => {
  test.each([
    [1, 0],
    [2, 2],
    [3, 4],
    [4, 4],
    [5, 7],
    [8, 7],
    [9, 14],
    [16, 14],
    [17, 28],
    [32, 28],
  ])('%d containers take %d spines', (containers, spines) => {
    expect(spineCount(containers)).toBe(spines)
    const { fabric } = designed(containers).network
    expect(fabric.spines_count).toBe(spines)
    if (spines > 0) expect(fabric.uplinks_per_leaf_per_spine * spines).toBe(fabric.downlinks_per_leaf)
    expect(fabric.spine_cables_count).toBe(spines === 0 ? 0 : 56 * containers)
  })

  test('two leaves per container, non-blocking: spine ports carry all up-links', () => {
    for (const n of [2, 7, 12, 32]) {
      const { fabric } = designed(n).network
      expect(fabric.leaves_count).toBe(2 * n)
      expect(fabric.spines_count * 64).toBeGreaterThanOrEqual(fabric.leaves_count * fabric.uplinks_per_leaf)
    }
  })

  test('above 32 containers each block has its spines and a finding asks for the third tier', () => {
    const { network, findings } = designed(33)
    expect(network.fabric).toMatchObject({ tiers: 3, spines_count: 30 })
    expect(findings.map((f) => f.code)).toContain('NET-001')
    expect(network.nodes.find((n) => n.kind === 'spine')?.module_ids).toEqual([
      'grid_container_1',
      'grid_container_2',
    ])
  })

  test('the lone container joins its two leaves by 4 links', () => {
    expect(
      designFabric([{ compute_module_ids: ['compute_container_1'], grid_module_id: 'x' }], 'x'),
    ).toMatchObject({
      tiers: 1,
      uplinks_per_leaf: 4,
      spine_module_id: null,
    })
  })
})

test('where batteries make several blocks of few containers each block has its fabric: no trunk leads from one to the other', () => {
  const block = (n: number): { compute_module_ids: string[]; grid_module_id: string } => ({
    grid_module_id: `grid_container_${n}`,
    compute_module_ids: Array.from({ length: 5 }, (_, i) => `compute_container_${5 * (n - 1) + i + 1}`),
  })
  const fabric = designFabric([block(1), block(2)], 'grid_container_1')
  expect(fabric).toMatchObject({ tiers: 3, spines_count: 2 * spineCount(5) })
  expect(fabric.spines).toEqual([
    { each_count: spineCount(5), module_ids: ['grid_container_1', 'grid_container_2'] },
  ])
  // A block of batteries alone has no fabric.
  const alone = designFabric([block(1), { ...block(2), compute_module_ids: [] }], 'grid_container_1')
  expect(alone).toMatchObject({ tiers: 2, spines_count: spineCount(5) })
})

describe('subnet manager of the fabric', () => {
  test.each([1, 2, 8, 32, 33, 200])(
    '%d containers: on two switches of it, within what they serve',
    (count) => {
      const { fabric, nodes } = designed(count).network
      const { master, standby, nodes_count, nodes_max } = fabric.subnet_manager
      expect(master).not.toBe(standby)
      for (const place of [master, standby]) {
        const [tag, number] = place.split(' ')
        const node = nodes.find((n) => n.tag === tag)
        expect([node?.kind, node?.zone_id]).toEqual([count === 1 ? 'leaf' : 'spine', 'Z5'])
        for (const { each_count } of fabric.spines) expect(Number(number)).toBeLessThanOrEqual(each_count)
      }
      expect(nodes_count).toBeLessThanOrEqual(nodes_max)
    },
  )

  test('56 adapters and two leaves of a container, and the spines', () => {
    expect(designed(8).network.fabric.subnet_manager.nodes_count).toBe(8 * 58 + 7)
    expect(designed(32).network.fabric.subnet_manager.nodes_count).toBe(32 * 58 + 28)
  })
})

describe('host of the core', () => {
  test('grid container 1 where there is one', () => {
    expect(designed(40).network.host_module_id).toBe('grid_container_1')
  })
  test('compute container 1 otherwise, with a finding', () => {
    const { network, findings } = designed(3, { grid: false })
    expect(network.host_module_id).toBe('compute_container_1')
    expect(findings.map((f) => f.code)).toEqual(['NET-002'])
  })
})

describe('rings of the OT switches', () => {
  test.each([
    [1, []],
    [2, [2]],
    [28, [28]],
    [29, [15, 14]],
    [32, [16, 16]],
    [33, [16, 16, 1]],
    [2000, [...Array.from({ length: 124 }, () => 16), 16]],
  ])('%d containers without a grid container: rings of %j', (containers, sizes) => {
    const { network } = designed(containers, { grid: false })
    expect(network.ot_rings.map((ring) => ring.module_ids.length)).toEqual(sizes)
    const inRings = network.ot_rings.flatMap((ring) => ring.module_ids)
    const all = network.nodes.find((node) => node.kind === 'ot_switch')?.module_ids ?? []
    expect(inRings).toEqual(containers === 1 ? [] : all)
    // Channels 1 and 2 are the first container's own and the router's; a cable of 12 fibres has six.
    const channels = network.ot_rings.map((ring) => ring.core_channel)
    expect(channels).toEqual(sizes.map((_, index) => (index < 4 ? index + 3 : null)))
    // The core pair closes each ring; broken beside core A it is a row from there over B, which BPDUs pass, a second a hop.
    for (const size of sizes) {
      expect(size + 2).toBeLessThanOrEqual(30)
      expect(size + 1).toBeLessThan(MAX_AGE_S)
    }
  })

  test('rings that share the core pair are kept open by one protocol, within the bounds of its timers', () => {
    // IEEE 802.1Q: Max Age 6 to 40 s, Forward Delay 4 to 30 s, 2 (delay - 1) >= age.
    expect(MAX_AGE_S).toBeLessThanOrEqual(40)
    expect(FORWARD_DELAY_S).toBeLessThanOrEqual(30)
    expect(2 * (FORWARD_DELAY_S - 1)).toBeGreaterThanOrEqual(MAX_AGE_S)
    for (const [containers, grid] of [
      [40, true],
      [1, false],
      [2, false],
      [64, false],
    ] as const) {
      const { ot_topology, ot_rings } = designed(containers, { grid }).network
      expect(ot_topology).toContain('Rapid spanning tree (IEEE 802.1Q)')
      expect(ot_topology.includes(`Max Age ${MAX_AGE_S} s`), `${containers}`).toBe(ot_rings.length > 0)
      // Behind `OT network. ` it is a note of a sheet.
      expect(ot_topology.length).toBeLessThanOrEqual(730)
    }
  })

  test('with a grid container every switch reaches the core directly', () => {
    expect(designed(40).network.ot_rings).toEqual([])
  })

  test('NET-004: more than four rings, or a core pair with too few ports', () => {
    const codes = (design: NetworkDesign): string[] => design.findings.map((f) => f.code)
    expect(codes(designed(64, { grid: false }))).not.toContain('NET-004')
    expect(codes(designed(65, { grid: false }))).toContain('NET-004')
    expect(codes(designed(64))).not.toContain('NET-004')
    // 32 containers + 8 battery units + 9 of the rack = 49 of the 48 ports of a core switch.
    const batteries = (count: number): string[] =>
      coreFindings(
        [
          {
            block_id: 'block_1',
            ordinal: 1,
            grid_module_id: 'grid_container_1',
            compute_module_ids: Array.from({ length: 32 }, (_, i) => `c${i}`),
            bess_module_ids: Array.from({ length: count }, (_, i) => `b${i}`),
          },
        ],
        [],
        true,
        'grid_container_1',
      ).map((f) => f.code)
    expect(batteries(7)).toEqual([])
    expect(batteries(8)).toEqual(['NET-004'])
  })
})

describe('zones, conduits, up-link', () => {
  const OUTSIDE = ['WAN', 'MEDIA', 'BLOCKS']

  test.each(['aws_standard', 'air_gapped'] as const)('%s: what a conduit names exists', (ems_target) => {
    const { zones, conduits, nodes } = designed(40, { resolution: { ems_target } }).network
    expect(new Set(zones.map((z) => z.vlan_id)).size).toBe(zones.length)
    const known = new Set([...zones.map((z) => z.zone_id), ...OUTSIDE])
    const tags = new Set(nodes.map((n) => n.tag))
    for (const c of conduits) {
      expect(known.has(c.from_zone) && known.has(c.to_zone), c.conduit_id).toBe(true)
      expect(c.enforced_by.length, c.conduit_id).toBeGreaterThan(0)
      expect(
        c.enforced_by.filter((tag) => !tags.has(tag)),
        c.conduit_id,
      ).toEqual([])
      for (const flow of c.flows) expect([c.from_zone, c.to_zone], c.conduit_id).toContain(flow.opened_by)
    }
  })
  test('a zone has a conduit or says why it has none', () => {
    const { zones, conduits } = designed(2).network
    for (const z of zones) {
      const joined = conduits.some((c) => [c.from_zone, c.to_zone].includes(z.zone_id))
      expect(z.separation === null, z.zone_id).toBe(joined)
    }
  })
  test('the safety zone is read only: the EMS opens one session, the zone itself asks for the time alone', () => {
    const [safety, ...more] = designed(2).network.conduits.filter((c) => c.to_zone === 'Z0')
    expect(more).toEqual([])
    expect(safety?.flows.map((f) => [f.opened_by, f.port])).toEqual([
      ['Z3', '502/tcp'],
      ['Z0', '123/udp'],
    ])
    expect(safety?.flows[0]?.service).toContain('read')
  })
  test.each(['aws_standard', 'air_gapped'] as const)(
    '%s: every zone that is not separate asks the clock for the time',
    (ems_target) => {
      const { zones, conduits, nodes } = designed(2, { resolution: { ems_target } }).network
      const asking = conduits.flatMap((c) =>
        c.flows.filter((f) => f.service === 'NTP').map((f) => f.opened_by),
      )
      expect(asking.sort()).toEqual(
        zones
          .filter((z) => z.separation === null && z.zone_id !== 'Z3')
          .map((z) => z.zone_id)
          .sort(),
      )
      // Precision time does not pass a firewall: the clock offers what a conduit carries.
      expect(nodes.find((n) => n.kind === 'clock')?.description).not.toContain('PTP')
    },
  )
  test('what leaves the site passes a broker or proxy of the DMZ, by name and through the tunnel', () => {
    const { conduits } = designed(2).network
    const ports = (from: string, to: string, by: string): string[] =>
      conduits
        .filter((c) => c.from_zone === from && c.to_zone === to)
        .flatMap((c) => c.flows.filter((f) => f.opened_by === by).map((f) => f.port))
    const inside = ports('Z3', 'Z3.5', 'Z3')
    const outside = ports('Z3.5', 'WAN', 'Z3.5')
    for (const port of ['8883/tcp', '443/tcp'])
      expect([inside, outside].every((p) => p.includes(port))).toBe(true)
    expect(outside).toEqual(expect.arrayContaining(['53/udp, 53/tcp', '500/udp, 4500/udp', 'protocol 50']))
    const closed = designed(2, { resolution: { ems_target: 'air_gapped' } }).network
    expect(closed.conduits.flatMap((c) => c.flows).filter((f) => f.port === '8883/tcp')).toEqual([])
  })
  test('no conduit joins the power zone and the data fabric', () => {
    const pairs = designed(2).network.conduits.map((c) => [c.from_zone, c.to_zone])
    expect(pairs.filter((p) => p.includes('Z1') && p.includes('Z5'))).toEqual([])
  })
  test('only outward sessions reach the wide area network', () => {
    const out = designed(2).network.conduits.filter((c) => c.to_zone === 'WAN')
    expect(new Set(out.flatMap((c) => c.flows).map((f) => f.opened_by))).toEqual(new Set(['Z3.5']))
  })
  test('an air-gapped site has no way out; files come through a diode', () => {
    const { network } = designed(2, { resolution: { ems_target: 'air_gapped' } })
    expect(network.uplink).toMatchObject({ air_gapped: true, endpoints: [] })
    expect(network.conduits.some((c) => c.to_zone === 'WAN')).toBe(false)
    expect(network.conduits.find((c) => c.from_zone === 'MEDIA')?.enforced_by).toEqual(['DIO'])
    expect(network.nodes.map((n) => n.kind)).toEqual(expect.arrayContaining(['data_diode', 'media_station']))
  })
  test('every grid container has its core; their firewall pairs meet in the cross-connect', () => {
    const { nodes, conduits } = designed(40).network
    // Logs, updates and remote service of a block need no other block.
    for (const tag of ['RTR', 'EMS', 'JMP', 'CLK'])
      expect(nodes.find((n) => n.tag === tag)?.module_ids).toEqual(['grid_container_1', 'grid_container_2'])
    expect(conduits.filter((c) => c.to_zone === 'BLOCKS')).toHaveLength(1)
    expect(designed(32).network.conduits.filter((c) => c.to_zone === 'BLOCKS')).toEqual([])
    expect(designed(40, { grid: false }).network.conduits.filter((c) => c.to_zone === 'BLOCKS')).toEqual([])
  })
  test('files on media reach the other blocks of an air-gapped site from the first', () => {
    const air_gapped = { resolution: { ems_target: 'air_gapped' } } as const
    const { conduits, nodes } = designed(40, air_gapped).network
    const between = conduits.filter((c) => c.from_zone === 'Z3.5' && c.to_zone === 'BLOCKS')
    expect(between.flatMap((c) => c.flows).map((f) => [f.opened_by, f.port])).toEqual([['BLOCKS', '443/tcp']])
    expect(nodes.find((n) => n.tag === 'MED')?.module_ids).toEqual(['grid_container_1'])
    const ways = (design: NetworkDesign): string[] =>
      design.network.conduits.filter((c) => c.to_zone === 'BLOCKS').map((c) => c.from_zone)
    expect(ways(designed(40))).toEqual(['Z3'])
    expect(ways(designed(2, air_gapped))).toEqual([])
  })
  test('govcloud uses FIPS endpoints', () => {
    expect(
      designed(2, { resolution: { ems_target: 'aws_govcloud' } }).network.uplink.endpoints.join(),
    ).toContain('FIPS')
  })
  test('defence sites take security level 3 in the OT zones', () => {
    const { zones } = designed(2, { resolution: { sourcing_tier: 'dod_eligible' } }).network
    expect(zones.find((z) => z.zone_id === 'Z1')?.security_level).toBe('SL-T 3')
    expect(designed(2).network.zones.find((z) => z.zone_id === 'Z1')?.security_level).toBe('SL-T 2')
  })
  test('tags of polled switches are those of the device topologies', () => {
    const { nodes } = designed(2).network
    const tags = nodes.filter((n) => n.module_kind === 'compute_container').map((n) => n.tag)
    expect(tags).toEqual(expect.arrayContaining(['swl-01', 'swl-02', 'swm-01', 'swo-01']))
    const cores = nodes.filter((n) => n.kind === 'core_switch')
    expect(cores.map((n) => [n.tag, n.description])).toEqual([
      ['swo-01', 'OT core switch A'],
      ['swo-02', 'OT core switch B'],
    ])
    expect(nodes.filter((n) => n.module_kind === 'grid_container').map((n) => n.tag)).toContain('swa-01')
  })
})

describe('out-of-band switches', () => {
  const switches = (containers: number, grid: boolean): [string, number][] =>
    designed(containers, { grid })
      .network.nodes.filter(({ kind }) => kind === 'oob_switch')
      .map(({ tag, module_ids }) => [tag, module_ids.length])

  test('a second one stands where spines and core rack have more ports than one has', () => {
    expect(switches(8, false)).toEqual([['swm-01', 8]])
    expect(switches(32, false)).toEqual([
      ['swm-01', 32],
      ['swm-02', 1],
    ])
    // A core of its own in the first container, spines in the first of every block.
    expect(switches(65, false)).toEqual([
      ['swm-01', 65],
      ['swm-02', 2],
    ])
  })

  test('28 spines and the PDUs of their racks fit beside the leads of a grid container', () => {
    expect(switches(32, true).filter(([tag]) => tag === 'swm-02')).toEqual([])
  })
})
