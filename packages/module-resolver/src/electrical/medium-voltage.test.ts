import type { ConfiguratorPayload } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { LG } from '../../test/bess-fixtures.ts'
import { gridSpec } from '../../test/assembly-fixtures.ts'
import { exampleSite, withBattery } from '../../test/site-fixture.ts'

const block = (changes: Partial<ConfiguratorPayload>) => exampleSite(changes).electrical.blocks[0]!
const TIED: Partial<ConfiguratorPayload> = {
  energy_source: 'solar',
  grid_connection: 'grid_tied',
  source_capacity_mw: 1,
  ...withBattery(7.7),
}

describe('EL-SUPPLY-01: a supply is sized for what can flow through it', () => {
  test('a backup utility takes nothing: its import alone counts, with 32R', () => {
    const [utility, plant] = block({ ...TIED, grid_connection: 'grid_backup' }).supplies
    expect(utility).toMatchObject({ rated_kva: 1053, export_kva: 0, design_current_a: 44.1 })
    expect(utility?.breaker.functions).toContain('32R')
    expect(utility?.breaker.trip_a).toBe(60)
    expect(plant?.rated_kva).toBe(utility?.rated_kva)
  })

  test('a tied utility takes the discharge of the battery: two units of 1,927 kW are 4,057 kVA, 169.7 A', () => {
    const [utility, plant] = block(TIED).supplies
    expect(utility).toMatchObject({ rated_kva: 1053, export_kva: 4057, design_current_a: 169.7 })
    expect(utility?.breaker.trip_a).toBe(215)
    expect(plant).toMatchObject({ rated_kva: 1053, export_kva: 0, design_current_a: 44.1 })
  })

  test('without a battery what a plant gives can flow out, no more', () => {
    const [utility, plant] = block({ energy_source: 'nuclear', grid_connection: 'grid_tied' }).supplies
    expect(utility?.export_kva).toBe(plant?.rated_kva)
  })

  test('the cable follows the same current', () => {
    const site = exampleSite(TIED)
    const supplies = site.electrical.blocks.flatMap((b) => b.supplies)
    for (const supply of supplies) {
      const cable = site.connections.find((c) => c.connection_id === supply.connection_id)
      expect(cable?.power?.design_current_a).toBeCloseTo(supply.design_current_a, 1)
      expect(cable?.power?.ampacity_derated_a).toBeGreaterThanOrEqual(supply.breaker.trip_a)
    }
  })
})

describe('EL-EARTH-03: earth source of an island', () => {
  test('100 A for 10 s: 239 ohm, 797 kVA for that time, 51 kVA continuous', () => {
    const { earthing_transformer: earthing } = block(withBattery(4))
    expect(earthing).toMatchObject({
      tag: 'ET1',
      neutral_a: 100,
      reactance_ohm: 239,
      short_time_kva: 797,
      continuous_kva: 51,
      breaker: { tag: '52-ET1', functions: ['50/51', '51G'], trips: ['52-B1'] },
    })
  })

  test('it is kept apart from every source that earths the bus itself, not from solar', () => {
    const { interlocks } = block({ ...TIED, energy_source: 'solar' })
    expect(interlocks.find((i) => i.devices.includes('52-ET1'))?.devices).toEqual(['52-ET1', '52-U1'])
  })

  test('arresters hold the line-to-line voltage of an island; without a battery there is none', () => {
    expect(block(withBattery(4)).supplies[0]?.arrester).toEqual({ rated_kv: 15, mcov_kv: 12.7 })
    const alone = block({})
    expect(alone.earthing_transformer).toBeNull()
    expect(alone.supplies[0]?.arrester).toEqual({ rated_kv: 10, mcov_kv: 8.4 })
  })
})

describe('who trips what', () => {
  test('50BF and 86 of an incomer open every other source of the bus', () => {
    const { supplies } = block({ ...TIED, ...withBattery(20) })
    expect(supplies.map((s) => [s.breaker.tag, s.breaker.trips])).toEqual([
      ['52-U1', ['52-PV1', '52-B1', '52-B2']],
      ['52-PV1', ['52-U1', '52-B1', '52-B2']],
    ])
    for (const { breaker } of supplies)
      expect(breaker.functions).toEqual(expect.arrayContaining(['50BF', '86']))
  })

  test('pressure and temperature of a transformer of any size act through its 86', () => {
    const [small] = block({}).transformers
    const [large] = block({ target_gpu_count: 12 * 56 }).transformers
    for (const t of [small, large]) {
      expect(t?.guards).toEqual(['26', '63'])
      expect(t?.primary_breaker.functions).toContain('86')
    }
    expect(small?.secondary_breaker.differential_ct).toBeNull()
    expect(large?.rating_kva).toBe(2500)
    expect(large?.secondary_breaker.differential_ct).toEqual({ ratio: '4000:5', accuracy: 'C100' })
  })

  test('a relay is a device of the manifest, comes with its breaker, or is BY OTHERS', () => {
    const { transformers } = block({ target_gpu_count: 20 * 56, ...withBattery(4) })
    expect(transformers.map((t) => [t.primary_breaker.relay, t.primary_breaker.relay_tag])).toEqual([
      ['station relay', 'rly-cmp'],
      ['cubicle relay', null],
    ])
    expect(block({}).transformers[0]?.primary_breaker.relay).toBe('BY OTHERS')
  })

  test('25 compares the voltage of its own side with that of the bus; a tie that may not parallel has none', () => {
    const { supplies, bess_branches, mv_bus, bus_ties } = block({
      ...TIED,
      target_gpu_count: 20 * 56,
    })
    for (const { functions, vt_ratio } of [...supplies, ...bess_branches].map((one) => one.breaker)) {
      expect(functions).toContain('25')
      expect(vt_ratio).toBe('14400:120')
    }
    expect(mv_bus?.vt_ratio).toBe('14400:120')
    expect(bus_ties.map((tie) => [tie.functions, tie.vt_ratio])).toEqual([[['LSIG'], null]])
  })
})

describe('BE-RMU-01 and BE-DC-02: skids and direct-current circuits', () => {
  test('each skid has two ring switches and the breaker of its transformer, set to 125 % of it', () => {
    const [unit] = block(withBattery(4)).bess_branches[0]?.units ?? []
    expect(unit?.transformer_kva).toBe(2500)
    expect(unit?.ring_main).toMatchObject({
      tag: 'RMU-K01',
      rating_a: 600,
      short_circuit_ka: 25,
      incoming_tag: '89-K01A',
      outgoing_tag: '89-K01B',
      breaker: { tag: '52-K01H', trip_a: 135, relay: 'cubicle relay', scope: 'bought_in' },
    })
  })

  test('ten times the one-hour current of the battery is what its fuses and breaker hold', () => {
    const unit = exampleSite(withBattery(4, 'dc_external_pcs')).electrical.blocks[0]?.bess_branches[0]
      ?.units[0]
    // 10 x 4,073 kWh / 1,331.2 V = 30.6 kA.
    expect(unit?.dc).toMatchObject({
      short_circuit_ka: 30.6,
      interrupting_ka: 35,
      circuits_count: 5,
      fuse_a: 500,
    })
    const lg = exampleSite(withBattery(4, 'dc_external_pcs'), { grid: gridSpec({ bess_units: [LG] }) })
    expect(lg.electrical.blocks[0]?.bess_branches[0]?.units[0]?.dc).toMatchObject({
      short_circuit_ka: 38.6,
      interrupting_ka: 50,
    })
    expect(block(withBattery(4)).bess_branches[0]?.units[0]?.dc).toBeNull()
  })
})
