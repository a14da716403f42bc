import { describe, expect, test } from 'vitest'

import { gridSpec } from '../../test/grid-fixture.ts'
import { BESS_UNITS, LG } from '../../test/bess-fixtures.ts'
import { exampleSite, withBattery } from '../../test/site-fixture.ts'
import { dcCurrent, dcFuse } from '../electrical/bess-branches.ts'
import { fullLoadCurrent } from '../electrical/transformers.ts'
import { converterKva } from './size-bess.ts'

describe('BE-UNITS-01: units are capacity over unit energy, rounded up', () => {
  test.each([
    [0.1, 1],
    [3.854, 1],
    [3.855, 2],
    // Not a third unit for a rounding error of the division.
    [7.708, 2],
    [385.4, 100],
  ])('%s MWh: %i units of 3.854 MWh', (mwh, units) => {
    const { bess } = exampleSite(withBattery(mwh))
    expect(bess?.units_count).toBe(units)
    expect(bess?.installed_mwh).toBeCloseTo(units * 3.854, 3)
  })
})

test('BE-SKID-01: a unit of 1,927 kW takes 2,318 A at 480 V', () => {
  expect(Math.round(fullLoadCurrent(BESS_UNITS.ac.power_kw, 480))).toBe(2318)
  expect(exampleSite(withBattery(3)).electrical.blocks[0]?.bess_branches[0]?.units[0]?.ac_current_a).toBe(
    2317.8,
  )
})

test('NEC 705.28: breaker and cable of a skid take the rated output of the converter, not the power of the battery', () => {
  const { electrical, connections } = exampleSite(withBattery(3))
  const unit = electrical.blocks[0]?.bess_branches[0]?.units[0]
  const ratedA = fullLoadCurrent(unit?.pcs_kva ?? 0, 480)
  expect(ratedA).toBeGreaterThan(unit?.ac_current_a ?? Infinity)
  expect(unit?.ac_breaker.trip_a).toBe(Math.ceil(ratedA / 10) * 10)
  const cable = connections.find((c) => c.connection_id === unit?.power_connection_ids[0])
  expect(cable?.power?.ampacity_derated_a).toBeGreaterThanOrEqual(ratedA)
})

test.each([
  ['EnerC+', BESS_UNITS.dc, 1881, 376, 500],
  ['JF2 DC LINK 5.1', LG, 1111, 185, 250],
])(
  'BE-DC-01: %s at its lowest voltage: %i A, %i A in each rack circuit, fuses of %i A',
  (_, type, amps, circuit, fuse) => {
    expect(Math.floor(dcCurrent(type))).toBe(amps)
    expect(Math.round(dcCurrent(type) / type.rack_circuits_count)).toBe(circuit)
    expect(dcFuse(type)).toBe(fuse)
  },
)

test.each([
  ['temperate', BESS_UNITS.dc, 2500],
  ['arid_hot', BESS_UNITS.dc, 2500],
  ['temperate', LG, 1500],
  ['arid_hot', LG, 1500],
  ['tropical', { ...LG, power_kw: 940 }, 1000],
  // 940 kW x 1.05 = 987 kVA, at 50 degC 987 / 0.93 = 1,061 kVA.
  ['arid_hot', { ...LG, power_kw: 940 }, 1250],
] as const)('BE-PCS-01: %s: converter of %o is %i kVA', (zone, type, kva) => {
  expect(converterKva(type, zone)).toBe(kva)
})

describe('BE-DUR-01 and BE-CHARGE-01', () => {
  test('95 % of the energy lasts at site demand; charging takes what the source leaves', () => {
    const { bess, loads } = exampleSite({ ...withBattery(7.7), source_capacity_mw: 1 })
    expect(bess?.duration_h).toBeCloseTo((7708 * 0.95) / loads.site_kw, 2)
    expect(bess?.charge_power_kw).toBe(loads.source_margin_kw)
    expect(bess?.charge_h).toBeCloseTo((7708 * 0.95) / loads.source_margin_kw, 1)
  })

  test('the battery charges no faster than its own power, and not at all without margin', () => {
    expect(exampleSite({ ...withBattery(3), source_capacity_mw: 100 }).bess?.charge_power_kw).toBe(1927)
    expect(exampleSite({ ...withBattery(3), source_capacity_mw: 0.1 }).bess).toMatchObject({
      charge_power_kw: 0,
      charge_h: null,
    })
  })
})

test('a coupling that the catalogue has no product for names profile and output', () => {
  expect(() =>
    exampleSite(withBattery(3, 'dc_external_pcs'), { grid: gridSpec({ bess_units: [BESS_UNITS.ac] }) }),
  ).toThrow(/no battery unit with dc output for commercial_dc_ext/)
})
