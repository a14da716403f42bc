import { expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample } from '../src/index.ts'

/** Conductors of the secondary of the spine racks with their earth, and the jumper of their transformer, of a site. */
function spineSecondary(name: (typeof EXAMPLE_NAMES)[number]): (string | number | null | undefined)[] {
  const typical = engineerExample(name).typicals.find(({ equipment }) =>
    equipment.some(({ device }) => device === 'TX2'),
  )
  const cable = typical?.connections.find((c) => c.connection_id === 'W-SP')?.cable
  const jumper = typical?.equipment.find(({ device }) => device === 'TX2')?.neutral_earthing
  return [cable?.cables_per_set_count, cable?.size_awg, cable?.earth_size_awg, jumper]
}

test.each([
  // NEC 2023 Table 250.102(C)(1): 2 AWG or smaller asks for 8 AWG, 2/0 AWG for 4 AWG; the mains would ask for 10 and 6 AWG.
  ['commercial_dc_int', '2/0', '4'],
  ['commercial_ac', '6', '8'],
  ['dod_no_bess', '10', '8'],
] as const)(
  '%s: secondary and neutral bond of TX2 have one jumper, by the conductors as built',
  (name, phase, jumper) => {
    expect(spineSecondary(name)).toEqual([4, phase, jumper, `X0 earthed, jumper ${jumper} AWG`])
  },
)

test('every example: the supply-side bonding jumper is the system bonding jumper', () => {
  for (const name of EXAMPLE_NAMES) {
    const [, , earth, jumper] = spineSecondary(name)
    if (jumper !== undefined) expect([name, jumper]).toEqual([name, `X0 earthed, jumper ${earth} AWG`])
  }
})
