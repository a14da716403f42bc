import type { Connection, NetworkNode, Primitive } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import type { PanelRow } from './block-panel.ts'
import { insideOf, type CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { NODE_X } from './far-node.ts'

/** From the edge of the box to the number of the cable inside, and beside a symbol to what is said of it, mm. */
const CABLE_X = 20
const TEXT_X = 10

/** Trunks of the compute fabric in the box at the far end, each to its leaf. */
export function fabricItems(
  comms: CommsSite,
  rows: readonly PanelRow[],
  nodes: readonly NetworkNode[],
  x: number,
  key: string,
): Primitive[] {
  const leaves = nodes.filter((node) => node.kind === 'leaf')
  const paths = ['A', 'B'] as const
  return rows.flatMap((row): Primitive[] => {
    const { system, cables } = row.group
    const { y } = row
    const inside = insideOf(comms, cables[0]?.to.module_id ?? '')
    const leaf = leaves[paths.findIndex((path) => path === system)]
    if (leaf === undefined) return []
    const net = `${key}/${leaf.tag}`
    return [
      PENS.fabric.line([x, y], [x + NODE_X - 7.5, y], { net }),
      PENS.text.text([x + CABLE_X, y + 1.2], TEXT.data, innerNumber(inside, row), { net }),
      PENS.equipment.use(NODE_SYMBOL[leaf.kind], [x + NODE_X, y], {
        net,
        id: net,
        attributes: { TAG: leaf.tag, RATING: leaf.ports, MODULE_ID: key },
      }),
      PENS.tags.text([x + NODE_X + TEXT_X, y], TEXT.data, `${leaf.tag}, ${leaf.description}`, {
        valign: 'middle',
      }),
    ]
  })
}

/** The cable inside the module that leads on from where a trunk ends on the plate. */
export function innerCable(inside: readonly Connection[], { group }: PanelRow): Connection | undefined {
  const port = group.cables[0]?.to.port ?? ''
  return inside.find((c) => [c.from.port, c.to.port].includes(port))
}

/** Its number; empty where none leads on. */
export function innerNumber(inside: readonly Connection[], row: PanelRow): string {
  return innerCable(inside, row)?.connection_id ?? ''
}

/** The same for a fibre of the OT network, with the panel on which that cable ends. */
export function innerFibre(inside: readonly Connection[], row: PanelRow): string {
  const cable = innerCable(inside, row)
  return cable === undefined ? '' : `${cable.connection_id} ${cable.from.device}`
}

/** Whether a cable joins two pieces of equipment. */
export function joins({ from, to }: Connection, a: string, b: string): boolean {
  return (from.device === a && to.device === b) || (from.device === b && to.device === a)
}
