import type { Basis, BlockElectrical } from '@edp/schemas'

import { earthFaultSettings, earthFaultText } from '../electrical/earth-fault-settings.ts'
import { NEUTRAL_A } from '../electrical/neutral-current.ts'

/** Working of the pick-ups of what measures an earth fault of a block; nothing where no resistor limits the current. */
export function earthFaultBasis(block: BlockElectrical): Basis[] {
  const settings = earthFaultSettings([block])
  if (settings === null) return []
  return [
    {
      rule_id: 'EL-EARTH-05',
      quantity: 'Pick-ups of earth-fault functions',
      applies_to: block.block_id,
      value: earthFaultText(settings),
      unit: '',
      formula:
        'a fifth of the current that the neutral resistor lets flow; a share of the voltage between phase and earth',
      inputs: { neutral_a: NEUTRAL_A },
      source: 'IEEE C37.101 and IEEE 142 practice; shares: assumption, the study sets them',
    },
  ]
}
