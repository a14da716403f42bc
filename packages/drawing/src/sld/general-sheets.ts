import type { Area, Primitive, SymbolDefinition, TitleBlock } from '@edp/schemas'

import { placeLegend } from '../sheet/legend.ts'
import { placeNotes } from '../sheet/notes.ts'
import { sheetList } from '../sheet/sheet-list.ts'
import { flowTables, measureTable } from '../sheet/table.ts'
import { tableStyle, type SldStyle } from './sld-style.ts'

/** What the last sheets of the drawing show. */
export interface GeneralContent {
  readonly title_block: TitleBlock
  readonly sheets: readonly { readonly sheet_id: string; readonly title: string }[]
  readonly notes: readonly string[]
  readonly symbols: readonly SymbolDefinition[]
}

/** General notes, legend and list of sheets side by side, on as many sheets as they need. */
export function generalSheets(content: GeneralContent, style: SldStyle): Primitive[][] {
  const { area } = style
  const list = sheetList(content.title_block, content.sheets)
  const listWidth = measureTable(list, tableStyle(style)).width
  const middle = area.x0 + (area.x1 - area.x0 - listWidth) * 0.45
  const notesArea: Area = { ...area, x1: middle - 8 }
  const legendArea: Area = { ...area, x0: middle, x1: area.x1 - listWidth - 8 }
  const lists = flowTables([list], { ...area, x0: area.x1 - listWidth }, tableStyle(style))
  const pages: Primitive[][] = lists.map((items) => [...items])
  const pageOf = (index: number): Primitive[] => {
    const page = pages[index] ?? []
    if (pages[index] === undefined) pages.push(page)
    return page
  }
  let notes = content.notes
  for (let index = 0; notes.length > 0; index += 1) {
    const placed = placeNotes(
      notes,
      notesArea,
      style.data,
      content.notes.length - notes.length + 1,
      'GENERAL NOTES',
    )
    pageOf(index).push(...placed.items)
    notes = placed.rest.length === notes.length ? [] : placed.rest
  }
  let symbols = content.symbols
  for (let index = 0; symbols.length > 0; index += 1) {
    const placed = placeLegend(symbols, legendArea, style.data)
    pageOf(index).push(...placed.items)
    symbols = placed.rest.length === symbols.length ? [] : placed.rest
  }
  return pages
}
