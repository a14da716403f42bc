import type { Connection, Electrical } from '@edp/schemas'

import { conductorOf } from './conductor-table.ts'
import { earthingOfArea } from './earthing-conductors.ts'

/** Square millimetres of a kcmil. */
const KCMIL_MM2 = 0.5067

/** Ungrounded conductor up to this area, kcmil, and the copper conductor. Source: NEC 2023 Table 250.102(C)(1), Table 250.66. */
const JUMPERS: readonly (readonly [upToKcmil: number, awg: string])[] = [
  [66.4, '8'],
  [105.6, '6'],
  [167.8, '4'],
  [350, '2'],
  [600, '1/0'],
  [1100, '2/0'],
]

/** Above the table, share of the area of the ungrounded conductors. Source: NEC 2023 Table 250.102(C)(1), note 1. */
const SHARE = 0.125

/**
 * Bonding jumper of a separately derived system beside ungrounded conductors of an area, all sets of a phase together: the system
 * bonding jumper at its neutral, and the supply-side one up to its first overcurrent device (NEC 2023, 250.30(A)(1) and (2)).
 */
export function bondingJumper(phaseMm2: number): { readonly awg: string; readonly mm2: number } {
  const row = JUMPERS.find(([upTo]) => phaseMm2 / KCMIL_MM2 <= upTo)
  return row === undefined ? earthingOfArea(phaseMm2 * SHARE) : { awg: row[1], mm2: conductorOf(row[1]).mm2 }
}

/** Above 1100 kcmil, and of a conductor that several systems share. Source: NEC 2023 Table 250.66 and 250.30(A)(6)(a), copper. */
export const LARGEST_ELECTRODE_AWG = '3/0'

/**
 * Grounding electrode conductor of a separately derived system beside ungrounded conductors of an area. Source: NEC 2023, 250.30(A)(5)
 * and Table 250.66, whose rows up to 1100 kcmil are those of Table 250.102(C)(1).
 */
export function electrodeConductor(phaseMm2: number): { readonly awg: string; readonly mm2: number } {
  const row = JUMPERS.find(([upTo]) => phaseMm2 / KCMIL_MM2 <= upTo)
  const awg = row?.[1] ?? LARGEST_ELECTRODE_AWG
  return { awg, mm2: conductorOf(awg).mm2 }
}

/** Terminal of an earthed neutral: `TX1.X0` in a container, slot `X0` of a unit transformer towards the ring. */
export const NEUTRAL = 'X0'

/**
 * The design with the bonding jumper and the grounding electrode conductor of every transformer, which follow from its secondary cable
 * (NEC 2023, 250.30(A)(1) and (5)).
 */
export function withBondingJumpers(electrical: Electrical, connections: readonly Connection[]): Electrical {
  const cables = new Map(connections.map((c) => [c.connection_id, c.cable]))
  const electrodes = new Map(
    connections.flatMap((c) => (c.from.slot === NEUTRAL ? [[c.from.module_id, c] as const] : [])),
  )
  return {
    ...electrical,
    blocks: electrical.blocks.map((block) => ({
      ...block,
      transformers: block.transformers.map((transformer) => {
        const cable = cables.get(transformer.secondary_connection_id ?? '')
        const electrode = electrodes.get(transformer.module_id)
        return cable?.size_mm2 == null
          ? transformer
          : {
              ...transformer,
              bonding_jumper_awg: bondingJumper(cable.size_mm2 * cable.sets_count).awg,
              electrode:
                electrode?.cable?.size_awg == null
                  ? null
                  : { connection_id: electrode.connection_id, size_awg: electrode.cable.size_awg },
            }
      }),
    })),
  }
}
