import type { Connection, NetworkNode, Primitive } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import type { PanelRow } from './block-panel.ts'
import { PENS, TEXT } from './comms-style.ts'
import { innerCable, innerNumber, joins } from './far-fabric.ts'
import { nodeAt } from './far-node.ts'
import { PANEL_X } from './host-leads.ts'

/** From the left of a container: out-of-band switch, spines, frame and leaves, the turn before them, mm. */
const OOB_X = 12
const SPINE_X = 72
const FRAME_X = 127.5
const TURN_X = 100
const STEP_X = 147
const HALF = { width: 7.5, height: 5 } as const
/** From the spines down to the leaves beside them. */
export const LEAVES_DROP = 17

/** Where the spines stand below the switches of their container. */
export interface SpinePlace {
  readonly x: number
  readonly key: string
  readonly switch_y: number
  readonly spine_y: number
}

/** Spines in a container: over their frame the cables of the others, beside them the leaves, and the way to their management ports. */
export function spineItems(
  nodes: readonly NetworkNode[],
  inside: readonly Connection[],
  rows: readonly PanelRow[],
  place: SpinePlace,
): Primitive[] {
  const spine = nodes.find((node) => node.kind === 'spine')
  if (spine === undefined) return []
  const { x, key, spine_y: y } = place
  return [
    ...nodeAt(spine, [x + SPINE_X, y], key, ''),
    ...frameItems(inside, rows, place),
    ...leafItems(nodes, spine, inside, place),
    ...managementItems(nodes, spine, inside, place),
  ]
}

/** The frame that the cables of the other containers end on, and the cords from it to the spines. */
function frameItems(
  inside: readonly Connection[],
  rows: readonly PanelRow[],
  { x, key, spine_y: y }: SpinePlace,
): Primitive[] {
  const frames = rows.map((row) => innerCable(inside, row))
  const [first] = frames
  if (first === undefined) return []
  const links = frames.reduce((sum, cable) => sum + (cable?.quantity ?? 0), 0)
  const net = `${key}/frame`
  const frame = first.to.device
  return [
    PENS.equipment.use(NODE_SYMBOL.patch_panel, [x + FRAME_X, y], {
      id: net,
      net,
      attributes: { TAG: frame, RATING: '', MODULE_ID: key },
    }),
    PENS.tags.text([x + FRAME_X, y + 6.4], TEXT.data, frame, { halign: 'centre' }),
    PENS.fabric.line([x + SPINE_X + HALF.width, y], [x + FRAME_X - HALF.width, y], { net: `${net}/cords` }),
    PENS.text.text([x + SPINE_X + HALF.width + 2, y + 1.2], TEXT.data, `${links} cords`, {
      net: `${net}/cords`,
    }),
    ...rows.flatMap((row) => {
      const port_y = y + (row.y > y ? 2.5 : -2.5)
      return [
        PENS.fabric.path(
          [
            [x + PANEL_X.edge, row.y],
            [x + STEP_X, row.y],
            [x + STEP_X, port_y],
            [x + FRAME_X + HALF.width, port_y],
          ],
          { net: `${net}/${row.group.system ?? ''}` },
        ),
        PENS.text.text([x + STEP_X + 1, row.y + 1.2], TEXT.data, innerNumber(inside, row), {
          net: `${net}/${row.group.system ?? ''}`,
        }),
      ]
    }),
  ]
}

/** The leaves beside the spines on cords of their own. */
function leafItems(
  nodes: readonly NetworkNode[],
  spine: NetworkNode,
  inside: readonly Connection[],
  { x, key, spine_y: y }: SpinePlace,
): Primitive[] {
  const leaves = nodes.filter((node) => node.kind === 'leaf')
  const [leaf] = leaves
  if (leaf === undefined) return []
  const ids = leaves.flatMap(({ tag }) =>
    inside.filter((c) => c.service === 'fibre' && joins(c, tag, spine.tag)).map((c) => c.connection_id),
  )
  const tags = leaves.map((node) => node.tag).join(', ')
  const net = `${key}/leaves`
  const below = y - LEAVES_DROP
  return [
    PENS.fabric.path(
      [
        [x + SPINE_X + HALF.width, y - 2.5],
        [x + TURN_X, y - 2.5],
        [x + TURN_X, below],
        [x + FRAME_X - HALF.width, below],
      ],
      { net },
    ),
    PENS.text.text([x + TURN_X - 1.5, below + 1.2], TEXT.data, ids.join(', '), { halign: 'right', net }),
    PENS.equipment.use(NODE_SYMBOL[leaf.kind], [x + FRAME_X, below], {
      id: net,
      net,
      attributes: { TAG: tags, RATING: leaf.ports, MODULE_ID: key },
    }),
    PENS.tags.text([x + FRAME_X + 10, below], TEXT.data, tags, { valign: 'middle' }),
  ]
}

/** Management ports of the spines on the switch that has them, which may be a second one beside them. */
function managementItems(
  nodes: readonly NetworkNode[],
  spine: NetworkNode,
  inside: readonly Connection[],
  { x, key, switch_y, spine_y: y }: SpinePlace,
): Primitive[] {
  const lead = inside.find((c) => c.service === 'copper' && c.from.device === spine.tag)
  if (lead === undefined) return []
  const [first, ...further] = nodes.filter((node) => node.kind === 'oob_switch')
  const own = further.find((node) => node.tag === lead.to.device)
  const net = `${key}/${spine.tag}/management`
  const from_x = own === undefined ? x + OOB_X : x + OOB_X + HALF.width
  const text = `${lead.quantity === 1 ? '' : `${lead.quantity} x `}${lead.connection_id}`
  const up = [
    [x + OOB_X, switch_y - HALF.height],
    [x + OOB_X, own === undefined ? y : y + HALF.height],
  ] as const
  return [
    PENS.copper.path(own === undefined ? [...up, [x + SPINE_X - HALF.width, y]] : up, {
      net: own === undefined ? net : `${net}/up`,
    }),
    ...(own === undefined
      ? []
      : [
          PENS.copper.line([from_x, y], [x + SPINE_X - HALF.width, y], { net }),
          ...nodeAt(own, [x + OOB_X, y], key, '').filter((item) => item.kind === 'use'),
          PENS.tags.text([x + OOB_X, y - HALF.height - 4], TEXT.data, own.tag, { halign: 'centre' }),
          PENS.text.text(
            [x + OOB_X + 1.5, (switch_y + y) / 2],
            TEXT.data,
            inside.find((c) => joins(c, own.tag, first?.tag ?? ''))?.connection_id ?? '',
            { valign: 'middle', net: `${net}/up` },
          ),
        ]),
    PENS.text.text([x + SPINE_X - HALF.width - 2, y + 1.2], TEXT.data, text, { halign: 'right', net }),
  ]
}
