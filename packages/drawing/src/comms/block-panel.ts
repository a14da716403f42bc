import { fitText, type Block, type ModuleKind, type Primitive } from '@edp/schemas'

import { detailLink, type CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { crossHeight, crossItems } from './cross-panel.ts'
import { coreItems, coreHeight, CORE_WIDTH } from './panel-core.ts'
import { stemX } from './panel-equipment.ts'
import { farItems, farPlaces, FAR_WIDTH } from './panel-far.ts'
import type { TrunkGroup } from './trunk-groups.ts'
import { slotItem, trunkItems } from './trunk-items.ts'

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

/** Where a panel stands on its sheet. */
export interface PanelPlace {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Height of the panel of a block so wide, mm. */
export function panelHeight(comms: CommsSite, subject: PanelSubject, width: number): number {
  if (isCross(comms, subject)) return HEADING + crossHeight(comms, subject, width)
  const places = farPlaces(subject.groups, 0)
  const rows = places.flatMap((place) => place.rows)
  const last = places.at(-1)
  const far = last === undefined ? 0 : last.height - last.top
  return HEADING + Math.max(far, coreHeight(comms, subject.block, rows, 0))
}

/** Whether a block has the patch panels of the customer in place of a grid container. */
function isCross({ modules }: CommsSite, { block }: PanelSubject): boolean {
  return modules.get(block.grid_module_id)?.scope === 'by_others'
}

/** Core of a block, its trunk cables with their numbers, and the equipment at their far ends. */
export function panelItems(
  comms: CommsSite,
  subject: PanelSubject,
  { x, y, width }: PanelPlace,
): Primitive[] {
  const { block, designations } = subject
  const grid = comms.modules.get(block.grid_module_id)?.designation ?? ''
  const cross = isCross(comms, subject)
  const title = `BLOCK ${block.ordinal}: ${grid}${cross ? ' cross-connect BY OTHERS' : ''}${designations === grid ? '' : `, typical of ${designations}`}`
  const place = { x, y: y - HEADING, width }
  return [
    PENS.tags.text(
      [x, y - TEXT.heading - 1],
      TEXT.heading,
      fitText(title, TEXT.heading, width),
      detailLink(comms, 'grid_container'),
    ),
    ...(cross ? crossItems : gridItems)(comms, subject, place),
  ]
}

/** The core in its grid container on the left, the counterparts on the right. */
function gridItems(
  comms: CommsSite,
  { block, groups }: PanelSubject,
  { x, y: top, width }: PanelPlace,
): Primitive[] {
  const places = farPlaces(groups, top)
  const rows = places.flatMap((place) => place.rows)
  const far_x = x + width - FAR_WIDTH
  const edge = x + CORE_WIDTH
  return [
    ...coreItems(comms, block, { x, top, rows }),
    ...rows.flatMap((row) => [
      ...trunkItems(comms, row, block.block_id, {
        from_x: x + stemX(comms, row.group.near_device),
        to_x: far_x,
        text_x: edge + 2,
      }),
      slotItem(block, row, edge - 1.5, 'right'),
    ]),
    ...places.flatMap((place) => farItems(comms, block, place, far_x)),
  ]
}
