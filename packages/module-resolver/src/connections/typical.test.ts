import { expect, test } from 'vitest'

import { exampleSite } from '../../test/site-fixture.ts'

const typical = (climate: 'temperate' | 'subarctic' = 'temperate') =>
  exampleSite({ target_gpu_count: 168, climate_zone: climate }).typicals[0]!
const byId = (id: string) => typical().connections.find((c) => c.connection_id === id)!

test('a typical names its modules and writes its repetitions out', () => {
  expect(typical()).toMatchObject({ kind: 'compute_container', modules_count: 2, designations: 'C02..C03' })
  expect(typical().connections.map((c) => c.connection_id)).toEqual([
    'W-PA',
    'W-AU1',
    'W-AU2',
    'W-AU3',
    'H-FS',
    'H-N1',
  ])
  expect(byId('W-AU2')).toMatchObject({
    from: { port: 'MDP.OUT2' },
    to: { port: 'air-02.P', module_id: '*' },
  })
})

test('a connection to a port that the climate removes goes with it', () => {
  const ids = (climate: 'temperate' | 'subarctic') => typical(climate).connections.map((c) => c.connection_id)
  expect(ids('temperate')).not.toContain('W-TR')
  expect(ids('subarctic')).toContain('W-TR')
})

test('LE-INT-01: along the tray, times slack, with both tails, in half metres', () => {
  // |9700 - 1100| + |600 - 400| = 8.8 m; (2650 - 2250) + (2650 - 1000) = 2.05 m; x 1.1 + 1.0 = 12.94 m
  expect(byId('W-AU1').length).toMatchObject({ route_m: 8.8, rise_m: 2.1, termination_m: 1, cut_m: 13 })
})

test('single conductors of one circuit are one set, and their ampacity is that of one conductor', () => {
  expect(byId('W-PA')).toMatchObject({
    quantity: 1,
    cable: { cables_per_set_count: 4, sets_count: 1, size_awg: '4/0' },
  })
  expect(byId('W-PA').power).toMatchObject({ ampacity_derated_a: 230, utilisation_pct: 74.1 })
})

test('the insulation is what the catalogue states, 600 V of power cables where it states nothing', () => {
  expect(byId('W-PA').cable).toMatchObject({ type: 'XHHW-2 Cu', voltage_rating_v: 1000 })
  expect(byId('W-AU1').cable?.voltage_rating_v).toBe(600)
})

test('hoses carry the flow of their loop: mains all of it, a node a seventh', () => {
  const cooling = exampleSite().cooling
  expect(byId('H-FS')).toMatchObject({
    hose: { fluid: cooling.facility_coolant.name },
    flow: { flow_lpm: cooling.facility_flow_lpm },
  })
  expect(byId('H-N1').hose).toMatchObject({ fluid: 'PG25', dry_break: false })
  expect(byId('H-N1').flow?.flow_lpm).toBeCloseTo(cooling.technology_flow_lpm / 7, 1)
})
