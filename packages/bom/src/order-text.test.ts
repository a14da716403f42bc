import { expect, test } from 'vitest'

import { connection } from '../test/site-fixture.ts'
import { earthingOrder, orderSize, orderType, piecesOf, runsOf } from './order-text.ts'

const base = { connection_id: 'X', service: 'power_lv', from: 'G01', to: 'C02', cut_m: 20 } as const

test.each([
  [{ size_awg: '250', size_mm2: 127 }, '250 kcmil (127 mm2)'],
  [{ size_awg: '250 kcmil', size_mm2: 127 }, '250 kcmil (127 mm2)'],
  [{ size_awg: '4/0', size_mm2: 107.2 }, '4/0 AWG (107.2 mm2)'],
  [{ size_awg: '10', size_mm2: null }, '10 AWG'],
  [{ size_mm2: 5.26, cores_count: 4 }, '4 x 5.26 mm2'],
  [{ size_awg: '10', size_mm2: 5.26, cores_count: 3, earth_size_awg: '10' }, '3 x 10 AWG + 10 AWG E'],
  [{ size_mm2: 85 }, '85 mm2'],
  [{ cores_count: 8 }, '8 cores'],
  [{ fibres_count: 12 }, '12 fibres'],
  [{}, ''],
])('a cable of %j is ordered as %s', (cable, size) => {
  expect(orderSize(connection({ ...base, cable }))).toBe(size)
})

test('a hose is ordered by its bore', () => {
  const hose = connection({ ...base, service: 'coolant_supply', hose_dn: 50 })
  expect([orderType(hose), orderSize(hose), piecesOf(hose), runsOf(hose)]).toEqual([
    'EPDM hose',
    'DN50',
    1,
    1,
  ])
})

test('two rows of two sets of three singles: four runs, twelve pieces', () => {
  const feeder = connection({ ...base, quantity: 2, cable: { sets_count: 2, cables_per_set_count: 3 } })
  expect([runsOf(feeder), piecesOf(feeder)]).toEqual([4, 12])
})

test('an earthing conductor is ordered by its own size, and not at all where there is none', () => {
  expect(
    earthingOrder(connection({ ...base, cable: { earth_size_awg: '4', earth_size_mm2: 21.2 } }).cable)?.size,
  ).toBe('4 AWG (21.2 mm2)')
  expect(earthingOrder(connection(base).cable)).toBeNull()
})
