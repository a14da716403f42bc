import type { Block, Finding, OtRing } from '@edp/schemas'

import { finding } from '../findings/checks.ts'
import { RINGS_MAX } from './ot-rings.ts'

/** Ports of an OT core switch, of which there are two, A and B. Source: equipment list of this design. */
export const CORE_PORTS = { grid: 48, hosted: 24 } as const
/**
 * Ports of a core switch that its own rack takes: firewall 1, EMS pair 2, clock and jump host 2, access switch 1, out-of-band switch 1,
 * the other core switch 2.
 */
export const RACK_PORTS = 9
/** What the design asks of a core beyond its ports or fibres. */
export function coreFindings(
  blocks: readonly Block[],
  rings: readonly OtRing[],
  has_grid: boolean,
  host_module_id: string,
): Finding[] {
  if (!has_grid)
    return rings.length <= RINGS_MAX
      ? []
      : [
          finding(
            'NET-004',
            `${rings.length} rings of container switches leave the core in the first container, its two fibre cables carry ${RINGS_MAX}: more fibres, or a core for each block, are to be designed.`,
            [host_module_id],
            { rings: rings.length, rings_max: RINGS_MAX },
          ),
        ]
  const needed = (block: Block): number =>
    block.compute_module_ids.length + block.bess_module_ids.length + RACK_PORTS
  const over = blocks.filter((block) => needed(block) > CORE_PORTS.grid)
  if (over.length === 0) return []
  const most = Math.max(...over.map(needed))
  return [
    finding(
      'NET-004',
      `An OT core switch needs up to ${most} ports, it has ${CORE_PORTS.grid}: a second pair, joined to the first, is to be designed for what is beyond. Bill and diagram have one pair.`,
      over.map((block) => block.grid_module_id),
      { ports_needed: most, ports: CORE_PORTS.grid },
    ),
  ]
}
