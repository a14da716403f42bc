import type { Connection, Typical } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample } from '../src/index.ts'

const CONTAINERS = ['compute_container', 'grid_container'] as const
type Kind = (typeof CONTAINERS)[number]
/** The panel of a grid container feeds PDU B of the core rack too, 12 A between both legs. */
const SIZES = {
  compute_container: {
    kva: 5,
    current_a: 10.4,
    trip_a: 15,
    awg: '12',
    main_a: 25,
    leg_a: 20,
    ka: [0.75, 0.845],
  },
  grid_container: { kva: 10, current_a: 20.8, trip_a: 30, awg: '10', main_a: 50, leg_a: 32, ka: [1.5, 1.69] },
} as const satisfies Record<Kind, object>
const way = ({ connections }: Typical, id: string): Connection =>
  connections.find((c) => c.connection_id === id)!

describe.each(EXAMPLE_NAMES)('%s: light and receptacles', (name) => {
  const site = engineerExample(name)
  const typicals = site.typicals.filter(({ kind }) => CONTAINERS.some((one) => one === kind))

  test('each kind of container has a panel of 120 V behind a transformer between two phases', () => {
    expect(typicals.length).toBeGreaterThan(0)
    for (const typical of typicals) {
      // 5 kVA / 480 V = 10.4 A; 125 % is 13 A, next standard rating 15 A (NEC 450.3(B)); no neutral, so two poles (240.15(B))
      // 10 kVA: 20.8 A; 26 A, 30 A
      const { current_a, trip_a, awg } = SIZES[typical.kind as Kind]
      expect(way(typical, 'W-LP').power).toMatchObject({
        voltage_v: 480,
        phases: '1ph',
        design_current_a: current_a,
        protection_a: trip_a,
        protection_poles: 2,
      })
      expect(way(typical, 'W-LP').cable).toMatchObject({ cores_count: 2, neutrals_count: 0, size_awg: awg })
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
    // 20.8 A x 1.5 / (0.925 x 0.04) = 844 A behind an infinite source, twice that of 10 kVA
    for (const typical of typicals) {
      const { short_circuit_ka, rating } = typical.equipment.find(({ device }) => device === 'LP')!
      const { kva, ka } = SIZES[typical.kind as Kind]
      expect(rating).toBe(`${kva} kVA, 480 V - 120/240 V 1ph, 4 %Z, 8 ways`)
      expect(short_circuit_ka).toBeGreaterThan(ka[0])
      expect(short_circuit_ka).toBeLessThan(ka[1])
      expect(way(typical, 'W-REC-1').power?.short_circuit_ka).toBe(short_circuit_ka)
    }
  })

  test('each leg of the panel carries no more than its main', () => {
    // 5 kVA / 240 V = 20.8 A; 125 % is 26 A, standard rating below 25 A (NEC Table 450.3(B)); 10 kVA 41.7 A, 52 A, 50 A
    for (const typical of typicals) {
      const panel = typical.equipment.find(({ device }) => device === 'LP')!
      expect([panel.transformer, panel.output]).toEqual([
        'LP.T1',
        {
          breaker: 'LP.Q1',
          rated_a: SIZES[typical.kind as Kind].main_a,
          poles: 2,
          interrupting_ka: 10,
          bus_a: 100,
          battery_breaker: null,
        },
      ])
      const ways = typical.connections.filter(({ from }) => from.device === 'LP')
      const onLeg = (leg: string): number =>
        ways.reduce(
          (sum, { power }) => sum + (power?.leg === leg || power?.leg === null ? power.design_current_a : 0),
          0,
        )
      const { leg_a, main_a } = SIZES[typical.kind as Kind]
      expect(ways.map((c) => [c.connection_id, c.power?.leg])).toEqual([
        ['W-LTG', 'L1'],
        ['W-REC-1', 'L1'],
        ['W-REC-2', 'L2'],
        ['W-SEC', 'L2'],
        ...(typical.kind === 'grid_container' ? [['W-EMSB', null]] : []),
      ])
      expect([onLeg('L1'), onLeg('L2')]).toEqual([leg_a, leg_a])
      expect(leg_a).toBeLessThanOrEqual(main_a)
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
