import type { Block, NetworkNode, Primitive } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import type { PanelRow } from './block-panel.ts'
import { cablesInside, PATCH } from './boundary-devices.ts'
import type { CommsSite } from './comms-site.ts'
import { cableLayer, PENS, TEXT } from './comms-style.ts'

/** From the left of a core to the upright lines that its trunk cables leave from, mm. */
export const STEM_X = 94
/** Between servers below each other, mm. */
export const SERVER_PITCH = 17
/** Least distance of switches below each other, mm. */
export const LEVEL = 26
/** From the edge of the box of a core to the middle of the first piece of equipment, mm. */
export const PAD = 11
const SWITCH_X = 72
const SERVER_X = 14
const BUS_X = 40
/** Half the distance of the two leads of a pair. */
const PAIR = 3

/** Equipment of the core of a block in the order of the panel. */
export interface Core {
  readonly router: NetworkNode | undefined
  readonly core: NetworkNode | undefined
  readonly spine: NetworkNode | undefined
  /** On the core switches, from the top; what only the jump host reaches comes after it. */
  readonly servers: readonly NetworkNode[]
  readonly behind: readonly NetworkNode[]
}

/** Where the equipment stands, and the trunk cables that leave it. */
interface EquipmentPlace {
  readonly x: number
  readonly top: number
  readonly rows: readonly PanelRow[]
}

/** Firewall pair, core switches, spines below each other with the cables that leave them; servers on the left. */
export function equipmentItems(
  comms: CommsSite,
  block: Block,
  core: Core,
  { x, top, rows }: EquipmentPlace,
): Primitive[] {
  const levels = [core.router, core.core, core.spine].filter((node) => node !== undefined)
  const ownRows = (node: NetworkNode): PanelRow[] =>
    rows.filter(
      ({ group }) =>
        group.near_device === node.tag ||
        (node.kind === 'spine' && !levels.some((n) => n.tag === group.near_device)),
    )
  let below = top
  const placed = levels.map((node) => {
    const own = ownRows(node)
    const ys = own.map((row) => row.y)
    const middle = ys.length === 0 ? below - PAD - 5 : (Math.max(...ys) + Math.min(...ys)) / 2
    const y = Math.min(middle, below - PAD)
    below = y - LEVEL + PAD
    return { node, y, own }
  })
  const core_y = placed.find(({ node }) => node.kind === 'core_switch')?.y ?? top
  const router = placed.find(({ node }) => node.kind === 'router')
  const key = block.block_id
  return [
    ...placed.flatMap(({ node, y, own }) => [
      ...nodeItems(node, key, [x + SWITCH_X, y], [x + SWITCH_X + PAIR + 1.5, y + 6.2]),
      ...stemItems(node, key, own, y, x),
    ]),
    ...(router === undefined
      ? []
      : [
          // Firewall A to core switch A, firewall B to core switch B.
          ...[-PAIR, PAIR].map((dx) =>
            PENS.copper.line([x + SWITCH_X + dx, router.y - 5], [x + SWITCH_X + dx, core_y + 5], {
              net: `${key}/${router.node.tag}/${dx}`,
            }),
          ),
          PENS.text.text(
            [x + SWITCH_X - PAIR - 2, (router.y + core_y) / 2],
            TEXT.data,
            cablesInside(comms, router.node),
            {
              halign: 'right',
              valign: 'middle',
            },
          ),
        ]),
    ...serverItems(core, key, x, top, core_y),
  ]
}

function nodeItems(
  node: NetworkNode,
  key: string,
  at: readonly [number, number],
  tag_at: readonly [number, number],
  rotation_deg?: 90,
): Primitive[] {
  return [
    PENS.equipment.use(NODE_SYMBOL[node.kind], at, {
      id: `${key}/${node.tag}`,
      attributes: { TAG: node.tag, RATING: node.ports, MODULE_ID: key },
      ...(rotation_deg === undefined ? {} : { rotation_deg }),
    }),
    PENS.tags.text(tag_at, TEXT.data, node.tag),
  ]
}

/** From a piece of equipment to the rows of its cables. */
function stemItems(
  node: NetworkNode,
  key: string,
  own: readonly PanelRow[],
  y: number,
  x: number,
): Primitive[] {
  if (own.length === 0) return []
  const line = pen(cableLayer(own[0]?.group.cables[0] ?? { service: 'fibre', data: null }))
  const net = `${key}/${node.tag}/stem`
  const ys = [y, ...own.map((row) => row.y)]
  return [
    line.line([x + SWITCH_X + 7.5, y], [x + STEM_X, y], { net }),
    line.line([x + STEM_X, Math.max(...ys)], [x + STEM_X, Math.min(...ys)], { net }),
  ]
}

function serverItems(core: Core, key: string, x: number, top: number, core_y: number): Primitive[] {
  if (core.servers.length === 0) return []
  const net = `${key}/patch`
  const ys = [...core.servers, ...core.behind].map((_, index) => top - PAD - 1 - index * SERVER_PITCH)
  const at = (index: number): number => ys[index] ?? top
  const count = core.servers.length
  const last = at(count - 1)
  return [
    ...core.servers.flatMap((node, index) => [
      ...nodeItems(node, key, [x + SERVER_X, at(index)], [x + SERVER_X + 10, at(index) + 1.4]),
      PENS.copper.line(
        [x + SERVER_X + (node.kind === 'jump_host' ? 6.25 : 5), at(index)],
        [x + BUS_X, at(index)],
        {
          net,
        },
      ),
    ]),
    ...core.behind.flatMap((node, index) => {
      const y = at(count + index)
      const diode = node.kind === 'data_diode'
      const upper = at(count + index - 1)
      return [
        ...nodeItems(node, key, [x + SERVER_X, y], [x + SERVER_X + 10, y - 1.2], diode ? 90 : undefined),
        PENS.copper.line([x + SERVER_X, upper - (diode ? 5 : 7.5)], [x + SERVER_X, y + (diode ? 7.5 : 5.5)], {
          net: `${net}/media`,
        }),
      ]
    }),
    PENS.copper.line([x + BUS_X, Math.max(at(0), core_y)], [x + BUS_X, Math.min(last, core_y)], { net }),
    PENS.copper.line([x + BUS_X, core_y], [x + SWITCH_X - 7.5, core_y], { net }),
    PENS.text.text([x + BUS_X + 1.5, core_y + 1.2], TEXT.data, `${PATCH}s`, { net }),
  ]
}
