import type { Basis } from '@edp/schemas'

import type { BasisInput } from './design-basis.ts'

/** Working of the fabric's optic; none where no fabric leaves a container. */
export function fabricBasis({ network }: BasisInput): Basis[] {
  const { optic, spines_count } = network.fabric
  if (spines_count === 0) return []
  return [
    {
      rule_id: 'NE-OPTIC-01',
      quantity: 'Reach of the single-mode optics',
      applies_to: 'compute fabric',
      value: optic.reach_m,
      unit: 'm',
      formula: `least of 100 and 500 m that holds the longest channel: ${optic.longest_channel}`,
      inputs: { longest_channel_m: optic.longest_channel_m },
      source: 'product specifications MMS4X00-NS and MMS4X00-NM, NVIDIA; patch cords: assumption',
    },
  ]
}
