import type { Connection, NetworkNode, Primitive } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import type { PanelRow } from './block-panel.ts'
import type { CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { NODE_X } from './far-node.ts'

/** From the edge of the box to the number of the cable inside, and beside a symbol to what is said of it, mm. */
const CABLE_X = 20
const TEXT_X = 10

/** Trunks of the compute fabric in the box at the far end: each to its leaf, or to the spines that stand in a container there. */
export function fabricItems(
  { site }: CommsSite,
  rows: readonly PanelRow[],
  nodes: readonly NetworkNode[],
  x: number,
  key: string,
): Primitive[] {
  const leaves = nodes.filter((node) => node.kind === 'leaf')
  const paths = ['A', 'B'] as const
  return rows.flatMap((row): Primitive[] => {
    const { system, to_spines, far_designations, cables } = row.group
    const inside =
      site.typicals.find(({ module_ids }) => module_ids.includes(cables[0]?.to.module_id ?? ''))
        ?.connections ?? []
    if (to_spines) {
      const spine = nodes.find((node) => node.kind === 'spine')
      const [frame] = inside.filter((c) => c.from.port === cables[0]?.to.port)
      const text = `SPN over ${frame?.to.device ?? 'ODF'} in ${far_designations}: ${frame?.quantity ?? 0} links of the other containers`
      return spine === undefined
        ? []
        : at(row, spine, text, frame?.connection_id ?? '', `${key}/${row.group.far_slot}/spines`)
    }
    const leaf = leaves[paths.findIndex((path) => path === system)]
    if (leaf === undefined) return []
    return at(
      row,
      leaf,
      `${leaf.tag}, ${leaf.description}`,
      innerCable(inside, row, leaf.tag),
      `${key}/${leaf.tag}`,
    )
  })

  function at({ y }: PanelRow, node: NetworkNode, text: string, cable: string, net: string): Primitive[] {
    return [
      PENS.fabric.line([x, y], [x + NODE_X - 7.5, y], { net }),
      PENS.text.text([x + CABLE_X, y + 1.2], TEXT.data, cable, { net }),
      PENS.equipment.use(NODE_SYMBOL[node.kind], [x + NODE_X, y], {
        net,
        id: net,
        // The spines stand behind several trunks, each drawn with them.
        attributes: {
          TAG: node.tag,
          RATING: node.ports,
          MODULE_ID: node.kind === 'spine' ? net : key,
        },
      }),
      PENS.tags.text([x + NODE_X + TEXT_X, y], TEXT.data, text, { valign: 'middle' }),
    ]
  }
}

/** Number of the cable inside the module from the plate to a piece of equipment. */
export function innerCable(inside: readonly Connection[], { group }: PanelRow, tag: string): string {
  const port = group.cables[0]?.to.port ?? ''
  return (
    inside.find((c) => joins(c, tag, 'CG') && [c.from.port, c.to.port].includes(port))?.connection_id ?? ''
  )
}

/** Whether a cable joins two pieces of equipment. */
export function joins({ from, to }: Connection, a: string, b: string): boolean {
  return (from.device === a && to.device === b) || (from.device === b && to.device === a)
}
