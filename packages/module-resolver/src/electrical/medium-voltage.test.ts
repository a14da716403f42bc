import { contactNames, type ConfiguratorPayload } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { LG } from '../../test/bess-fixtures.ts'
import { gridSpec } from '../../test/grid-fixture.ts'
import { exampleSite, withBattery } from '../../test/site-fixture.ts'
import { OVERVOLTAGE_10S } from './arresters.ts'
import { earthFaultCurrent } from './earthing-transformer.ts'
import { DIFFERENTIAL_FROM_KVA } from './protection-functions.ts'

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
    // 125 % of 44.1 A would be 60 A; 1.1 x 265 A of the collector is within what its cable carries.
    expect(utility?.breaker.trip_a).toBe(295)
    expect(plant?.rated_kva).toBe(utility?.rated_kva)
  })

  test('a tied utility takes the discharge of the battery: two units of 1,927 kW are 4,057 kVA, 169.7 A', () => {
    const [utility, plant] = block(TIED).supplies
    expect(utility).toMatchObject({ rated_kva: 1053, export_kva: 4057, design_current_a: 169.7 })
    expect(utility?.breaker.trip_a).toBe(295)
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
  test('80 ohm in the neutral pass 99.1 A with 24 ohm of the transformer; 797 kVA for 10 s, 51 kVA continuous', () => {
    const { earthing_transformer: earthing } = block(withBattery(4))
    if (earthing === null) throw new Error('no earthing transformer')
    expect(earthing.resistor).toEqual({
      tag: 'NGR1',
      resistance_ohm: 80,
      voltage_v: 7967,
      current_a: 100,
      duration_s: 10,
    })
    // 3 x 7,967 V / |3 x 80 + j 24 ohm|; IEEE 142 asks for R0 of at least 2 X0.
    expect(earthFaultCurrent(earthing)).toBeCloseTo(99.1, 1)
    expect(3 * earthing.resistor.resistance_ohm).toBeGreaterThanOrEqual(2 * earthing.reactance_ohm)
    const ownPickup = earthing.breaker.trip_a
    expect(ownPickup).toBeGreaterThan(earthing.neutral_a / 3)
    expect(earthing).toMatchObject({
      tag: 'ET1',
      neutral_a: 100,
      reactance_ohm: 24,
      short_time_kva: 797,
      continuous_kva: 51,
      breaker: {
        tag: '52-ET1',
        functions: ['50/51', '51G', '74', '86'],
        trips: [{ functions: ['51G'], opens: ['52-B1'] }],
      },
    })
  })

  test('it is kept apart from every source that earths the bus itself, not from solar', () => {
    const { interlocks } = block({ ...TIED, energy_source: 'solar' })
    expect(interlocks.find((i) => i.devices.includes('52-ET1'))?.devices).toEqual(['52-ET1', '52-U1'])
  })

  test('an earth fault of the island opens battery and plant, never 52-ET1; a fault of its own blocks closing', () => {
    const { earthing_transformer: earthing, interlocks, supplies } = block(TIED)
    expect(earthing?.breaker.trips).toEqual([{ functions: ['51G'], opens: ['52-B1', '52-PV1'] }])
    expect(supplies.find((s) => s.kind === 'solar')?.breaker.functions).toContain('59N')
    expect(interlocks.filter((i) => i.devices[0] === '52-ET1').map((i) => i.rule)).toEqual([
      '52-ET1 closes by itself when 52-U1 is open, unless its 86 or 86E is locked out, and opens before a source closes that earths the bus itself.',
      '51G of 52-ET1 opens 52-B1, 52-PV1 after 0.9 s, a step above the 0.6 s of 51G of what hangs on the bus, and not 52-ET1; ET1 and NGR1 stand it for 10 s. 50/51 opens 52-ET1 over 86, which blocks closing.',
    ])
    const alone = block({ ...TIED, grid_connection: 'none' }).interlocks
    expect(alone.find((i) => i.devices.includes('52-ET1'))?.rule).toMatch(
      /^52-ET1 is closed while the bus is live/,
    )
  })

  test('arresters hold the line-to-line voltage of a bus that may run without the utility', () => {
    expect(block(withBattery(4)).supplies[0]?.arrester).toEqual({ rated_kv: 15, mcov_kv: 12.7 })
    const generator = block({ energy_source: 'off_grid', grid_connection: 'none' })
    expect(generator.earthing_transformer).toBeNull()
    expect(generator.supplies[0]?.arrester).toEqual({ rated_kv: 15, mcov_kv: 12.7 })
    const utility = block({ energy_source: 'solar', grid_connection: 'grid_tied' })
    expect(utility.supplies.map((s) => s.arrester)).toEqual(
      utility.supplies.map(() => ({ rated_kv: 10, mcov_kv: 8.4 })),
    )
    expect(
      block({ energy_source: 'solar', grid_connection: 'grid_backup' }).supplies[0]?.arrester.mcov_kv,
    ).toBe(12.7)
    for (const energy_source of ['grid_hybrid', 'nuclear'] as const)
      for (const { arrester } of block({ energy_source, grid_connection: 'grid_tied' }).supplies)
        expect(arrester.mcov_kv).toBe(12.7)
    expect(OVERVOLTAGE_10S * 12.7).toBeGreaterThan(1.05 * 13.8)
  })
})

describe('EL-BUS-01: ratings with 20 % in hand', () => {
  test('500 MVA are 20.9 kA, more than 80 % of 25 kA: line-up, isolators, breakers and ring main units of 31.5 kA', () => {
    const { mv_bus, supplies, transformers, bess_branches } = block(withBattery(4))
    expect(mv_bus?.short_circuit_ka).toBeGreaterThan(20)
    expect(mv_bus?.withstand_ka).toBe(31.5)
    expect(supplies.map((s) => s.isolator_ka)).toEqual(supplies.map(() => 31.5))
    for (const breaker of [
      ...transformers.map((t) => t.primary_breaker),
      ...bess_branches.map((b) => b.breaker),
    ])
      expect(breaker.interrupting_ka).toBe(31.5)
    expect(bess_branches[0]?.units[0]?.ring_main.short_circuit_ka).toBe(31.5)
  })

  test('a machine has its rating and reactance, from which its short-circuit power follows', () => {
    const [generator] = block({
      energy_source: 'off_grid',
      grid_connection: 'none',
      source_capacity_mw: 0.4,
    }).supplies
    expect(generator).toMatchObject({
      machine: { rating_kva: 421, reactance_pu: 0.15 },
      short_circuit_mva: 2.8,
    })
    expect(generator?.rated_kva).toBeLessThan(421)
    expect(generator?.breaker).toMatchObject({ ct_ratio: '50:5', ct_accuracy: 'C10' })
    // 421 kVA are 17.6 A: 125 % of the machine, not of the 5.9 A that flow.
    expect(generator?.design_current_a).toBeLessThan(8)
    expect(generator?.breaker.trip_a).toBe(23)
  })

  test('a battery below its block sheds transformers, or opens where it does not carry one', () => {
    const shed = (changes: Partial<ConfiguratorPayload>): string | undefined =>
      block(changes).interlocks.find((i) => i.rule.includes('81U'))?.rule
    const three = { target_gpu_count: 32 * 56, source_capacity_mw: 9 }
    expect(shed({ ...three, ...withBattery(3) })).toMatch(
      /^When 52-U1 and 52-G1 are open, 52-T2, 52-T3 open \(81U, EMS\) before the battery takes the bus over: battery 1927 kW, block \d+ kW\.$/,
    )
    expect(shed({ ...three, energy_source: 'nuclear', ...withBattery(3, 'dc_external_pcs') })).toMatch(
      /52-T2, 52-T3 open/,
    )
    expect(shed({ target_gpu_count: 20 * 56, source_capacity_mw: 9, ...withBattery(0.5) })).toContain('52-T2')
    const small = exampleSite(
      { ...three, ...withBattery(4, 'dc_external_pcs') },
      { grid: gridSpec({ bess_units: [LG] }) },
    ).electrical.blocks[0]
    expect(small?.interlocks.find((i) => i.rule.includes('81U'))?.rule).toMatch(
      /52-B1 opens \(81U, EMS\) too: there is no island: battery 1278 kW/,
    )
    expect(shed({ target_gpu_count: 12 * 56, source_capacity_mw: 3, ...withBattery(1) })).toBeUndefined()
  })
})

describe('who trips what', () => {
  test('50BF of an incomer opens every other source of the bus over 86BF, its 86 nothing but itself', () => {
    const { supplies } = block({ ...TIED, ...withBattery(20) })
    expect(supplies.map((s) => [s.breaker.tag, s.breaker.trips])).toEqual([
      ['52-U1', [{ functions: ['50BF', '86BF'], opens: ['52-PV1', '52-B1', '52-B2'] }]],
      ['52-PV1', [{ functions: ['50BF', '86BF'], opens: ['52-U1', '52-B1', '52-B2'] }]],
    ])
    for (const { breaker } of supplies)
      expect(breaker.functions).toEqual(expect.arrayContaining(['50BF', '86', '86BF']))
  })

  test('pressure and temperature of a transformer of any size act through its 86', () => {
    const [small] = block({}).transformers
    const [large] = block({ target_gpu_count: 12 * 56 }).transformers
    for (const t of [small, large]) {
      expect(contactNames(t?.contacts ?? [], 'trip')).toEqual(['26-2', '63-2'])
      expect(contactNames(t?.contacts ?? [], 'alarm')).toEqual(['26-1', '63-1', '71'])
      expect(t?.primary_breaker.functions).toContain('86')
    }
    expect(large?.rating_kva).toBe(2500)
    const [unit] = block(withBattery(4)).bess_branches[0]?.units ?? []
    expect(unit?.transformer_contacts).toEqual(large?.contacts)
    for (const kva of [large?.rating_kva ?? 0, unit?.transformer_kva ?? 0])
      expect(kva).toBeLessThan(DIFFERENTIAL_FROM_KVA)
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
    expect(bus_ties.map((tie) => [tie.functions, tie.vt_ratio])).toEqual([[['74', 'LSIG', 'ARM'], null]])
  })
})

describe('BE-RMU-01 and BE-DC-02: skids and direct-current circuits', () => {
  test('each skid has two ring switches and the breaker of its transformer, set to 125 % of it', () => {
    const [unit] = block(withBattery(4)).bess_branches[0]?.units ?? []
    expect(unit?.transformer_kva).toBe(2500)
    expect(unit?.ring_main).toMatchObject({
      tag: 'RMU-K01',
      rating_a: 600,
      short_circuit_ka: 31.5,
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
      rated_v: 1500,
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
