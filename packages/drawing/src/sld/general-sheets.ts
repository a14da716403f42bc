import type { SymbolDefinition } from '@edp/schemas'

import { tablePanels, type Panel } from '../sheet/panels.ts'
import type { Table } from '../sheet/table.ts'
import { SheetRooms } from './sheet-rooms.ts'
import { tableStyle, type SldStyle } from './sld-style.ts'
import { onSmaller } from './with-schedules.ts'

/** Sheets of their own for the general content and for tables that found no room elsewhere. */
export function generalSheets(
  panelsOf: (count: number) => readonly Panel[],
  rest: readonly Table[],
  { library, style }: { readonly library: readonly SymbolDefinition[]; readonly style: SldStyle },
): SheetRooms[] {
  const limit = style.area.y1 - style.area.y0
  const tables = rest.flatMap((table) => tablePanels(table, tableStyle(style), limit))
  for (let count = 1; ; count += 1) {
    const pages: SheetRooms[] = []
    let panels = [...panelsOf(count), ...tables]
    while (panels.length > 0) {
      const page = new SheetRooms([], library, style)
      const left = page.add(panels)
      if (left.length === panels.length) throw new RangeError('a table of the diagram is larger than a sheet')
      panels = panels.filter((_, position) => left.includes(position))
      pages.push(onSmaller(page, 'site', style))
    }
    if (pages.length <= count) return pages
  }
}
