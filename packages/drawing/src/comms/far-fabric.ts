import type { Connection, NetworkNode, Primitive, SiteModel } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import type { PanelRow } from './block-panel.ts'
import type { CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { NODE_X, stepItems } from './far-node.ts'

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
  const spines = spineItems(
    site,
    rows.filter(({ group }) => group.to_spines),
    nodes,
    x,
    key,
  )
  const items = rows.flatMap((row): Primitive[] => {
    const { system, to_spines, cables } = row.group
    const inside =
      site.typicals.find(({ module_ids }) => module_ids.includes(cables[0]?.to.module_id ?? ''))
        ?.connections ?? []
    if (to_spines) return []
    const leaf = leaves[paths.findIndex((path) => path === system)]
    if (leaf === undefined) return []
    return at(row, leaf, `${leaf.tag}, ${leaf.description}`, innerCable(inside, row), `${key}/${leaf.tag}`)
  })
  return [...items, ...spines]

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

/** Both paths to the spines in a container: over its frame they carry the links of the others. */
function spineItems(
  { typicals }: SiteModel,
  rows: readonly PanelRow[],
  nodes: readonly NetworkNode[],
  x: number,
  key: string,
): Primitive[] {
  const spine = nodes.find((node) => node.kind === 'spine')
  const [first] = rows
  if (spine === undefined || first === undefined) return []
  const host = first.group.cables[0]?.to.module_id ?? ''
  const inside = typicals.find(({ module_ids }) => module_ids.includes(host))?.connections ?? []
  const frames = rows.flatMap(({ group }) => inside.filter((c) => c.from.port === group.cables[0]?.to.port))
  const links = frames.reduce((sum, c) => sum + c.quantity, 0)
  const middle = rows.reduce((sum, row) => sum + row.y, 0) / rows.length
  return [
    ...rows.flatMap((row, index) =>
      stepItems(row, x, middle, PENS.fabric, `${key}/spines`, frames[index]?.connection_id ?? ''),
    ),
    PENS.equipment.use(NODE_SYMBOL.spine, [x + NODE_X, middle], {
      net: `${key}/spines`,
      id: `${key}/spines`,
      attributes: { TAG: spine.tag, RATING: spine.ports, MODULE_ID: key },
    }),
    PENS.tags.text(
      [x + NODE_X + TEXT_X, middle],
      TEXT.data,
      `${spine.tag} over ${frames[0]?.to.device ?? ''} in ${first.group.far_designations}: ${links} links of the other containers`,
      { valign: 'middle' },
    ),
  ]
}

/** Number of the cable inside the module that leads on from where a trunk ends on the plate. */
export function innerCable(inside: readonly Connection[], { group }: PanelRow): string {
  const port = group.cables[0]?.to.port ?? ''
  return inside.find((c) => [c.from.port, c.to.port].includes(port))?.connection_id ?? ''
}

/** Whether a cable joins two pieces of equipment. */
export function joins({ from, to }: Connection, a: string, b: string): boolean {
  return (from.device === a && to.device === b) || (from.device === b && to.device === a)
}
