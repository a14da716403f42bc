import type { SiteModel } from '@edp/schemas'
import { expect, test } from 'vitest'

import { gridSpec } from '../../test/grid-fixture.ts'
import { exampleSite, withBattery } from '../../test/site-fixture.ts'
import { bondingJumper, electrodeConductor } from './bonding-jumpers.ts'

const KCMIL = 0.5067

test.each([
  // NEC 2023 Table 250.102(C)(1): up to 1100 kcmil by the table, above it 12.5 % of the area.
  [5.26, '8'],
  [67.4, '4'],
  [250 * KCMIL, '2'],
  [500 * KCMIL, '1/0'],
  [1050 * KCMIL, '2/0'],
  [5 * 500 * KCMIL, '350 kcmil'],
  [7 * 500 * KCMIL, '500 kcmil'],
])('EL-EARTH-02: %f mm2 of phase conductors have a jumper of %s', (mm2, awg) => {
  expect(bondingJumper(mm2).awg).toBe(awg)
})

test('EL-EARTH-02: a jumper has the area of its size', () => {
  expect(bondingJumper(67.4)).toEqual({ awg: '4', mm2: 21.2 })
})

test.each([
  // NEC 2023 Table 250.66, copper
  [3.31, '8'],
  [33.6, '8'],
  [53.5, '6'],
  [67.4, '4'],
  [152, '2'],
  [500 * KCMIL, '1/0'],
  [1100 * KCMIL, '2/0'],
  [2500 * KCMIL, '3/0'],
])('EL-EARTH-04: %f mm2 of phase conductors have a grounding electrode conductor of %s AWG', (mm2, awg) => {
  expect(electrodeConductor(mm2).awg).toBe(awg)
})

test('a catalogue whose unit transformer has no neutral towards the ring has no conductor from it, and none is named', () => {
  const grid = gridSpec()
  const yard = grid.yard.map((unit) => ({ ...unit, ports: unit.ports.filter(({ id }) => id !== 'X0') }))
  const electrodesOf = (site: SiteModel) =>
    site.electrical.blocks.flatMap(({ transformers }) =>
      transformers.map((one) => one.electrode?.connection_id),
    )
  const neutrals = (site: SiteModel) => site.connections.filter(({ from }) => from.slot === 'X0').length
  const [with_it, without] = [
    exampleSite(withBattery(4)),
    exampleSite(withBattery(4), { grid: { ...grid, yard } }),
  ]
  expect([electrodesOf(with_it), neutrals(with_it)]).toEqual([['G-T01-SITE-X0'], 1])
  expect([electrodesOf(without), neutrals(without)]).toEqual([[undefined], 0])
})

test('EL-EARTH-04: the conductor of a transformer of the customer is named by its size, in the working and in the bill too', () => {
  const { electrical, basis, items } = exampleSite({ bess_coupling: 'none' })
  const [transformer] = electrical.blocks.flatMap(({ transformers }) => transformers)
  // Table 250.66: 2/0 to 350 kcmil of a phase
  expect(transformer?.electrode).toEqual({ connection_id: null, size_awg: '2' })
  expect(basis.find(({ rule_id }) => rule_id === 'EL-EARTH-04')).toMatchObject({
    value: '2',
    inputs: { cable: transformer?.required_cables?.secondary },
  })
  const jumper = items.find(({ item_id }) => item_id === 'bonding-jumper-1')
  expect([jumper?.scope, jumper?.rating]).toEqual(['by_others', '2 AWG, electrode conductor 2 AWG'])
})
