import { wrapText, type Block, type Primitive } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import type { PanelRow } from './block-panel.ts'
import { cableType, vlansText } from './cable-text.ts'
import type { CommsSite } from './comms-site.ts'
import { cableLayer, PENS, TEXT } from './comms-style.ts'
import { cableNumbers } from './ranges.ts'
import type { TrunkGroup } from './trunk-groups.ts'

const LINE_PITCH = 3.6
/** From a cable down to the first line of its text, and up to the top of its number; least distance of that from the text above it. */
const TEXT_DROP = 4.2
const NUMBER_TOP = 3.7
const CLEAR = 2
/** What a text leaves free of the room between two boxes, mm. */
const MARGIN = 2

/** Where a row of trunk cables runs, and where its text begins, mm. */
export interface TrunkPlace {
  readonly from_x: number
  readonly to_x: number
  readonly text_x: number
}

/** A row: the line between two boxes, the numbers of its cables over it and what they are below it. */
export function trunkItems(
  comms: CommsSite,
  { group, y }: PanelRow,
  key: string,
  { from_x, to_x, text_x }: TrunkPlace,
): Primitive[] {
  const [first] = group.cables
  if (first === undefined) return []
  const net = `${key}/${first.connection_id}`
  const room = to_x - text_x - MARGIN
  const ids = group.cables.map((cable) => cable.connection_id)
  return [
    pen(cableLayer(first)).line([from_x, y], [to_x, y], { net }),
    PENS.tags.text([text_x, y + 1.2], TEXT.data, cableNumbers(ids, room), { id: first.connection_id, net }),
    ...wrapText(detailOf(comms, group), TEXT.data, room).map((line, index) =>
      PENS.text.text([text_x, y - TEXT_DROP - index * LINE_PITCH], TEXT.data, line, { net }),
    ),
  ]
}

/** Port at the near end of a row, beside its line. */
export function slotItem(
  { block_id }: Block,
  { group, y }: PanelRow,
  x: number,
  halign: 'left' | 'right',
): Primitive {
  const net = `${block_id}/${group.cables[0]?.connection_id ?? ''}`
  return PENS.text.text([x, y + 1.2], TEXT.data, group.near_slot, { halign, net })
}

/** Distance of rows below each other, mm, that the texts of all of them need in a room so wide; not below `least`. */
export function trunkPitch(
  comms: CommsSite,
  groups: readonly TrunkGroup[],
  width: number,
  least: number,
): number {
  const lines = groups.map((group) => wrapText(detailOf(comms, group), TEXT.data, width - MARGIN).length)
  return Math.max(least, TEXT_DROP + (Math.max(1, ...lines) - 1) * LINE_PITCH + CLEAR + NUMBER_TOP)
}

function detailOf(comms: CommsSite, { cables, system }: TrunkGroup): string {
  const [first] = cables
  if (first === undefined) return ''
  const { data } = first
  return [
    `${quantityText(cables.map((cable) => cable.quantity))}${cableType(first)}`,
    data === null ? '' : `${data.network} ${data.rate_gbps} Gbit/s`,
    vlansText(comms, first),
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
