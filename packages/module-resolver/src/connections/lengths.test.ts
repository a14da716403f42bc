import { expect, test } from 'vitest'

import { exampleSite } from '../../test/site-fixture.ts'
import { cableLength, fibreLength, onPlan, trunkLength } from './lengths.ts'

test.each([
  ['C01', 8, 20],
  ['C02', 14, 27],
  ['C04', 26, 40],
  ['C08', 50, 66],
  ['C09', 29, 43],
  ['C16', 71, 90],
  ['C32', 113, 136],
])('LE-CABLE-01: %s has a route of %i m and is cut at %i m', (designation, route, cut) => {
  const site = exampleSite({ target_gpu_count: 1792, source_capacity_mw: 10 })
  const feeder = site.connections.find((c) => c.connection_id === `PL-S01-${designation}-A01`)
  expect([feeder?.length.route_m, feeder?.length.cut_m]).toEqual([route, cut])
})

test('LE-CABLE-01: a length that comes out even is not rounded up by a rounding error', () => {
  expect(cableLength(onPlan(0)).cut_m).toBe(11)
  expect(cableLength(onPlan(90)).cut_m).toBe(110)
})

test.each([
  [1, 15],
  [14, 30],
  [50, 100],
  [80, 150],
])('LE-FIBRE-01: a route of %i m is ordered as %i m', (route, cut) => {
  expect(fibreLength(onPlan(route)).cut_m).toBe(cut)
})

test.each([
  [1, 15],
  [14, 30],
  [31, 50],
  [32, 60],
  [50, 80],
  [80, 110],
])('LE-FIBRE-02: a trunk over a route of %i m is made up to %i m', (route, cut) => {
  expect(trunkLength(onPlan(route)).cut_m).toBe(cut)
})
