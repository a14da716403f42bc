import { expect, test } from 'vitest'

import { exampleSite, withBattery } from '../../test/site-fixture.ts'

const offOf = (containers: number) => {
  const [block] = exampleSite({ target_gpu_count: containers * 56, ...withBattery(4) }).electrical.blocks
  return block?.emergency_off ?? null
}

test.each([
  // containers, relays of four contacts, modules of ten inputs
  [1, 1, 1],
  [4, 1, 1],
  [5, 2, 1],
  [8, 2, 2],
  [32, 8, 7],
])('EL-EPO-01: %i containers take %i relays 86EX and %i monitor modules', (containers, relays, modules) => {
  const off = offOf(containers)
  expect([off?.auxiliary.containers_count, off?.auxiliary.relays_count]).toEqual([containers, relays])
  expect([off?.monitor.inputs_count, off?.monitor.modules_count]).toEqual([2 * containers, modules])
})

test('EL-EPO-01: each battery unit has a monitor module at its skid', () => {
  expect(offOf(8)?.monitor.skids).toEqual({ units_count: 2, inputs_per_module_count: 2, modules_count: 2 })
})

test('EL-EPO-01: it opens every source and collector, and keeps the earthing transformer from closing too', () => {
  const off = offOf(8)
  expect(off?.opens).toEqual(['52-U1', '52-G1', '52-B1'])
  expect(off?.blocks).toEqual(['52-U1', '52-G1', '52-B1', '52-ET1'])
})

test('EL-EPO-01: the switchgear of others has its own', () => {
  const [block] = exampleSite({}).electrical.blocks
  expect([block?.mv_bus?.scope, block?.emergency_off]).toEqual(['by_others', null])
})
