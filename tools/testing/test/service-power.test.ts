import type { Connection, Typical } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample } from '../src/index.ts'

const CONTAINERS = ['compute_container', 'grid_container'] as const
const way = ({ connections }: Typical, id: string): Connection =>
  connections.find((c) => c.connection_id === id)!

describe.each(EXAMPLE_NAMES)('%s: light and receptacles', (name) => {
  const site = engineerExample(name)
  const typicals = site.typicals.filter(({ kind }) => CONTAINERS.some((one) => one === kind))

  test('each kind of container has a panel of 120 V behind a transformer between two phases', () => {
    expect(typicals.length).toBeGreaterThan(0)
    for (const typical of typicals) {
      // 5 kVA / 480 V = 10.4 A; 125 % is 13 A, next standard rating 15 A (NEC 450.3(B)); no neutral, so two poles (240.15(B))
      expect(way(typical, 'W-LP').power).toMatchObject({
        voltage_v: 480,
        phases: '1ph',
        design_current_a: 10.4,
        protection_a: 15,
        protection_poles: 2,
      })
      expect(way(typical, 'W-LP').cable).toMatchObject({ cores_count: 2, neutrals_count: 0, size_awg: '12' })
      // 240.4(D): 12 AWG is protected by 20 A at most; 125 % of 16 A is 20 A
      for (const [id, trip] of [
        ['W-LTG', 15],
        ['W-REC-1', 20],
        ['W-REC-2', 20],
        ['W-SEC', 15],
      ] as const) {
        expect(way(typical, id).power).toMatchObject({
          voltage_v: 120,
          protection_a: trip,
          protection_poles: 1,
        })
        expect(way(typical, id).cable).toMatchObject({
          neutrals_count: 1,
          size_awg: '12',
          earth_size_awg: '12',
        })
      }
    }
  })

  test('behind the transformer no more than 1.5 times the current between its phases flows', () => {
    // 20.8 A x 1.5 / (0.925 x 0.04) = 844 A behind an infinite source
    for (const typical of typicals) {
      const { short_circuit_ka, rating } = typical.equipment.find(({ device }) => device === 'LP')!
      expect(rating).toBe('5 kVA, 480 V - 120/240 V 1ph, 4 %Z, 8 ways')
      expect(short_circuit_ka).toBeGreaterThan(0.75)
      expect(short_circuit_ka).toBeLessThan(0.845)
      expect(way(typical, 'W-REC-1').power?.short_circuit_ka).toBe(short_circuit_ka)
    }
  })

  test('each leg of the panel carries no more than its main', () => {
    // 5 kVA / 240 V = 20.8 A; 125 % is 26 A, standard rating below 25 A (NEC Table 450.3(B))
    for (const typical of typicals) {
      const panel = typical.equipment.find(({ device }) => device === 'LP')!
      expect([panel.transformer, panel.output]).toEqual([
        'LP.T1',
        { breaker: 'LP.Q1', rated_a: 25, poles: 2, interrupting_ka: 10, bus_a: 100, battery_breaker: null },
      ])
      const ways = typical.connections.filter(({ from }) => from.device === 'LP')
      const onLeg = (leg: string): number =>
        ways.reduce((sum, { power }) => sum + (power?.leg === leg ? power.design_current_a : 0), 0)
      expect(ways.map((c) => [c.connection_id, c.power?.leg])).toEqual([
        ['W-LTG', 'L1'],
        ['W-REC-1', 'L1'],
        ['W-REC-2', 'L2'],
        ['W-SEC', 'L2'],
      ])
      expect([onLeg('L1'), onLeg('L2')]).toEqual([20, 20])
    }
  })

  test('way, transformer, main and panel have a tag each', () => {
    for (const typical of typicals) {
      const supply = way(typical, 'W-LP')
      const { device, transformer, output } = typical.equipment.find((one) => one.device === 'LP')!
      const tags = [supply.from.port.split('.').at(-1), device, transformer, output?.breaker]
      expect(tags).toEqual(['MPC', 'LP', 'LP.T1', 'LP.Q1'])
    }
  })

  test('the bill orders panel, six luminaires and two receptacles for each container', () => {
    for (const { kind } of typicals) {
      const { length } = site.modules.filter((module) => module.kind === kind)
      const ordered = (line: string): number =>
        site.items
          .filter((item) => item.module_kind === kind && item.item_id.endsWith(line))
          .reduce((sum, item) => sum + item.quantity, 0)
      expect(['-096', '-097', '-098'].map(ordered)).toEqual([length, 6 * length, 2 * length])
    }
  })
})
