import type { Block, Finding, OtRing } from '@edp/schemas'

import { finding } from '../findings/checks.ts'
import { counted } from '../findings/counted.ts'
import { RINGS_MAX } from './ot-rings.ts'

/** Ports of an OT core switch, of which there are two, A and B. Source: equipment list of this design. */
export const CORE_PORTS = { grid: 48, hosted: 24 } as const
/**
 * Ports of a core switch that its own rack takes: firewall 1, EMS pair 2, clock and jump host 2, access switch 1, out-of-band switch 1,
 * the other core switch 2.
 */
const RACK_PORTS = 9
/** What the design asks of a core beyond its ports or fibres. */
export function coreFindings(
  blocks: readonly Block[],
  rings: readonly OtRing[],
  has_grid: boolean,
  host_module_id: string,
): Finding[] {
  if (!has_grid) return ringFindings(rings, host_module_id)
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

/** Rings that the fibres of the only core do not carry, with what their containers need. */
function ringFindings(rings: readonly OtRing[], host_module_id: string): Finding[] {
  const left = rings.filter(({ core_channel }) => core_channel === null)
  const [first, last] = [left[0], left.at(-1)]
  if (first === undefined || last === undefined) return []
  const containers = left.flatMap(({ module_ids }) => module_ids).length
  const blocks = new Set(left.map(({ block_id }) => block_id)).size
  const names = first === last ? first.ring_id : `${first.ring_id} to ${last.ring_id}`
  return [
    finding(
      'NET-004',
      `${rings.length} rings of container switches ask for a way to the core, its two fibre cables carry ${RINGS_MAX}: the ${containers} containers of ${names} have none. Design and order a core of its own for their ${counted(blocks, 'block')}, in the first container of each as in the first of the site, joined to the others over the firewall pairs.`,
      [host_module_id],
      { rings: rings.length, rings_max: RINGS_MAX, containers_without: containers, blocks },
    ),
  ]
}
