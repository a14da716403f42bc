import type { SiteModel, SymbolDefinition, TitleBlock } from '@edp/schemas'

import { notesPanels } from '../sheet/notes-panels.ts'
import { legendPanel, tablePanels, type Panel } from '../sheet/panels.ts'
import { sheetList } from '../sheet/sheet-list.ts'
import { bondTable } from './schedules/bond-table.ts'
import { generalNotes } from './sld-notes.ts'
import { tableStyle, type SldStyle } from './sld-style.ts'

/** Width of the general notes, in cap heights. */
const NOTES_WIDTH = 62
/** Columns of the legend. */
const LEGEND_COLUMNS = 2

/** General notes, legend, list of sheets and bonds to the earth ring, by the sheets that the list has. */
export function generalPanels(
  site: SiteModel,
  title_block: TitleBlock,
  symbols: readonly SymbolDefinition[],
  style: SldStyle,
): (sheets: readonly { readonly sheet_id: string; readonly title: string }[]) => Panel[] {
  const limit_mm = style.area.y1 - style.area.y0
  const notes = notesPanels(generalNotes(site), {
    width_mm: NOTES_WIDTH * style.data,
    text_mm: style.data,
    limit_mm,
    heading: 'GENERAL NOTES',
  })
  const bonds = tablePanels(bondTable(site), tableStyle(style), limit_mm)
  const legend = legendPanel(symbols, LEGEND_COLUMNS, style.data)
  return (sheets) => [
    ...notes,
    legend,
    ...tablePanels(sheetList(title_block, sheets), tableStyle(style), limit_mm),
    ...bonds,
  ]
}
