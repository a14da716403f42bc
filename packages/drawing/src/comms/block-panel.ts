import { fitText, type Block, type ModuleKind, type Primitive } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { detailLink, isHosted, type CommsSite } from './comms-site.ts'
import { cableLayer, PENS, TEXT } from './comms-style.ts'
import { coreItems, coreHeight, CORE_WIDTH } from './panel-core.ts'
import { stemX } from './panel-equipment.ts'
import { farBoxHeight, farItems, FAR_GAP, FAR_WIDTH, rowOffset } from './panel-far.ts'
import { cableRange } from './ranges.ts'
import type { TrunkGroup } from './trunk-groups.ts'

/** Title of a panel. */
const HEADING = 12

/** A row of cables with its ordinate. */
export interface PanelRow {
  readonly group: TrunkGroup
  readonly y: number
}

/** One kind of counterpart with the rows that lead to it, and its box. */
export interface FarPlace {
  readonly kind: ModuleKind
  readonly rows: readonly PanelRow[]
  readonly top: number
  readonly height: number
}

/** Block with its trunk cables and what it stands for. */
export interface PanelSubject {
  readonly block: Block
  readonly groups: readonly TrunkGroup[]
  /** Grid containers of the blocks that are drawn by this one. */
  readonly designations: string
}

/** Height of the panel of a block, mm. */
export function panelHeight(comms: CommsSite, { block, groups }: PanelSubject): number {
  return (
    HEADING + Math.max(farHeight(groups), coreHeight(comms, block, coreRows(comms, placesOf(groups, 0)), 0))
  )
}

function farHeight(groups: readonly TrunkGroup[]): number {
  const last = placesOf(groups, 0).at(-1)
  return last === undefined ? 0 : last.height - last.top
}

function placesOf(groups: readonly TrunkGroup[], top: number): FarPlace[] {
  let y = top
  return [...new Set(groups.map((group) => group.far_kind))].map((kind) => {
    const own = groups.filter((group) => group.far_kind === kind)
    const place = {
      kind,
      top: y,
      height: farBoxHeight(own.length),
      rows: own.map((group, index) => ({ group, y: y - rowOffset(index) })),
    }
    y -= place.height + FAR_GAP
    return place
  })
}

/** Rows as the core sees them; the cross-connect of a site without a grid container has none of the core's. */
function coreRows(comms: CommsSite, places: readonly FarPlace[]): PanelRow[] {
  return isHosted(comms) ? [] : places.flatMap((place) => place.rows)
}

/** Core of a block, its trunk cables with their numbers, and the equipment at their far ends. */
export function panelItems(
  comms: CommsSite,
  subject: PanelSubject,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): Primitive[] {
  const { block, groups, designations } = subject
  const top = y - HEADING
  const places = placesOf(groups, top)
  const grid = comms.modules.get(block.grid_module_id)
  const cross = grid?.scope === 'by_others'
  const title = `BLOCK ${block.ordinal}: ${grid?.designation ?? ''}${cross ? ' cross-connect BY OTHERS' : ''}${designations === grid?.designation ? '' : `, typical of ${designations}`}`
  const far_x = x + width - FAR_WIDTH
  return [
    PENS.tags.text(
      [x, y - TEXT.heading - 1],
      TEXT.heading,
      fitText(title, TEXT.heading, width),
      detailLink(comms, 'grid_container'),
    ),
    ...coreItems(comms, block, { x, top, rows: coreRows(comms, places), all: places.flatMap((p) => p.rows) }),
    ...places.flatMap((place) => [
      ...place.rows.flatMap((row) =>
        trunkItems(
          comms,
          row,
          block,
          cross ? x + CORE_WIDTH : x + stemX(comms, row.group.near_device),
          far_x,
          x,
        ),
      ),
      ...farItems(comms, block, place, far_x),
    ]),
  ]
}

/** A row: the line from the core to the far box, the numbers of its cables and what they are. */
function trunkItems(
  comms: CommsSite,
  { group, y }: PanelRow,
  block: Block,
  from_x: number,
  far_x: number,
  x: number,
): Primitive[] {
  const [first] = group.cables
  if (first === undefined) return []
  const net = `${block.block_id}/${first.connection_id}`
  const edge = x + CORE_WIDTH
  const room = far_x - edge - 4
  const ids = cableRange(group.cables.map((cable) => cable.connection_id))
  return [
    pen(cableLayer(first)).line([from_x, y], [far_x, y], { net }),
    PENS.text.text([edge - 1.5, y + 1.2], TEXT.data, group.near_slot, { halign: 'right', net }),
    PENS.tags.text([edge + 2, y + 1.2], TEXT.data, fitText(ids, TEXT.data, room), {
      id: first.connection_id,
      net,
    }),
    PENS.text.text([edge + 2, y - 4.2], TEXT.data, fitText(detailOf(comms, group), TEXT.data, room), { net }),
  ]
}

function detailOf(comms: CommsSite, { cables, system }: TrunkGroup): string {
  const [first] = cables
  if (first === undefined) return ''
  const { data } = first
  const vlans = comms.site.network.zones
    .filter((zone) => data?.network === 'OT' && data.zone.split(', ').includes(zone.zone_id))
    .map((zone) => zone.vlan_id)
  return [
    `${quantityText(cables.map((cable) => cable.quantity))}${first.cable?.type ?? ''}`,
    data === null ? '' : `${data.network} ${data.rate_gbps} Gbit/s`,
    vlans.length === 0 ? '' : `VLAN ${vlans.join(' ')} tagged`,
    system === null ? '' : `path ${system}`,
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** Cables of one number: the same for all, or from the least to the most. */
function quantityText(quantities: readonly number[]): string {
  const [least, most] = [Math.min(...quantities), Math.max(...quantities)]
  if (least !== most) return `${least} to ${most} x `
  return most > 1 ? `${most} x ` : ''
}
