import { drawingArea, fitText, wrapText, type Block, type ModuleKind, type Primitive } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import { nodesOf, type CommsSite } from './comms-site.ts'
import { cableLayer, PENS, TEXT } from './comms-style.ts'
import { cableRange } from './ranges.ts'
import { trunkGroups, trunksByModule, type TrunkGroup } from './trunk-groups.ts'

const COLUMNS = 2
const COLUMN_GAP = 11
const CORE_WIDTH = 78
const FAR_WIDTH = 72
const ROW = 12.5
const FAR_GAP = 5
const HEADING = 14
const PANEL_GAP = 12
/** Least height of a core box: symbols in a column of this pitch. */
const SYMBOL_PITCH = 20

const FAR_TEXT = {
  compute_container: 'compute containers',
  bess_unit: 'battery units',
  wan_service: 'WAN service, BY OTHERS',
  grid_container: 'grid containers',
} as const satisfies Partial<Record<ModuleKind, string>>

/** What a core box shows: equipment that stands in it and belongs to the backbone. */
const CORE_KINDS = [
  'core_switch',
  'router',
  'firewall',
  'data_diode',
  'spine',
  'ems_server',
  'clock',
  'jump_host',
] as const

/** A sheet of trunk cables and the ordinate below which it is empty, mm. */
export interface BackboneSheet {
  readonly items: readonly Primitive[]
  readonly bottom: number
}

/** Trunk cables of every block: core switches, containers with their two systems, battery units, compute fabric, WAN. */
export function backboneSheets(comms: CommsSite): BackboneSheet[] {
  const area = drawingArea('A1')
  const width = (area.x1 - area.x0 - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS
  const trunks = trunksByModule(comms)
  const sheets: { items: Primitive[]; bottom: number }[] = [{ items: [], bottom: area.y1 }]
  let [column, y] = [0, area.y1]
  for (const block of comms.site.blocks) {
    const groups = trunkGroups(comms, block, trunks)
    const height = panelHeight(comms, block, groups)
    if (y - height < area.y0 && y < area.y1) {
      column += 1
      y = area.y1
      if (column === COLUMNS) {
        column = 0
        sheets.push({ items: [], bottom: area.y1 })
      }
    }
    const sheet = sheets.at(-1)
    sheet?.items.push(...panel(comms, block, groups, area.x0 + column * (width + COLUMN_GAP), y, width))
    y -= height + PANEL_GAP
    if (sheet !== undefined) sheet.bottom = Math.min(sheet.bottom, y)
  }
  return sheets
}

function coreNodes(comms: CommsSite, block: Block): ReturnType<typeof nodesOf> {
  const host = comms.site.network.host_module_id
  const kinds: readonly string[] = CORE_KINDS
  return nodesOf(
    comms,
    block.grid_module_id === host || block.ordinal > 1 ? block.grid_module_id : host,
  ).filter(
    (node) =>
      kinds.includes(node.kind) && (node.kind !== 'firewall' || node.module_kind === 'grid_container'),
  )
}

/** The rows of the groups, and a gap between the boxes of two kinds. */
function rowsHeight(groups: readonly TrunkGroup[]): number {
  const kinds = new Set(groups.map((group) => group.far_kind)).size
  return groups.length * ROW + Math.max(0, kinds - 1) * FAR_GAP
}

function panelHeight(comms: CommsSite, block: Block, groups: readonly TrunkGroup[]): number {
  const symbols = Math.ceil(coreNodes(comms, block).length / 2) * SYMBOL_PITCH + 12
  return HEADING + Math.max(rowsHeight(groups), symbols) + (isFar(comms, block) ? 8 : 0)
}

/** Blocks whose core has no scheduled cable to the core of the site. */
function isFar(comms: CommsSite, block: Block): boolean {
  return comms.site.blocks.length > 1 && block.grid_module_id !== comms.site.network.host_module_id
}

function panel(
  comms: CommsSite,
  block: Block,
  groups: readonly TrunkGroup[],
  x: number,
  y: number,
  width: number,
): Primitive[] {
  const far = isFar(comms, block)
  const height = panelHeight(comms, block, groups) - HEADING - (far ? 8 : 0)
  const top = y - HEADING
  const grid = comms.modules.get(block.grid_module_id)
  const by_others = grid?.scope === 'by_others'
  const host = comms.modules.get(comms.site.network.host_module_id)
  const title = `BLOCK ${block.ordinal}: ${grid?.designation ?? ''}${by_others ? ` cross-connect BY OTHERS, core in ${host?.designation ?? ''}` : ''}`
  const items: Primitive[] = [
    PENS.tags.text([x, y - TEXT.heading - 2], TEXT.heading, fitText(title, TEXT.heading, width)),
    (by_others ? PENS.boundary : PENS.zone).box([x, top - height], CORE_WIDTH, height),
    ...coreItems(comms, block, x, top),
  ]
  let row_y = top - ROW / 2
  let kind: ModuleKind | null = null
  for (const [index, group] of groups.entries()) {
    if (kind !== null && kind !== group.far_kind) row_y -= FAR_GAP
    if (kind !== group.far_kind) {
      const rows = groups.filter((g, i) => i >= index && g.far_kind === group.far_kind).length
      items.push(...farBox(group, x + width - FAR_WIDTH, row_y + ROW / 2, rows * ROW))
    }
    kind = group.far_kind
    items.push(...trunk(group, block, x, row_y, width))
    row_y -= ROW
  }
  if (!far) return items
  const text = `Link to the core in ${host?.designation ?? ''}: between blocks, not in the cable schedule`
  return [...items, PENS.text.text([x, top - height - 5.5], TEXT.data, fitText(text, TEXT.data, width))]
}

function coreItems(comms: CommsSite, block: Block, x: number, top: number): Primitive[] {
  return coreNodes(comms, block).flatMap((node, index) => {
    const at = [x + 11 + (index % 2) * 26, top - 9 - Math.floor(index / 2) * SYMBOL_PITCH] as const
    return [
      PENS.equipment.use(NODE_SYMBOL[node.kind], at, {
        id: `${block.block_id}/${node.tag}`,
        attributes: { TAG: node.tag, RATING: node.ports, MODULE_ID: block.block_id },
      }),
      PENS.tags.text([at[0], at[1] - 9.5], TEXT.data, node.tag, { halign: 'centre', valign: 'middle' }),
    ]
  })
}

function farBox(group: TrunkGroup, x: number, top: number, height: number): Primitive[] {
  const width = FAR_WIDTH - 24
  const left = x + 24
  const what = FAR_TEXT[group.far_kind as keyof typeof FAR_TEXT] as string | undefined
  const outline = (group.far_kind === 'wan_service' ? PENS.boundary : PENS.zone).box(
    [x, top - height],
    FAR_WIDTH,
    height,
  )
  const middle = top - height / 2
  return [
    outline,
    PENS.tags.text([left, middle + 1], TEXT.tag, fitText(group.far_designations, TEXT.tag, width - 2)),
    ...wrapText(`${group.far_count} ${what ?? group.far_kind}`, TEXT.data, width - 2).map((line, i) =>
      PENS.text.text([left, middle - 4 - i * 4], TEXT.data, line),
    ),
  ]
}

function trunk(group: TrunkGroup, block: Block, x: number, y: number, width: number): Primitive[] {
  const [first] = group.cables
  if (first === undefined) return []
  const ids = cableRange(group.cables.map((cable) => cable.connection_id))
  const net = `${block.block_id}/${first.connection_id}`
  const [x0, x1] = [x + CORE_WIDTH, x + width - FAR_WIDTH]
  const room = x1 - x0 - 4
  const data = first.data
  const per_row = first.quantity > 1 ? `${first.quantity} x ` : ''
  const detail = [
    `${per_row}${first.cable?.type ?? ''}`,
    data === null ? '' : `${data.network} ${data.rate_gbps} Gbit/s`,
    first.system === null ? '' : `system ${first.system}`,
  ]
  return [
    pen(cableLayer(first)).line([x0, y], [x1, y], { net }),
    PENS.text.text([x0 - 1.5, y], TEXT.data, fitText(group.near_device, TEXT.data, 22), {
      halign: 'right',
      valign: 'middle',
      net,
    }),
    PENS.tags.text([x0 + 2, y + 1.2], TEXT.data, fitText(ids, TEXT.data, room), {
      id: first.connection_id,
      net,
    }),
    PENS.text.text(
      [x0 + 2, y - 4.2],
      TEXT.data,
      fitText(detail.filter((d) => d !== '').join(', '), TEXT.data, room),
      { net },
    ),
    PENS.text.text([x1 + 1.5, y], TEXT.data, fitText(group.far_port, TEXT.data, 20), {
      valign: 'middle',
      net,
    }),
  ]
}
