import type { Block, Connection, NetworkNode, Primitive } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import type { PanelRow } from './block-panel.ts'
import { detailLink, insideOf, nodesOf, type CommsSite } from './comms-site.ts'
import { cableLayer, PENS, TEXT } from './comms-style.ts'
import { innerNumber } from './far-fabric.ts'
import { switchItems } from './host-switches.ts'
import { panelLeads, PANEL_X, type LeadEnd, type LeadPlace } from './host-leads.ts'
import { LEAVES_DROP, spineItems } from './host-spines.ts'
import { coreAmong } from './panel-core.ts'
import { equipmentItems, type Level } from './panel-equipment.ts'
import { PAD, type Core } from './panel-node.ts'
import type { TrunkGroup } from './trunk-groups.ts'
import { trunkPitch } from './trunk-items.ts'

/** Width of the box of a container that holds the core, or spines, mm. */
export const HOST_WIDTH = PANEL_X.edge
const HEADING = 9
/** Between switches, and between servers, below each other, mm. */
const LEVEL = 22
const SERVER_PITCH = 15
/** Least distance of the cables of both paths. */
const ROW = 19
/** From the last server, and from the last cable of the OT network, down to what stands below. */
const BELOW_SERVERS = 17
const BELOW_ROWS = 29
/** From what is lowest to the edge. */
const FOOT = 9

/** A container that holds the core of the site, or spines, with what stands in it. */
export interface HostLayout {
  readonly top: number
  readonly height: number
  /** Cables of the OT network and of the compute fabric to the patch panels of the block. */
  readonly ot: readonly PanelRow[]
  readonly fabric: readonly PanelRow[]
  readonly core: Core | null
  readonly levels: readonly Level[]
  /** Ordinates of the OT switch, and of spines; null without spines. */
  readonly switch_y: number
  readonly spine_y: number | null
}

/**
 * Where everything in such a container stands, with so much room for the text of its cables, mm; null in a block without one.
 */
export function hostLayout(
  comms: CommsSite,
  groups: readonly TrunkGroup[],
  top: number,
  text_width: number,
): HostLayout | null {
  const [first] = groups
  if (first === undefined) return null
  const begin = top - HEADING
  // The switches of the container itself stand below the core.
  const core = first.holds === 'core' ? coreAmong(nodesOf(comms, first.cables[0]?.to.module_id ?? '')) : null
  const levels = core === null ? [] : levelsOf(core, begin)
  const switch_y = core === null ? begin - PAD - 4 : belowCore(core, levels, begin)
  const fabric = groups.filter(({ cables }) => cables[0]?.data?.network === 'compute fabric')
  const pitch = trunkPitch(comms, groups, text_width, ROW)
  const ot = rowsAround(
    groups.filter((group) => !fabric.includes(group)),
    ((levels[0]?.y ?? switch_y) + switch_y) / 2,
    pitch,
  )
  const last_y = ot.at(-1)?.y ?? switch_y
  const spine_y = fabric.length === 0 ? null : Math.min(switch_y - LEVEL, last_y - BELOW_ROWS)
  const lowest = spine_y === null ? switch_y - FOOT : spine_y - LEAVES_DROP - FOOT
  return {
    top,
    height: top - lowest,
    ot,
    fabric: spine_y === null ? [] : rowsAround(fabric, spine_y, pitch),
    core,
    levels,
    switch_y,
    spine_y,
  }
}

/** Firewalls and core switches below each other. */
function levelsOf({ router, cores }: Core, begin: number): Level[] {
  return [router, ...cores]
    .filter((node) => node !== undefined)
    .map((node, index) => ({ node, y: begin - PAD - index * LEVEL, own: [] }))
}

/** Ordinate of the switches of the container, below core switches and servers. */
function belowCore({ servers, behind }: Core, levels: readonly Level[], begin: number): number {
  const last_server = begin - PAD - 1 - (servers.length + behind.length - 1) * SERVER_PITCH
  return Math.min((levels.at(-1)?.y ?? begin) - LEVEL, last_server - BELOW_SERVERS)
}

/** Rows of cables above and below a middle. */
function rowsAround(groups: readonly TrunkGroup[], y: number, pitch: number): PanelRow[] {
  return groups.map((group, index) => ({ group, y: y + (pitch / 2) * (groups.length - 1 - 2 * index) }))
}

/** The container in its box: core, OT switch and spines on the ends of its cables, each cable over its panel. */
export function hostItems(comms: CommsSite, block: Block, layout: HostLayout, x: number): Primitive[] {
  const { top, height, ot, fabric, core, levels, switch_y, spine_y } = layout
  const rows = [...ot, ...fabric]
  const [first] = rows
  const cable = first?.group.cables[0]
  if (first === undefined || cable === undefined) return []
  const { module_id, designation } = cable.to
  const nodes = nodesOf(comms, module_id)
  const inside = insideOf(comms, module_id)
  const key = `${block.block_id}/${designation}`
  const panel = nodes.find(
    ({ tag, kind }) => kind === 'patch_panel' && inside.some((c) => c.to.device === tag),
  )
  const ot_switch = nodes.find((node) => node.kind === 'ot_switch')
  const place: LeadPlace = {
    x,
    key,
    inside,
    ends: endsOf(levels, ot_switch, switch_y),
    cable_ys: ot.map(({ y }) => y),
  }
  const what = [...(core === null ? [] : ['core']), ...(spine_y === null ? [] : ['spines'])].join(' and ')
  return [
    PENS.zone.box([x, top - height], HOST_WIDTH, height),
    PENS.tags.text(
      [x + 4, top - 6],
      TEXT.tag,
      `${designation}: compute container with ${what}`,
      detailLink(comms, 'compute_container'),
    ),
    ...rows.map(({ group, y }) =>
      PENS.text.text([x + HOST_WIDTH - 1.5, y + 1.2], TEXT.data, group.far_slot, { halign: 'right' }),
    ),
    ...ot.flatMap((row) => innerItems(row, inside, x, key, panel === undefined ? switch_y : null)),
    ...(core === null
      ? []
      : equipmentItems(comms, key, core, { x, top: top - HEADING, pitch: SERVER_PITCH, levels })),
    ...switchItems(nodes, inside, key, x, switch_y),
    ...(panel === undefined ? [] : panelLeads(panel, place)),
    ...(spine_y === null ? [] : spineItems(nodes, inside, fabric, { x, key, switch_y, spine_y })),
  ]
}

function endsOf(levels: readonly Level[], ot_switch: NetworkNode | undefined, switch_y: number): LeadEnd[] {
  return [
    ...levels.map(({ node, y }) => ({ tag: node.tag, y, core: node.kind === 'core_switch' })),
    ...(ot_switch === undefined ? [] : [{ tag: ot_switch.tag, y: switch_y, core: false }]),
  ]
}

/** The cable from a plate to the patch panel, or to the OT switch where no panel stands between. */
function innerItems(
  row: PanelRow,
  inside: readonly Connection[],
  x: number,
  key: string,
  switch_y: number | null,
): Primitive[] {
  const { group, y } = row
  const line = pen(cableLayer(group.cables[0] ?? { service: 'fibre', data: null }))
  const net = `${key}/inner/${group.system ?? ''}`
  const edge = x + HOST_WIDTH
  const port_y = switch_y === null ? y : switch_y + (y > switch_y ? 2.5 : -2.5)
  const to_x = switch_y === null ? x + PANEL_X.right : x + PANEL_X.switch_right
  return [
    line.path(
      port_y === y
        ? [
            [edge, y],
            [to_x, y],
          ]
        : [
            [edge, y],
            [x + PANEL_X.turn, y],
            [x + PANEL_X.turn, port_y],
            [to_x, port_y],
          ],
      { net },
    ),
    PENS.text.text([x + PANEL_X.turn + 1, y + 1.2], TEXT.data, innerNumber(inside, row), { net }),
  ]
}
