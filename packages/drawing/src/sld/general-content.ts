import type { SiteModel, SymbolDefinition, TitleBlock } from '@edp/schemas'

import { legendPanel, notesPanel, tablePanels, type Panel } from '../sheet/panels.ts'
import { sheetList } from '../sheet/sheet-list.ts'
import { generalNotes } from './sld-notes.ts'
import { tableStyle, type SldStyle } from './sld-style.ts'

/** Width of the general notes, in cap heights. */
const NOTES_WIDTH = 62
/** Columns of the legend. */
const LEGEND_COLUMNS = 2

/** General notes, legend and list of sheets. */
export function generalPanels(
  site: SiteModel,
  title_block: TitleBlock,
  sheets: readonly { readonly sheet_id: string; readonly title: string }[],
  symbols: readonly SymbolDefinition[],
  style: SldStyle,
): Panel[] {
  return [
    ...notesPanels(generalNotes(site), style),
    legendPanel(symbols, LEGEND_COLUMNS, style.data),
    ...tablePanels(sheetList(title_block, sheets), tableStyle(style), style.area.y1 - style.area.y0),
  ]
}

/** The notes as one panel, or as several where they are higher than a sheet. */
function notesPanels(notes: readonly string[], style: SldStyle): Panel[] {
  const limit = style.area.y1 - style.area.y0
  const width = NOTES_WIDTH * style.data
  const panels: Panel[] = []
  let from = 0
  while (from < notes.length) {
    const heading = from === 0 ? 'GENERAL NOTES' : 'GENERAL NOTES (continued)'
    const upTo = (end: number): Panel =>
      notesPanel(notes.slice(from, end), { width_mm: width, text_mm: style.data, first: from + 1, heading })
    let end = from + 1
    while (end < notes.length && upTo(end + 1).height_mm <= limit) end += 1
    panels.push(upTo(end))
    from = end
  }
  return panels
}
