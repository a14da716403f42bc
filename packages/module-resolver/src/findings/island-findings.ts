import type { BlockElectrical, Finding } from '@edp/schemas'

import { earthSourceNames } from '../electrical/earth-sources.ts'
import { finding } from './checks.ts'
import type { FindingsInput } from './findings-input.ts'
import { counted } from './counted.ts'

/**
 * A battery may feed the bus without utility or machine wherever there is one: the earthing transformer is then the only earth source, and
 * inverters give little more than their load current to a fault. Both rest on figures that a study has to confirm. Source:
 * IEEE 142, IEEE C62.92.6 practice.
 */
export function islandFindings({ electrical }: FindingsInput): Finding[] {
  const alone = electrical.blocks.filter((block) => block.earthing_transformer !== null)
  const island = alone[0]?.island
  return island == null
    ? []
    : [
        finding(
          'EL-012',
          `In ${counted(alone.length, 'block')} the bus ${alone.every(isIslandByDesign) ? 'normally runs' : 'may run'} ${withoutSources(alone)}: the earthing transformer earths it, faults are near the load current. Setting group ${island.setting_group} clears any fault within ${island.cleared_s} s; 52-KnnH, 52-T and 52-M need no restraint.`,
          alone.map((block) => block.earthing_transformer?.tag ?? block.block_id),
          {
            blocks: alone.length,
            cleared_s: island.cleared_s,
            neutral_a: Math.max(...alone.map((block) => block.earthing_transformer?.neutral_a ?? 0)),
          },
        ),
      ]
}

/** Without which sources: those that the blocks have. */
function withoutSources(blocks: readonly BlockElectrical[]): string {
  const names = earthSourceNames(blocks.flatMap(({ supplies }) => supplies.map(({ kind }) => kind)))
  return names.length === 0 ? 'from inverters alone' : `without ${names.join(' and ')}`
}

/** Whether every source that earths the bus stands open in normal operation. */
function isIslandByDesign({ supplies }: BlockElectrical): boolean {
  return supplies.every((supply) => supply.kind === 'solar' || supply.normally === 'open')
}
