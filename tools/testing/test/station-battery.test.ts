import type { Typical } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample } from '../src/index.ts'

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(name)
  const grids = site.typicals.filter(({ kind }) => kind === 'grid_container')
  const equipmentOf = ({ equipment }: Typical, tag: string) => equipment.find(({ device }) => device === tag)

  test('trip and close outlast the loss of alternating current: battery, isolator and charger are sized', () => {
    expect(grids.length > 0).toBe(site.bess !== null)
    for (const grid of grids) {
      const charger = equipmentOf(grid, 'CHG')
      const battery = charger?.station_battery
      const blocks = site.electrical.blocks.filter(({ mv_bus }) =>
        grid.module_ids.includes(mv_bus?.module_id ?? ''),
      )
      // 86E and every source that it trips, 7 A each.
      const coils_a = Math.max(
        ...blocks.map(({ supplies, bess_branches }) => 7 * (1 + supplies.length + bess_branches.length)),
      )
      const ways = grid.connections.filter((c) => c.from.device === 'CHG' && c.service === 'power_dc')
      const sum_a = ways.reduce((sum, { power }) => sum + (power?.design_current_a ?? 0), 0)
      expect(battery?.momentary_a).toBe(coils_a)
      expect(battery?.continuous_a).toBeCloseTo(sum_a, 6)
      expect(battery?.capacity_ah).toBeGreaterThanOrEqual((sum_a * 8 + 0.8 * coils_a) * 1.375)
      expect(battery?.charger_a).toBeGreaterThanOrEqual(sum_a + (1.1 * (battery?.capacity_ah ?? 0)) / 12)
      // W-CHG and its way are for a charger of up to 20 A.
      expect(battery?.charger_a).toBeLessThanOrEqual(20)
      expect(battery?.isolator_a).toBeGreaterThanOrEqual(1.25 * (sum_a + coils_a))
      expect(charger?.rating).toContain(`, 8 h at ${battery?.continuous_a ?? 0} A, then ${coils_a} A, `)
      const line = site.items.find(({ item_id }) => item_id === 'grid_container/G-061')
      expect(line?.rating).toBe(charger?.rating)
      const alarm = grid.connections.find(({ connection_id }) => connection_id === 'C-64')
      expect([alarm?.from.port, alarm?.to.port]).toEqual(['CHG.64', 'MVSG.64'])
    }
  })

  test('the charger has a way of its own, which carries it while it recharges', () => {
    for (const grid of grids) {
      const feed = grid.connections.filter(({ to }) => to.port === 'CHG.IN')
      expect(feed.map(({ from, power }) => [from.port, power?.phases, power?.protection_poles])).toEqual([
        ['ats-01.CHG', '1ph', 2],
      ])
      // 20 A at 140 V of equalising, efficiency 0.85, power factor 0.8, between two phases of 480 V
      const [supply] = feed
      expect(supply?.power?.design_current_a).toBeGreaterThanOrEqual((20 * 140) / (0.85 * 0.8 * 480))
      expect(supply?.power?.protection_a).toBeGreaterThanOrEqual(
        1.25 * (supply?.power?.design_current_a ?? 0),
      )
      const fed = grid.connections.filter(({ from }) => from.device === 'CHG' && from.port !== 'CHG.64')
      expect(fed.map(({ to, service }) => [to.device, service])).toEqual(
        ['MVSG', 'MVSG', 'MVSG', 'RLY', 'LVS'].map((device) => [device, 'power_dc']),
      )
      const uninterrupted = grid.connections.filter(({ from }) => from.device === 'ups-01')
      expect(uninterrupted.filter(({ service }) => service === 'power_dc')).toEqual([])
    }
  })

  test('relays hang on another way than trip circuits, each with coils that still act at the end of discharge', () => {
    for (const grid of grids) {
      const ways = equipmentOf(grid, 'CHG')?.station_battery?.ways ?? []
      expect(ways.map(({ port }) => port)).toEqual(
        ['MVSG-P', 'MVSG-S', 'MVSG-T', 'RLY', 'LVS'].map((way) => `CHG.${way}`),
      )
      for (const { port, momentary_a, coil_v, lost } of ways) {
        const row = grid.connections.find(({ from }) => from.port === port)
        expect(lost).toContain('27DC at its end')
        expect(row?.description).toContain(lost)
        expect([port, momentary_a > 0]).toEqual([port, coil_v !== null])
        // Trip coils of 125 V DC act from 70 V on (IEEE C37.06).
        expect(coil_v ?? 105, port).toBeGreaterThanOrEqual(70)
        // No breaker trips at once below five times its rating.
        expect(5 * (row?.power?.protection_a ?? 0), port).toBeGreaterThanOrEqual(momentary_a)
      }
    }
  })

  test('every trip circuit is supervised: 74 in the functions of each breaker of the line-up', () => {
    for (const { mv_bus, supplies, transformers, bess_branches, bus_ties, earthing_transformer } of site
      .electrical.blocks) {
      if (mv_bus?.scope === 'by_others') continue
      const breakers = [
        ...[...supplies, ...bess_branches].map(({ breaker }) => breaker),
        ...transformers.flatMap((t) => [t.primary_breaker, t.secondary_breaker]),
        ...bus_ties,
        ...(earthing_transformer === null ? [] : [earthing_transformer.breaker]),
      ]
      expect(breakers.filter(({ functions }) => !functions.includes('74'))).toEqual([])
    }
  })

  test('a UPS states how long it lasts, and has no station battery', () => {
    for (const typical of site.typicals) {
      const ups = equipmentOf(typical, 'ups-01')
      const minutes = typical.kind === 'grid_container' ? 60 : 10
      expect(ups?.rating).toMatch(new RegExp(`^\\d+ kVA, .*battery for ${minutes} min$`))
      expect(ups?.station_battery).toBeNull()
    }
  })
})
