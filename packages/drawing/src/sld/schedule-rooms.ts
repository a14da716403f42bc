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
 * the schedule sheets. Blocks that stand for others have all their schedules there.
 */
export function schedulesBesideDiagrams(
  planned: readonly PlannedBlock[],
  roomsOf: (sheet: PlannedSheet) => Area[],
  cables: Place['cables'],
  style: SldStyle,
): { readonly items: Primitive[][]; readonly rest: Table[] } {
  const items: Primitive[][] = []
  const rest: Table[] = []
  for (const { group, sheets } of planned) {
    const tables = group.blocks.length === 1 ? blockSchedules([group.drawn], cables) : []
    const rooms = sheets.flatMap((sheet, index) => roomsOf(sheet).map((area) => ({ area, index })))
    const areas = [...rooms.map((room) => room.area), style.area]
    const fitting: Table[] = []
    for (const table of tables)
      if (flowTables([...fitting, table], areas, tableStyle(style)).length <= rooms.length)
        fitting.push(table)
      else rest.push(table)
    const own: Primitive[][] = sheets.map(() => [])
    flowTables(fitting, areas, tableStyle(style)).forEach((page, index) => {
      own[rooms[index]?.index ?? 0]?.push(...page)
    })
    items.push(...own)
  }
  return { items, rest }
}
