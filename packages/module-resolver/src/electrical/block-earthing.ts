import type { BessUnitType } from '@edp/schemas'

import { isByOthers, modulesOf, type BlockInput } from './block-input.ts'
import { EARTH_RING } from './earth-ring.ts'
import { earthSourceNames } from './earth-sources.ts'
import { LV_V, MV_V, skidVoltage, wyeText } from './system-voltages.ts'

const RING = `ring of bare ${EARTH_RING.awg} AWG copper with rods at ${EARTH_RING.depth_m} m depth`

const EARTHING = {
  supply: `${wyeText(LV_V)} solidly earthed at each unit transformer, one neutral bond, mains and ties 4P; ${RING}, 5 ohm or less`,
  by_others: `${wyeText(LV_V)} solidly earthed at the customer transformers, one neutral bond, mains and ties 4P, BY OTHERS; ${RING}, 5 ohm or less`,
}

/** How a block is earthed, in words. */
export function blockEarthing(input: BlockInput): string {
  return `${EARTHING[isByOthers(input) ? 'by_others' : 'supply']}${earthingOfSources(input)}`
}

/** The winding of the skids is not earthed: its earth fault is detected. */
export function unearthedSkids(bess: BessUnitType): string {
  return `${skidVoltage(bess)} V of the battery skids unearthed (NEC 250.21)`
}

/** Supplies that may earth the bus. */
const EARTHING_SUPPLIES = [
  ['utility_supply', 'utility'],
  ['generator_supply', 'generator'],
  ['nuclear_supply', 'nuclear'],
] as const

/** How the skids, and the medium voltage while a battery feeds it, are earthed, and the battery's direct-current circuits. */
function earthingOfSources(input: BlockInput): string {
  const { bess, block } = input
  if (bess === null) return ''
  const others = earthSourceNames(
    EARTHING_SUPPLIES.flatMap(([module, kind]) => (modulesOf(input, module).length > 0 ? [kind] : [])),
  )
  const while_open = others.length === 0 ? '' : ` without ${others.join(' and ')}`
  const skids = `; ${unearthedSkids(bess)}, 64 alarms and trips`
  const island = `${skids}; ET${block.ordinal}, NGR${block.ordinal} earth ${MV_V / 1000} kV${while_open}`
  return bess.output === 'dc' ? `${island}; DC floating, 64D` : island
}
