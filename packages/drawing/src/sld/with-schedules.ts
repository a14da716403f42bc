import type { Primitive, Sheet } from '@edp/schemas'

import { tablePanel, type Panel } from '../sheet/panels.ts'
import type { Table } from '../sheet/table.ts'
import type { Composition } from './composition.ts'
import { withLongestHalved } from './halved-table.ts'
import { isKey } from './key-sheets.ts'
import { blockSchedules } from './schedules/block-schedules.ts'
import type { PlannedGroupSheet } from './sheet-plan.ts'
import { SheetRooms } from './sheet-rooms.ts'
import { tableStyle, type SldStyle } from './sld-style.ts'
import { asWide, WIDTHS } from './wide-table.ts'

/** Papers smaller than A1, smallest first. The strip of an A3 sheet does not hold the notes and legend of a block. */
const SMALLER = { block: ['A2'], site: ['A3', 'A2'] } as const satisfies Record<
  string,
  readonly Sheet['size'][]
>

/** A diagram with the schedules of what it shows, and those that found no room. */
export interface WithSchedules {
  readonly room: SheetRooms
  readonly rest: readonly Table[]
}

/**
 * A diagram with the schedules of what it shows, and the tables that found no room; typicals have theirs behind. A diagram
 * that does not fill its paper stands on a smaller one; what concerns the whole site is still to come on its key sheet.
 */
export function withSchedules(
  { cables, style, library }: Composition,
  { content, group, sheet_id }: PlannedGroupSheet,
  items: readonly Primitive[],
): WithSchedules {
  const own = content !== null && group?.blocks.length === 1
  const tables = own ? blockSchedules([content], cables, style.size) : []
  const panels = tables.map((table) => tablePanel(table, tableStyle(style)))
  const large = new SheetRooms(items, library, style)
  const smaller = isKey(sheet_id) ? large : onSmaller(large, group === null ? 'site' : 'block', style)
  if (smaller !== large && smaller.addAll(panels)) return { room: smaller, rest: [] }
  // All of them, or all but one, which then is asked for elsewhere: the longest, mostly the feeders below it, last.
  const byLength = tables
    .toReversed()
    .sort((a, b) => Number(isLongest(a, tables)) - Number(isLongest(b, tables)))
  for (const without of [null, ...byLength]) {
    const kept = tables.filter((table) => table !== without)
    const ways = waysToStand(kept, style)
    if (ways.some((way) => large.addAll(way())) || ways.some((way) => large.addEach(way())))
      return { room: large, rest: without === null ? [] : [without] }
  }
  const left = large.add(panels)
  return { room: large, rest: tables.filter((_, position) => left.includes(position)) }
}

const isLongest = ({ rows }: Table, all: readonly Table[]): boolean =>
  rows.length === Math.max(...all.map((other) => other.rows.length))

/** The schedules of a sheet as panels: as they are, the longest in two halves, with wide columns of sentences, both. */
function waysToStand(tables: readonly Table[], style: SldStyle): readonly (() => Panel[])[] {
  const set = tableStyle(style)
  return WIDTHS.flatMap((times) => {
    const wide = tables.map((table) => asWide(table, times))
    return [() => wide.map((table) => tablePanel(table, set)), () => withLongestHalved(wide, set)]
  })
}

/** A filled sheet on the smallest paper that holds it; small sites have the smallest. */
export function onSmaller(room: SheetRooms, kind: keyof typeof SMALLER, style: SldStyle): SheetRooms {
  return style.size === 'A1' ? (room.onSmaller(SMALLER[kind]) ?? room) : room
}
