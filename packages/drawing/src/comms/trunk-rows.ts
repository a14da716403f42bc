import type { Connection, NetworkNode } from '@edp/schemas'

import { cableText } from './cable-text.ts'
import { cableLayer, isNetworkCable, WAY_OUT } from './comms-style.ts'
import { CABLE_TEXT, shortPort, type Found, type PanelRow } from './port-rows.ts'
import { cableNumbers } from './ranges.ts'
import { designationRange } from '../sheet/designation-range.ts'

/**
 * Cables between modules that end on a switch itself, by network and path; those to many modules as a range. One that reaches it over
 * a frame stands with the cable inside that leads there.
 */
export function trunkRows(
  node: NetworkNode,
  { comms, module, nodes, through }: Found,
  inside: readonly Connection[],
): PanelRow[] {
  const groups = new Map<string, { cables: Connection[]; far: string }>()
  for (const cable of comms.site.connections) {
    if (!isNetworkCable(cable) || through.has(cable.connection_id)) continue
    const outward = cable.from.module_id === module.module_id
    if (!outward && cable.to.module_id !== module.module_id) continue
    const [near, far] = outward ? [cable.from, cable.to] : [cable.to, cable.from]
    if (!belongs(cable, near.device, node, nodes)) continue
    const kind = comms.modules.get(far.module_id)?.kind ?? ''
    const key = [kind, cable.data?.network ?? '', cable.system ?? ''].join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { cables: [cable], far: far.designation })
    else group.cables.push(cable)
  }
  return [...groups.values()].flatMap(({ cables, far }): PanelRow[] => {
    const [first] = cables
    if (first === undefined) return []
    const near = first.from.module_id === module.module_id ? first.from : first.to
    const opposite = near === first.from ? first.to : first.from
    const further = inside.find((cable) => cable.from.port === near.port)
    // Long numbers leave their count to the name of the row.
    const ids = cableNumbers(
      cables.map((cable) => cable.connection_id),
      CABLE_TEXT,
    )
    return [
      {
        port:
          further === undefined ? shortPort(near.port) : `${further.to.device} ${shortPort(further.to.port)}`,
        cable_id: further === undefined ? ids : `${further.connection_id}, ${ids}`,
        layer: cableLayer(first),
        symbol: 'PLATE-PORT',
        name: `${further === undefined ? '' : `plate ${near.port} `}to ${far}${cables.length === 1 ? '' : ` and ${cables.length - 1} more`}`,
        lines: [
          cableText(comms, first),
          `${slotsText(cables.map(({ from, to }) => (from.module_id === module.module_id ? from : to)))}, far end ${opposite.device} ${opposite.port}`,
        ],
        device: null,
      },
    ]
  })
}

/** Plate and slots by which cables leave a module: each of them, those of a row as a range. */
function slotsText(ends: readonly Connection['from'][]): string {
  return [...new Set(ends.map(({ plate_id }) => plate_id))]
    .map((plate) => {
      const slots = [...new Set(ends.filter((end) => end.plate_id === plate).map(({ slot }) => slot ?? '-'))]
      return `plate ${plate ?? '-'} slot${slots.length === 1 ? '' : 's'} ${designationRange(slots)}`
    })
    .join(', ')
}

/** What cables between modules end on, with leads or cords from it to what they reach. */
const ENDS: readonly NetworkNode['kind'][] = ['patch_panel', 'distribution_frame']

/** Which equipment of a module a trunk ends on: the device that the cable names, or by its network. */
function belongs(
  cable: Connection,
  near_device: string,
  node: NetworkNode,
  nodes: readonly NetworkNode[],
): boolean {
  if (near_device === node.tag) return true
  // Cables that end on a fibre panel or a frame stand with it.
  if (nodes.some(({ kind, tag }) => ENDS.includes(kind) && tag === near_device)) return false
  const network = cable.data?.network ?? ''
  if (node.kind === 'router') return WAY_OUT.includes(network)
  return node.module_kind === 'bess_unit' && node.kind === 'ot_switch'
}
