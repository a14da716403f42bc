import { wrapText, type Block, type Primitive } from '@edp/schemas'

import type { PanelPlace, PanelSubject } from './block-panel.ts'
import { designationsOf, type CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { HOST_WIDTH, hostItems, hostLayout, type HostLayout } from './host-box.ts'
import { farItems, farPlaces, FAR_WIDTH } from './panel-far.ts'
import { ringsOf } from './ring-table.ts'
import { slotItem, trunkItems, trunkPitch } from './trunk-items.ts'

/** Box of the patch panels: from the left of the panel where a container stands there, and its width, mm. */
const CROSS_X = 238
const CROSS_WIDTH = 40
/** Least distance of rows of cables, whose text takes several lines, and from a box to that text, mm. */
const ROW = 19
const TEXT_GAP = 2
const LINE_PITCH = 3.8
/** From the upper edge, and from the sides, to its text. */
const TEXT_DROP = 5
const TEXT_PAD = 6
const LEAST_HEIGHT = 30

/** Height that the patch panels of a block and what is cabled to them need in a panel so wide, mm. */
export function crossHeight(comms: CommsSite, subject: PanelSubject, width: number): number {
  return heightOf(layoutOf(comms, subject, 0, width))
}

/** A container that holds something of the site on the left, the patch panels BY OTHERS, the other containers on the right. */
interface CrossLayout {
  readonly top: number
  readonly host: HostLayout | null
  readonly far: ReturnType<typeof farPlaces>
}

function layoutOf(comms: CommsSite, { groups }: PanelSubject, top: number, width: number): CrossLayout {
  const held = groups.filter(({ holds }) => holds !== null)
  const others = groups.filter(({ holds }) => holds === null)
  const far_width = width - FAR_WIDTH - CROSS_X - CROSS_WIDTH - TEXT_GAP
  return {
    top,
    host: hostLayout(comms, held, top, CROSS_X - HOST_WIDTH - TEXT_GAP),
    far: farPlaces(others, top, trunkPitch(comms, others, far_width, ROW)),
  }
}

function heightOf({ top, host, far }: CrossLayout): number {
  const last = far.at(-1)
  return Math.max(LEAST_HEIGHT, host?.height ?? 0, last === undefined ? 0 : top - last.top + last.height)
}

/** The patch panels of a block in the middle, with their cables to either side. */
export function crossItems(
  comms: CommsSite,
  subject: PanelSubject,
  { x, y, width }: PanelPlace,
): Primitive[] {
  const { block } = subject
  const layout = layoutOf(comms, subject, y, width)
  const { host, far } = layout
  const left = x + CROSS_X
  const right = left + CROSS_WIDTH
  const far_x = x + width - FAR_WIDTH
  const height = heightOf(layout)
  return [
    PENS.boundary.box([left, y - height], CROSS_WIDTH, height),
    ...labelItems(comms, block, left + CROSS_WIDTH / 2, y),
    ...(host === null
      ? []
      : [
          ...hostItems(comms, block, host, x),
          ...[...host.ot, ...host.fabric].flatMap((row) => [
            ...trunkItems(comms, row, block.block_id, {
              from_x: x + HOST_WIDTH,
              to_x: left,
              text_x: x + HOST_WIDTH + TEXT_GAP,
            }),
            slotItem(block, row, left + 1.5, 'left'),
          ]),
        ]),
    ...far.flatMap((place) => [
      ...place.rows.flatMap((row) => [
        ...trunkItems(comms, row, block.block_id, { from_x: right, to_x: far_x, text_x: right + TEXT_GAP }),
        slotItem(block, row, right - 1.5, 'right'),
      ]),
      ...farItems(comms, block, place, far_x),
    ]),
  ]
}

/** What the box is, and the rings that are patched in it. */
function labelItems(comms: CommsSite, block: Block, x: number, top: number): Primitive[] {
  const grid = comms.modules.get(block.grid_module_id)?.designation ?? ''
  const rings = ringsOf(comms, block.block_id).map(
    ({ ring_id, module_ids }) => `${ring_id}: ${designationsOf(comms, module_ids)}`,
  )
  return [`${grid} patch panels, BY OTHERS`, ...rings]
    .flatMap((line) => wrapText(line, TEXT.data, CROSS_WIDTH - 2 * TEXT_PAD))
    .map((line, i) =>
      PENS.text.text([x, top - TEXT_DROP - i * LINE_PITCH], TEXT.data, line, { halign: 'centre' }),
    )
}
