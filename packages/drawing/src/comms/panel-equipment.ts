import type { NetworkNode, Primitive } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import type { PanelRow } from './block-panel.ts'
import { cablesBetween, cablesInside } from './boundary-devices.ts'
import type { CommsSite } from './comms-site.ts'
import { cableLayer, PENS, TEXT } from './comms-style.ts'
import { cordsCount } from './frame-cords.ts'
import { LEVEL, nodeItems, PAD, PAIR, SWITCH_X, type Core, type TagPlace } from './panel-node.ts'
import { pairItems, serverItems, wallItems } from './panel-patch.ts'

/** From the left of a core to the upright lines that its trunk cables leave from, and from that of core switch A to that of B, mm. */
const STEM_X = 94
const STEM_PITCH = 6
/** Where the equipment stands, with the trunk cables that leave it. */
interface EquipmentPlace {
  readonly x: number
  readonly top: number
  /** Between servers below each other, mm. */
  readonly pitch: number
  readonly levels: readonly Level[]
}

/** Where the trunk cables of a piece of equipment leave from: core switch B has a line of its own. */
export function stemX({ site }: CommsSite, tag: string): number {
  const cores = site.network.nodes.filter((node) => node.kind === 'core_switch')
  return (
    STEM_X +
    STEM_PITCH *
      Math.max(
        0,
        cores.findIndex((node) => node.tag === tag),
      )
  )
}

/** A piece of equipment of the right column with the rows of its cables. */
export interface Level {
  readonly node: NetworkNode
  readonly y: number
  readonly own: readonly PanelRow[]
}

/** Each beside its cables, and at least so far below the one above it that its leads have room. */
export function placedLevels(core: Core, top: number, rows: readonly PanelRow[]): Level[] {
  const levels = [core.router, ...core.cores, core.spine].filter((node) => node !== undefined)
  const ownRows = (node: NetworkNode): PanelRow[] =>
    rows.filter(
      ({ group }) =>
        group.near_device === node.tag ||
        (node.kind === 'spine' && !levels.some((n) => n.tag === group.near_device)),
    )
  let below = top
  return levels.map((node) => {
    const own = ownRows(node)
    const ys = own.map((row) => row.y)
    const middle = ys.length === 0 ? below - PAD - 5 : (Math.max(...ys) + Math.min(...ys)) / 2
    const y = Math.min(middle, below - PAD)
    below = y - LEVEL + PAD
    return { node, y, own }
  })
}

/** Firewall pair, core switches, spines below each other with the cables that leave them; servers on the left. */
export function equipmentItems(
  comms: CommsSite,
  key: string,
  core: Core,
  { x, top, pitch, levels: placed }: EquipmentPlace,
): Primitive[] {
  const core_ys = placed.filter(({ node }) => node.kind === 'core_switch').map(({ y }) => y)
  const router = placed.find(({ node }) => node.kind === 'router')
  return [
    ...placed.flatMap(({ node, y, own }) => [
      ...nodeItems(node, key, [x + SWITCH_X, y], tagPlace(node, x + SWITCH_X, y)),
      ...stemItems(node, key, own, y, x, stemX(comms, node.tag)),
    ]),
    ...panelBox(comms, core, key, x, placed),
    ...frameBox(comms, core, key, x, placed),
    ...(router === undefined
      ? []
      : [
          ...pairItems(comms, core, key, x + SWITCH_X, router.y, core_ys),
          ...wallItems(
            x + SWITCH_X,
            (router.y + (core_ys[0] ?? router.y)) / 2,
            cablesInside(comms, router.node),
          ),
        ]),
    ...serverItems(comms, core, key, x, top, {
      pitch,
      cores: core_ys,
      spine: placed.find(({ node }) => node.kind === 'spine')?.y ?? null,
    }),
  ]
}

/** Left edge and width of the fibre panel that the stems stand in, and the numbers of its leads beside its tag, mm. */
const PANEL_BOX = { x: 89, width: 14.2, pad: 6, ids_x: 9, line: 4 } as const

/** The fibre panel about the ends of the cables of firewall pair and core switches, with the numbers of the leads to it. */
function panelBox(
  comms: CommsSite,
  { panel }: Core,
  key: string,
  x: number,
  placed: readonly Level[],
): Primitive[] {
  const ends = placed.filter(({ node, own }) => node.kind !== 'spine' && own.length > 0)
  if (panel === undefined || ends.length === 0) return []
  const ys = ends.flatMap(({ y, own }) => [y, ...own.map((row) => row.y)])
  const [top, bottom] = [Math.max(...ys) + PANEL_BOX.pad, Math.min(...ys) - PANEL_BOX.pad]
  const left = x + PANEL_BOX.x
  const core = ends.filter(({ node }) => node.kind === 'core_switch')
  const ids = [ends.filter((end) => !core.includes(end)), core].map((some) =>
    some.map(({ node }) => cablesBetween(comms, node, [panel])).join(', '),
  )
  return [
    PENS.equipment.box([left, bottom], PANEL_BOX.width, top - bottom),
    PENS.tags.text([left, top + 1.5], TEXT.data, panel.tag, { id: `${key}/${panel.tag}` }),
    ...ids.map((text, index) =>
      PENS.text.text(
        [left + PANEL_BOX.ids_x, top + 1.5 + PANEL_BOX.line * (ids.length - 1 - index)],
        TEXT.data,
        text,
      ),
    ),
  ]
}

/** Less above and below the ends of its cables than a panel, which may stand right over it; its tag is below it, mm. */
const FRAME = { pad: 3.5, tag_y: -3.7 } as const

/** The distribution frame about the ends of the trunks of the spines, with the number of the cords from it to them. */
function frameBox(
  comms: CommsSite,
  { frame }: Core,
  key: string,
  x: number,
  placed: readonly Level[],
): Primitive[] {
  const end = placed.find(({ node, own }) => node.kind === 'spine' && own.length > 0)
  const module_id = end?.own[0]?.group.cables[0]?.from.module_id
  if (frame === undefined || end === undefined || module_id === undefined) return []
  const ys = [end.y, ...end.own.map((row) => row.y)]
  const [top, bottom] = [Math.max(...ys) + FRAME.pad, Math.min(...ys) - FRAME.pad]
  const left = x + PANEL_BOX.x
  return [
    PENS.equipment.box([left, bottom], PANEL_BOX.width, top - bottom),
    PENS.tags.text([left, bottom + FRAME.tag_y], TEXT.data, frame.tag, { id: `${key}/${frame.tag}` }),
    PENS.text.text(
      [left + PANEL_BOX.ids_x, bottom + FRAME.tag_y],
      TEXT.data,
      `${cordsCount(comms, frame, module_id)} cords`,
    ),
  ]
}

/** Over the symbol, beside the leads that arrive from above: those of the core switches have one that passes on their right. */
function tagPlace({ kind }: NetworkNode, x: number, y: number): TagPlace {
  return kind === 'core_switch'
    ? { at: [x - PAIR - 1.5, y + 6.2], halign: 'right' }
    : { at: [x + PAIR + 1.5, y + 6.2], halign: 'left' }
}

/** From a piece of equipment to the rows of its cables. */
function stemItems(
  node: NetworkNode,
  key: string,
  own: readonly PanelRow[],
  y: number,
  x: number,
  stem_x: number,
): Primitive[] {
  if (own.length === 0) return []
  const line = pen(cableLayer(own[0]?.group.cables[0] ?? { service: 'fibre', data: null }))
  const net = `${key}/${node.tag}/stem`
  const ys = [y, ...own.map((row) => row.y)]
  return [
    line.line([x + SWITCH_X + 7.5, y], [x + stem_x, y], { net }),
    line.line([x + stem_x, Math.max(...ys)], [x + stem_x, Math.min(...ys)], { net }),
  ]
}
