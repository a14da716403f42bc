import type { BessUnitType, BlockElectrical } from '@edp/schemas'

import { unearthedSkids } from './block-earthing.ts'
import { earthSourceNames } from './earth-sources.ts'
import { LV_V, MV_V, wyeText } from './system-voltages.ts'

const EARTHS = { utility: 'the utility', machine: 'a rotating source' } as const

/** How a site is earthed, in words: low voltage, battery skids, and what earths the medium voltage there. */
export function earthingSystem(blocks: readonly BlockElectrical[], bess: BessUnitType | null): string {
  return [
    `TN-S, ${wyeText(LV_V)} solidly earthed`,
    ...(bess === null ? [] : [unearthedSkids(bess)]),
    `${MV_V / 1000} kV ${mediumVoltage(blocks)}`,
  ].join('; ')
}

/** A machine or a utility earths the bus itself; a solar plant and batteries do not. */
function mediumVoltage(blocks: readonly BlockElectrical[]): string {
  const names = earthSourceNames(blocks.flatMap(({ supplies }) => supplies.map(({ kind }) => kind)))
  const earthing = blocks.some((block) => block.earthing_transformer !== null)
  const resistor = 'an earthing transformer with neutral resistor'
  if (names.length === 0) return earthing ? `earthed by ${resistor}` : 'earthed by no source of the site'
  const sources = names.map((name) => EARTHS[name])
  const none = sources.length === 1 ? `${sources.join('')} does not feed it` : 'neither feeds it'
  return `earthed by ${sources.join(' or ')}${earthing ? `, by ${resistor} while ${none}` : ''}`
}
