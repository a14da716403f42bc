import type { Area, Primitive } from '@edp/schemas'

import { flowTables, type Table } from '../sheet/table.ts'
import type { BlockGroup } from './block-groups.ts'
import type { PlannedSheet } from './block-context.ts'
import type { Place } from './column.ts'
import { blockSchedules } from './schedules.ts'
import { tableStyle, type SldStyle } from './sld-style.ts'

/** A group of blocks and the sheets that show it. */
export interface PlannedBlock {
  readonly group: BlockGroup
  readonly sheets: readonly PlannedSheet[]
}

/**
 * Schedules of a block beside and below its own diagrams, table by table where the whole table fits; the rest goes to
 * the schedule sheets. Blocks that stand for others have all their schedules there. Tables of the whole site stand with
 * those of the first block.
 */
export function schedulesBesideDiagrams(
  planned: readonly PlannedBlock[],
  roomsOf: (sheet: PlannedSheet) => Area[],
  cables: Place['cables'],
  style: SldStyle,
  siteTables: readonly Table[] = [],
): { readonly items: Primitive[][]; readonly rest: Table[] } {
  const items: Primitive[][] = []
  const rest: Table[] = []
  for (const [index, { group, sheets }] of planned.entries()) {
    const tables = [
      ...(group.blocks.length === 1 ? blockSchedules([group.drawn], cables) : []),
      ...(index === 0 ? siteTables : []),
    ]
    const rooms = sheets.flatMap((sheet, position) =>
      roomsOf(sheet).map((area) => ({ area, index: position })),
    )
    const areas = [...rooms.map((room) => room.area), style.area]
    const fitting: Table[] = []
    for (const table of tables)
      if (flowTables([...fitting, table], areas, tableStyle(style)).length <= rooms.length)
        fitting.push(table)
      else rest.push(table)
    const own: Primitive[][] = sheets.map(() => [])
    flowTables(fitting, areas, tableStyle(style)).forEach((page, room) => {
      own[rooms[room]?.index ?? 0]?.push(...page)
    })
    items.push(...own)
  }
  return { items, rest }
}
