import { expect, test } from 'vitest'

import { exampleSite, withBattery } from '../../test/site-fixture.ts'

const OUTPUTS = [
  ['ac_coupled', '480 V'],
  ['dc_external_pcs', '690 V'],
] as const

test.each(OUTPUTS)(
  '%s: the skids are unearthed at %s, said on every block and of the site',
  (coupling, voltage) => {
    const { electrical } = exampleSite(withBattery(4, coupling))
    const words = `${voltage} of the battery skids unearthed (NEC 250.21)`
    expect(electrical.earthing_system).toContain(words)
    for (const { earthing, bess_branches } of electrical.blocks) {
      expect(earthing).toContain(`${words}, 64 alarms and trips`)
      const units = bess_branches.flatMap((branch) => branch.units)
      expect(units.map((unit) => `${unit.ac_voltage_v} V`)).toEqual(units.map(() => voltage))
      expect(units.every((unit) => unit.ac_breaker.functions.includes('64'))).toBe(true)
    }
  },
)

test('a site without a battery has no skids to name; what is solidly earthed are its unit transformers', () => {
  const { electrical } = exampleSite({})
  expect(electrical.earthing_system).not.toMatch(/skid/)
  expect(electrical.blocks.map(({ earthing }) => earthing).join()).not.toMatch(/skid|each transformer/)
})
