import type { BlockElectrical } from '@edp/schemas'

import { RELAY_BURDEN_OHM } from './instrument-transformers.ts'

/** How the design is meant to be operated, as far as the blocks have what a sentence is about. Source: design choices. */
export function operationOf(blocks: readonly BlockElectrical[]): string[] {
  const has = (what: (block: BlockElectrical) => boolean): boolean => blocks.some(what)
  const rules: readonly (readonly [boolean, string])[] = [
    [
      true,
      'Feeders A and B of a compute container are each sized for its whole load; their loads are not added. Its transfer switches the neutral with the phases (4P): each transformer has one neutral bond, and neutrals are never in parallel.',
    ],
    [
      has((block) => block.bus_ties.length > 0),
      'Bus ties are open in normal operation and interlocked so that two transformers never run in parallel.',
    ],
    [
      has((block) => block.supplies.some((supply) => supply.export_kva > 0)),
      'What a block sends to the utility is held by the EMS to the export shown at the utility, whatever battery and on-site source could give together.',
    ],
    [
      has((block) => block.supplies.some((supply) => supply.breaker.functions.includes('32R'))),
      'The utility takes no power: 32R opens its breaker.',
    ],
    [
      has((block) => block.earthing_transformer !== null),
      'While the battery feeds a medium-voltage bus alone, the earthing transformer is its earth source; an earth fault there opens the battery collectors (51G, 59N).',
    ],
    [
      has((block) => block.transformers.length > 0),
      'Temperature (26, second stage) and pressure (63) of a transformer trip through its lock-out 86; their first stages and 49 warn.',
    ],
    [
      true,
      `Relay cores of current transformers give the symmetrical short-circuit current of their bus to a burden of ${RELAY_BURDEN_OHM} ohm without saturating; relay maker and coordination study confirm burden and class.`,
    ],
  ]
  return rules.flatMap(([holds, rule]) => (holds ? [rule] : []))
}
