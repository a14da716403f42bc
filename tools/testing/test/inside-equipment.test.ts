import type { Connection, SiteModel } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample, examplePayload } from '../src/index.ts'

const kindOf = (site: SiteModel, kind: string) => site.typicals.find((typical) => typical.kind === kind)!
const equipmentOf = (site: SiteModel, kind: string, device: string) =>
  kindOf(site, kind).equipment.find((equipment) => equipment.device === device)!
const wayOf = (site: SiteModel, kind: string, id: string): Connection =>
  kindOf(site, kind).connections.find((connection) => connection.connection_id === id)!
const itemOf = (site: SiteModel, id: string) => site.items.find((item) => item.item_id === id)

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(name)
  const inside = site.typicals.flatMap((typical) => typical.connections)

  test('no breaker is weaker than the greatest current at its board', () => {
    const ways = inside.filter((c) => c.power?.protection_ka != null && c.power.short_circuit_ka !== null)
    expect(ways.length).toBeGreaterThan(20)
    expect(ways.filter((c) => c.power!.protection_ka! < c.power!.short_circuit_ka!)).toEqual([])
    for (const { transformers, lv_buses, feeders, bus_ties } of site.electrical.blocks)
      for (const bus of lv_buses) {
        const breakers = [
          ...feeders.filter((feeder) => feeder.bus_tag === bus.tag).map((feeder) => feeder.breaker),
          ...transformers.filter((t) => t.bus_tag === bus.tag).map((t) => t.secondary_breaker),
          ...bus_ties,
        ]
        expect(breakers.filter((breaker) => breaker.interrupting_ka < bus.short_circuit_ka)).toEqual([])
        expect(bus.withstand_ka).toBeGreaterThanOrEqual(bus.short_circuit_ka)
      }
  })

  test('sections are rated for an infinite bus with motors; mains and ties switch the neutral', () => {
    for (const { transformers, lv_buses, feeders, bus_ties } of site.electrical.blocks) {
      for (const bus of lv_buses) {
        expect(bus.greatest_ka).toBeGreaterThan(bus.short_circuit_ka)
        expect(bus.withstand_ka).toBeGreaterThanOrEqual(bus.greatest_ka!)
      }
      const switching = [...transformers.map((t) => t.secondary_breaker), ...bus_ties]
      expect(new Set(switching.map((breaker) => breaker.poles))).toEqual(new Set([4]))
      expect(new Set(feeders.map((feeder) => feeder.breaker.poles))).toEqual(new Set([3]))
    }
    const mains = site.items.filter((item) => item.item_id.startsWith('52-M'))
    for (const { rating } of mains) expect(rating).toMatch(/4P, 27 59 (74 )?LSIG with neutral sensor/)
    expect(mains.length).toBeGreaterThan(0)
  })

  test('boards hold the greatest current at them, and the bill orders them so', () => {
    for (const typical of site.typicals)
      for (const { device, rating, short_circuit_ka, withstand_ka } of typical.equipment) {
        if (withstand_ka !== null) expect(withstand_ka).toBeGreaterThanOrEqual(short_circuit_ka ?? 0)
        const ordered = site.items.filter(
          (item) => item.module_kind === typical.kind && item.rating.split('; output ')[0] === rating,
        )
        expect([device, ordered.length]).not.toEqual([device, 0])
      }
  })

  test('the low-voltage board is ordered as the design rates it', () => {
    const ordered = site.items.filter((item) => item.item_id.startsWith('grid_container/G-030'))
    const designed = site.bess === null ? [] : site.electrical.blocks.map((block) => block.lv_buses[0]!)
    expect(ordered.reduce((sum, item) => sum + item.quantity, 0)).toBe(designed.length)
    for (const bus of designed)
      expect(
        ordered.some((item) => item.rating.endsWith(`of ${bus.rating_a} A, ${bus.withstand_ka} kA`)),
      ).toBe(true)
  })

  test('loads inside follow the GPU variant, and none is above the container', () => {
    const kw = site.resolution.gpu_variant === 'b200' ? 14.3 : 10.2
    const amps = (load: number, volt: number): number => (load / 0.95 / Math.sqrt(3) / volt) * 1000
    const designOf = (id: string): number => wayOf(site, 'compute_container', id).power!.design_current_a
    // two nodes in each of the first racks, one in the last: a feed may carry its rack alone
    expect(designOf('W-R1A')).toBeCloseTo(amps(2 * kw, 415), 1)
    expect(designOf('W-R4B')).toBeCloseTo(amps(kw, 415), 1)
    // A container that holds EMS and OT core has them behind the same transformer.
    const ways = kindOf(site, 'compute_container').connections.map((c) => c.connection_id)
    const core = ways.includes('W-EMSB') ? 2.7 : 0
    expect(designOf('W-TX2')).toBeCloseTo(amps(7 * kw + 10.116 + core, 415), 1)
    expect(designOf('W-TX1')).toBeCloseTo(amps(1.02 * (7 * kw + 10.116 + core), 480), 1)
    const loads = kindOf(site, 'compute_container').connections.map((c) => c.power?.load_kw ?? 0)
    expect(Math.max(...loads)).toBeLessThanOrEqual(site.loads.container_max_kw + core * (4 / 3) + 0.1)
  })

  test('incoming cables and the trip supply name their breakers', () => {
    const { module_ids } = kindOf(site, 'compute_container')
    const feeders = site.electrical.blocks.flatMap((b) =>
      b.feeders.filter((f) => module_ids.includes(f.load_module_id ?? '')),
    )
    const tag = feeders.length === 2 ? feeders[0]?.breaker.tag : '52-CnnA'
    expect(wayOf(site, 'compute_container', 'W-PA').power).toMatchObject({
      protection_tag: tag,
      protection_ka: Math.max(...feeders.map((f) => f.breaker.interrupting_ka)),
    })
    if (site.typicals.some((typical) => typical.kind === 'grid_container'))
      expect(wayOf(site, 'grid_container', 'W-DC-RLY').power).toMatchObject({
        protection_ka: 10,
        protection_poles: 2,
      })
  })

  test('no breaker inside interrupts less than 10 kA', () => {
    const rated = inside.flatMap((c) => c.power?.protection_ka ?? [])
    expect(Math.min(...rated)).toBeGreaterThanOrEqual(10)
  })

  test('incoming devices are four-pole, and no larger than their cable allows', () => {
    const { incomers, rating } = equipmentOf(site, 'compute_container', 'MDP')
    expect(rating).toContain('incomers 250 A 4P')
    // 4/0 AWG: 230 A, the next standard rating is 250 A (NEC 240.4(B))
    expect(incomers.map((i) => [i.port, i.rated_a, i.poles, i.meter_tag])).toEqual([
      ['MDP.IN-A', 250, 4, 'mtr-a'],
      ['MDP.IN-B', 250, 4, 'mtr-b'],
    ])
    expect(wayOf(site, 'compute_container', 'W-PA').power?.ampacity_derated_a).toBe(230)
  })
})

describe('the auxiliaries of a grid container', () => {
  const site = engineerExample('commercial_dc_ext')
  const [block] = site.electrical.blocks
  const feeder = (tag: string) => block!.feeders.find((f) => f.breaker.tag === tag)!

  test('two feeders of 76.8 A, from the first and the last section, lead to the transfer switch', () => {
    expect(feeder('52-AUX1A')).toMatchObject({ bus_tag: 'LVS1', system: 'A', design_current_a: 76.8 })
    expect(feeder('52-AUX1B')).toMatchObject({ bus_tag: 'LVS2', system: 'B', design_current_a: 76.8 })
    expect(feeder('52-AUX1A').breaker.trip_a).toBe(100)
    for (const [id, tag] of [
      ['W-AUXA', '52-AUX1A'],
      ['W-AUXB', '52-AUX1B'],
    ] as const)
      expect(wayOf(site, 'grid_container', id).power).toMatchObject({
        design_current_a: 76.8,
        protection_tag: tag,
        protection_a: 100,
        protection_poles: 3,
      })
  })

  test('the feeder carries all that hangs on the switch, and so do breaker, cable and switch', () => {
    const ways = kindOf(site, 'grid_container').connections.filter((c) => c.from.device === 'ats-01')
    const amps = ways.filter((c) => c.service === 'power_lv').map((c) => c.power!.design_current_a)
    expect(amps).toEqual([8, 9, 13, 13, 13, 20.8])
    expect(amps.reduce((sum, a) => sum + a, 0)).toBeCloseTo(76.8, 6)
    const feeding = wayOf(site, 'grid_container', 'W-AUXA')
    expect(feeding.cable).toMatchObject({ size_awg: '3', earth_size_awg: '3' })
    expect(feeding.power?.ampacity_derated_a).toBe(100)
    expect(equipmentOf(site, 'grid_container', 'ats-01').rating).toContain('100 A')
    // 125 % of 76.8 A = 96 A, next standard rating 100 A (NEC 215.3, 240.6)
    const ordered = site.items.find((item) => item.description.includes('grid container auxiliaries'))
    expect([ordered?.rating.includes('125 AF, 100 A trip'), ordered?.quantity]).toEqual([true, 2])
  })

  test('a block with one section has both on it, and a finding says so', () => {
    const small = engineerExample('dod_ac')
    const buses = small.electrical.blocks[0]!.feeders.filter((f) => f.kind === 'auxiliary').map(
      (f) => f.bus_tag,
    )
    expect(buses).toEqual(['LVS1', 'LVS1'])
    expect(small.findings.map((f) => f.code)).toContain('EL-018')
    expect(site.findings.map((f) => f.code)).not.toContain('EL-018')
  })
})

describe('the transformer of the spine racks', () => {
  test('14 spines of 16 containers: 45 kVA, 70 A before it and 80 A behind it, the same in bill and feeder', () => {
    const site = engineerExample('commercial_dc_ext')
    // 14 x 1.717 kW / 0.95 = 25.3 kVA, 30 kVA would do: but its main of 50 A is 1.1 times the ways of 45 A.
    // 54.1 A x 1.25 = 67.7 A; 62.6 A x 1.25 = 78.3 A; 80 / 45 = 1.78
    const rating = '45 kVA, 480 V - 415Y/240 V, 4 %Z, Dyn1, K-13'
    // 30.5 A at 480 V are 35.3 A at 415 V; 4 AWG carries the 70 A of its breaker
    expect(equipmentOf(site, 'grid_container', 'TX2').rating).toBe(rating)
    expect(equipmentOf(site, 'grid_container', 'SPB').rating).toBe('415Y/240 V, 80 A, 10 kA')
    expect(wayOf(site, 'grid_container', 'W-SP').power).toMatchObject({
      design_current_a: 35.3,
      protection_tag: 'SPB.IN',
      protection_a: 80,
    })
    // 3 AWG with a loaded neutral carries the 80 A in full: 115 A x 0.91 x 0.8 = 83.7 A; 4 AWG has 69.2 A
    expect(wayOf(site, 'grid_container', 'W-SP').cable?.size_awg).toBe('3')
    for (const id of ['W-SP1A', 'W-SP1B'])
      expect(wayOf(site, 'grid_container', id).power).toMatchObject({
        design_current_a: 35.3,
        protection_a: 45,
      })
    expect(wayOf(site, 'grid_container', 'W-NET').cable).toMatchObject({
      size_awg: '4',
      earth_size_awg: '8',
    })
    expect(itemOf(site, 'grid_container/spine-TX2')).toMatchObject({ rating, quantity: 1 })
    expect(itemOf(site, 'grid_container/spine-SPB')).toMatchObject({ quantity: 1 })
    expect(itemOf(site, 'grid_container/spine-pdu')).toMatchObject({ quantity: 2 })
    const feeder = site.electrical.blocks[0]!.feeders.find((f) => f.kind === 'network')
    expect(feeder?.breaker.trip_a).toBe(70)
    expect(wayOf(site, 'grid_container', 'W-NET').power).toMatchObject({
      design_current_a: feeder?.design_current_a,
      protection_a: 70,
    })
  })

  test('a site of one container has neither spines nor their cable', () => {
    const site = engineerExample(examplePayload('commercial_dc_int', { target_gpu_count: 56 }))
    expect(kindOf(site, 'grid_container').equipment.map((e) => e.device)).not.toContain('TX2')
    expect(kindOf(site, 'grid_container').connections.map((c) => c.connection_id)).not.toContain('W-NET')
  })
})

test('blocks that are rated differently have a line of the board each', () => {
  const site = engineerExample(
    examplePayload('commercial_dc_ext', { target_gpu_count: 40 * 56, bess_capacity_mwh: 300 }),
  )
  const lines = site.items.filter((item) => item.item_id.startsWith('grid_container/G-030'))
  const ratings = new Set(
    site.electrical.blocks.map(({ lv_buses }) => [lv_buses.length, lv_buses[0]!.rating_a].join()),
  )
  expect([...ratings]).toEqual(['2,2500', '2,2000'])
  expect(lines.map((line) => line.quantity)).toEqual([1, 2])
  expect(lines.flatMap((line) => line.module_ids).length).toBe(site.electrical.blocks.length)
})
