import { wrapText, type Block, type NetworkNode, type Primitive } from '@edp/schemas'

import type { PanelRow } from './block-panel.ts'
import { designationsOf, isHosted, nodesOf, type CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { ringsOf } from './ring-table.ts'
import { equipmentItems, placedLevels } from './panel-equipment.ts'
import { farBoxHeight, FAR_GAP } from './panel-far.ts'
import { hostedWays } from './panel-hosted.ts'
import { columnOf, LEVEL, PAD, SERVER_PITCH, type Core } from './panel-node.ts'

/** Width of the box of a core, mm. */
export const CORE_WIDTH = 122
/** Height of the box of a cross-connect and the gap below it. */
const CROSS_GAP = 8

/** The core that stands in a block, or beside its cross-connect. */
function coreOf(comms: CommsSite, block: Block): Core {
  const { host_module_id } = comms.site.network
  // Without grid containers the one core of the site stands in the first compute container, beside the first block.
  const place = isHosted(comms) && block.ordinal === 1 ? host_module_id : block.grid_module_id
  const nodes = nodesOf(comms, place)
  const one = (kind: NetworkNode['kind']): NetworkNode | undefined => nodes.find((node) => node.kind === kind)
  const all = (...kinds: NetworkNode['kind'][]): NetworkNode[] =>
    kinds.flatMap((kind) => nodes.filter((node) => node.kind === kind))
  return {
    router: one('router'),
    cores: all('core_switch'),
    spine: one('spine'),
    servers: all('ems_server', 'clock', 'jump_host'),
    behind: all('data_diode', 'media_station'),
    // A compute container draws its own switches at the far end of its cables.
    ...(isHosted(comms)
      ? { access: undefined, oob: undefined }
      : { access: one('ot_switch'), oob: one('oob_switch') }),
  }
}

/** Height that the core of a block needs, mm. */
export function coreHeight(comms: CommsSite, block: Block, rows: readonly PanelRow[], top: number): number {
  const core = coreOf(comms, block)
  const servers = columnOf(core).length * SERVER_PITCH + PAD
  const own = Math.max(servers, isHosted(comms) ? (core.spine === undefined ? 3 : 4) * LEVEL + PAD : 0)
  if (!isHosted(comms)) {
    const lowest = placedLevels(core, top, rows).at(-1)?.y ?? top
    return Math.max(own, rows.length * 2, top - lowest + PAD)
  }
  return core.cores.length === 0 ? 0 : crossHeight(comms, block) + CROSS_GAP + own
}

function crossHeight(comms: CommsSite, block: Block): number {
  // Two rows of the OT network, two of the fabric and two to spines of the block; two of the wide area network.
  const wan = comms.site.modules.some((module) => module.kind === 'wan_service')
  const { spines_count, spines } = comms.site.network.fabric
  const holds = spines.some(({ module_ids }) =>
    block.compute_module_ids.some((id) => module_ids.includes(id)),
  )
  const rows = spines_count === 0 ? 2 : holds ? 6 : 4
  return (
    (block.compute_module_ids.length > 0 ? farBoxHeight(rows) : 0) + (wan ? farBoxHeight(2) + FAR_GAP : 0)
  )
}

interface CorePlace {
  readonly x: number
  readonly top: number
  /** Rows that leave this core. */
  readonly rows: readonly PanelRow[]
  /** All rows of the panel, those of a cross-connect too. */
  readonly all: readonly PanelRow[]
}

/** The core of a block in its box; beside a cross-connect BY OTHERS the box of the cross-connect stands above it. */
export function coreItems(comms: CommsSite, block: Block, { x, top, rows, all }: CorePlace): Primitive[] {
  const core = coreOf(comms, block)
  if (!isHosted(comms)) {
    const lowest = Math.min(...all.map((row) => row.y)) - 8
    const height = Math.max(top - lowest, coreHeight(comms, block, rows, top))
    return [
      PENS.zone.box([x, top - height], CORE_WIDTH, height),
      ...equipmentItems(comms, block, core, { x, top, rows }),
    ]
  }
  const cross = crossHeight(comms, block)
  const grid = comms.modules.get(block.grid_module_id)?.designation ?? ''
  const host = comms.modules.get(comms.site.network.host_module_id)?.designation ?? ''
  const rings = ringsOf(comms, block.block_id).map(
    (ring) => `${ring.ring_id}: ${designationsOf(comms, ring.module_ids)}`,
  )
  const label = [`${grid} patch panels, BY OTHERS`, ...rings]
  const box = [
    PENS.boundary.box([x, top - cross], CORE_WIDTH, cross),
    ...label
      .flatMap((line) => wrapText(line, TEXT.data, CORE_WIDTH - 24))
      .map((line, i) => PENS.text.text([x + 4, top - 8 - i * 4.25], TEXT.data, line)),
  ]
  if (core.cores.length === 0) return box
  const own = top - cross - CROSS_GAP
  const height = coreHeight(comms, block, rows, top) - cross - CROSS_GAP
  return [
    ...box,
    PENS.zone.box([x, own - height], CORE_WIDTH * 1.9, height),
    ...equipmentItems(comms, block, core, { x, top: own, rows: [] }),
    PENS.tags.text([x + CORE_WIDTH, own - 8], TEXT.data, `CORE IN ${host}`),
    ...hostedWays(comms, block, placedLevels(core, own, []), { x, grid, host }),
  ]
}
