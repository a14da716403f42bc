import type { NetworkNode, Primitive } from '@edp/schemas'

import { cablesBetween, PATCH } from './boundary-devices.ts'
import type { CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { leadHeights, NUMBER_UP, type LeadHeights } from './lead-heights.ts'
import { columnOf, nodeItems, PAD, PAIR, SWITCH_X, type Core, type TagPlace } from './panel-node.ts'
import { oobItems } from './panel-oob.ts'

const SERVER_X = 12
const BUS_X = 40
/** Upright of the cable from the access switch to core switch A, and from it to that of B. */
const ACCESS_X = 45
const ACCESS_PITCH = -3
/** From a switch to the number of its lead. */
const LABEL_GAP = 0.4
const LINE_PITCH = 4
/** From the middle of the switches to the lead that passes core switch A. */
const PAST = 14

/** Half the width of a server's symbol where it is not 5 mm. */
const HALF_WIDTH: Partial<Record<NetworkNode['kind'], number>> = { jump_host: 6.25, ot_switch: 7.5 }

const place = (x: number, y: number): TagPlace => ({ at: [x, y], halign: 'left' })

/** Firewall A to core switch A, firewall B past it to core switch B; the two core switches by two links. */
export function pairItems(
  comms: CommsSite,
  { cores }: Core,
  key: string,
  x: number,
  router_y: number,
  [a_y, b_y]: readonly number[],
): Primitive[] {
  if (a_y === undefined || b_y === undefined) return []
  const bend = router_y - 8
  return [
    PENS.copper.line([x - PAIR, router_y - 5], [x - PAIR, a_y + 5], { net: `${key}/firewall/A` }),
    PENS.copper.path(
      [
        [x + PAIR, router_y - 5],
        [x + PAIR, bend],
        [x + PAST, bend],
        [x + PAST, b_y - 2],
        [x + 7.5, b_y - 2],
      ],
      { net: `${key}/firewall/B` },
    ),
    ...besideItems(
      x,
      (a_y + b_y) / 2 + 1,
      cablesBetween(comms, cores[0], cores.slice(1)),
      `${key}/cores/${-PAIR}`,
    ),
    ...[-PAIR, PAIR].map((dx) =>
      PENS.copper.line([x + dx, a_y - 5], [x + dx, b_y + 5], { net: `${key}/cores/${dx}` }),
    ),
  ]
}

/** Numbers of the leads of the firewall pair, each at its own: that of firewall B passes core switch A on the right. */
export function wallItems(x: number, y: number, ids: string): Primitive[] {
  const [a = '', b] = ids.split(', ')
  return [
    ...besideItems(x, y, a),
    ...(b === undefined
      ? []
      : [PENS.text.text([x + PAST - 1.5, y], TEXT.data, b, { halign: 'right', valign: 'middle' })]),
  ]
}

/** Numbers of cables left of their lines, one below the other. */
function besideItems(x: number, y: number, ids: string, net?: string): Primitive[] {
  const lines = ids.split(', ')
  return lines.map((line, index) =>
    PENS.text.text([x - PAIR - 2, y + ((lines.length - 1) / 2 - index) * LINE_PITCH], TEXT.data, line, {
      halign: 'right',
      valign: 'middle',
      ...(net === undefined ? {} : { net }),
    }),
  )
}

/** Ordinates of the core switches, A first, and of the spines. */
interface CoreHeights {
  /** Between servers below each other, mm. */
  readonly pitch: number
  readonly cores: readonly number[]
  readonly spine: number | null
}

/** Servers on their leads to both core switches; what only the jump host reaches below them. */
export function serverItems(
  comms: CommsSite,
  core: Core,
  key: string,
  x: number,
  top: number,
  { pitch, cores: core_ys, spine: spine_y }: CoreHeights,
): Primitive[] {
  if (core.servers.length === 0) return []
  const net = `${key}/patch`
  const column = columnOf(core)
  const at = (index: number): number => top - PAD - 1 - index * pitch
  const heightOf = (node: NetworkNode | undefined): number =>
    node === undefined ? top : at(column.indexOf(node))
  const count = core.servers.length
  const { access, oob } = core
  const last = at(count - 1)
  const heights = core_ys.map((y) => leadHeights(core, y, core.servers.map(heightOf)))
  const patch_ys = heights.map(({ patch }) => patch)
  return [
    ...core.servers.flatMap((node) => {
      const y = heightOf(node)
      return [
        ...nodeItems(node, key, [x + SERVER_X, y], place(x + SERVER_X + 10, y + 1.4)),
        PENS.copper.line([x + SERVER_X + (HALF_WIDTH[node.kind] ?? 5), y], [x + BUS_X, y], { net }),
      ]
    }),
    ...(access === undefined
      ? []
      : accessItems(comms, core.cores, access, key, x, heightOf(access), heights)),
    ...oobItems(comms, core, key, x, {
      x: x + SERVER_X,
      y: heightOf(oob),
      spine_y,
      cores: core_ys,
      arrives: heights.map(({ up }) => up),
    }),
    ...core.behind.flatMap((node, index) => {
      const y = at(count + index)
      const diode = node.kind === 'data_diode'
      const upper = at(count + index - 1)
      return [
        ...nodeItems(node, key, [x + SERVER_X, y], place(x + SERVER_X + 10, y - 1.2), diode ? 90 : undefined),
        PENS.copper.line([x + SERVER_X, upper - (diode ? 5 : 7.5)], [x + SERVER_X, y + (diode ? 7.5 : 5.5)], {
          net: `${net}/media`,
        }),
      ]
    }),
    PENS.copper.line([x + BUS_X, Math.max(at(0), ...patch_ys)], [x + BUS_X, Math.min(last, ...patch_ys)], {
      net,
    }),
    ...patch_ys.flatMap((y) => [
      PENS.copper.line([x + BUS_X, y], [x + SWITCH_X - 7.5, y], { net }),
      PENS.text.text([x + SWITCH_X - 8, y + NUMBER_UP], TEXT.data, `${PATCH}s`, { halign: 'right', net }),
    ]),
  ]
}

/** The access switch on its own two cables, one to each core switch. */
function accessItems(
  comms: CommsSite,
  cores: readonly NetworkNode[],
  access: NetworkNode,
  key: string,
  x: number,
  y: number,
  heights: readonly LeadHeights[],
): Primitive[] {
  const at = x + SERVER_X
  return [
    ...nodeItems(access, key, [at, y], place(at - 7.5, y + 6.2)),
    ...heights.flatMap(({ access: arrives }, path) => {
      const net = `${key}/access/${path}`
      const [port_y, turn] = [y + 2 - 4 * path, x + ACCESS_X + ACCESS_PITCH * path]
      const number = cablesBetween(comms, access, cores.slice(path, path + 1))
      return [
        PENS.copper.path(
          [
            [at + 7.5, port_y],
            [turn, port_y],
            [turn, arrives],
            [x + SWITCH_X - 7.5, arrives],
          ],
          { net },
        ),
        PENS.text.text([at + 7.5 + LABEL_GAP, port_y + NUMBER_UP], TEXT.data, number, { net }),
        PENS.text.text([x + SWITCH_X - 8, arrives + NUMBER_UP], TEXT.data, number, { halign: 'right', net }),
      ]
    }),
  ]
}
