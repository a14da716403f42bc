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
      // 9 A x 8 h x 1.375 = 99 Ah; 9 + 1.1 x 100 / 12 = 18.2 A; 1.25 x 3 x 10 A = 37.5 A
      expect(charger?.station_battery).toMatchObject({ capacity_ah: 100, charger_a: 20, isolator_a: 60 })
      expect(charger?.rating).toBe(
        '480 V 1ph - 125 V DC, 20 A, battery 100 Ah, 8 h at 9 A, fused isolator 60 A, DC unearthed with 64',
      )
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
        ['RLY', 'MVSG', 'LVS'].map((device) => [device, 'power_dc']),
      )
      const uninterrupted = grid.connections.filter(({ from }) => from.device === 'ups-01')
      expect(uninterrupted.filter(({ service }) => service === 'power_dc')).toEqual([])
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
