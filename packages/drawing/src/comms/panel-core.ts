import type { Block, NetworkNode, Primitive } from '@edp/schemas'

import type { PanelRow } from './block-panel.ts'
import { nodesOf, type CommsSite } from './comms-site.ts'
import { PENS } from './comms-style.ts'
import { equipmentItems, placedLevels } from './panel-equipment.ts'
import { oobLevel } from './panel-oob.ts'
import { columnOf, PAD, SERVER_PITCH, type Core } from './panel-node.ts'

/** Width of the box of a core, mm. */
export const CORE_WIDTH = 122

/** The core that stands in a grid container. */
function coreOf(comms: CommsSite, block: Block): Core {
  const nodes = nodesOf(comms, block.grid_module_id)
  return {
    ...coreAmong(nodes),
    spine: nodes.find((node) => node.kind === 'spine'),
    panel: nodes.find((node) => node.kind === 'patch_panel'),
    frame: nodes.find((node) => node.kind === 'distribution_frame'),
    access: nodes.find((node) => node.kind === 'ot_switch'),
    oob: nodes.find((node) => node.kind === 'oob_switch'),
  }
}

/** Firewalls, core switches and servers among the equipment of a module. */
export function coreAmong(nodes: readonly NetworkNode[]): Core {
  const all = (...kinds: NetworkNode['kind'][]): NetworkNode[] =>
    kinds.flatMap((kind) => nodes.filter((node) => node.kind === kind))
  return {
    router: nodes.find((node) => node.kind === 'router'),
    cores: all('core_switch'),
    servers: all('ems_server', 'clock', 'jump_host'),
    behind: all('data_diode', 'media_station'),
  }
}

/** Height that the core of a block needs, mm. */
export function coreHeight(comms: CommsSite, block: Block, rows: readonly PanelRow[], top: number): number {
  return laidOut(comms, block, rows, top).height
}

/** The core of a block with where its equipment stands, and the height that it needs, mm. */
function laidOut(
  comms: CommsSite,
  block: Block,
  rows: readonly PanelRow[],
  top: number,
): { readonly core: Core; readonly levels: ReturnType<typeof placedLevels>; readonly height: number } {
  const core = coreOf(comms, block)
  const levels = placedLevels(core, top, rows)
  const heights = (kind: NetworkNode['kind']): number[] =>
    levels.filter(({ node }) => node.kind === kind).map(({ y }) => y)
  const lowest =
    core.oob === undefined
      ? (levels.at(-1)?.y ?? top)
      : oobLevel(heights('spine')[0] ?? null, heights('core_switch'))
  const height = Math.max(columnOf(core).length * SERVER_PITCH + PAD, rows.length * 2, top - lowest + PAD)
  return { core, levels, height }
}

interface CorePlace {
  readonly x: number
  readonly top: number
  /** Rows that leave the core. */
  readonly rows: readonly PanelRow[]
}

/** The core of a block in its box. */
export function coreItems(comms: CommsSite, block: Block, { x, top, rows }: CorePlace): Primitive[] {
  const { core, levels, height: least } = laidOut(comms, block, rows, top)
  const lowest = Math.min(...rows.map((row) => row.y)) - 8
  const height = Math.max(top - lowest, least)
  return [
    PENS.zone.box([x, top - height], CORE_WIDTH, height),
    ...equipmentItems(comms, block.block_id, core, {
      x,
      top,
      pitch: SERVER_PITCH,
      levels,
    }),
  ]
}
