import { drawingArea, type SiteModel, type SymbolDefinition, type TitleBlock } from '@edp/schemas'

import { notesPanels } from '../sheet/notes-panels.ts'
import { legendPanel, tablePanels, type Panel } from '../sheet/panels.ts'
import { sheetList } from '../sheet/sheet-list.ts'
import { bondTable } from './schedules/bond-table.ts'
import { directCurrentTables } from './schedules/direct-current-table.ts'
import { generalNotes } from './sld-notes.ts'
import { tableStyle, type SldStyle } from './sld-style.ts'

/** Widths of the general notes, in cap heights: wider where one column then holds them. */
const NOTES_WIDTHS = [62, 64, 66, 68, 70, 72, 74] as const

/** General content by the sheets that the list has. */
type PanelsOf = (sheets: readonly { readonly sheet_id: string; readonly title: string }[]) => Panel[]

/** Two columns of notes are not quite equal, because a note is never broken. */
const HALF = 0.55

/**
 * General notes, legend, list of sheets and bonds to the earth ring, in the ways that a sheet may hold them: notes in one column, and in
 * two where they are one otherwise.
 */
export function generalPanels(
  site: SiteModel,
  title_block: TitleBlock,
  symbols: readonly SymbolDefinition[],
  style: SldStyle,
): readonly [PanelsOf, ...PanelsOf[]] {
  // Panels that a smaller paper holds too can follow their sheet there.
  const { y0, y1 } = style.size === 'A1' ? drawingArea('A2') : style.area
  const limit_mm = y1 - y0
  const notes = generalNotes(site)
  const notesWithin = (most_mm: number): Panel[] =>
    notesPanels(notes, {
      widths_mm: [NOTES_WIDTHS[0] * style.data, ...NOTES_WIDTHS.slice(1).map((width) => width * style.data)],
      text_mm: style.data,
      limit_mm: most_mm,
      heading: 'GENERAL NOTES',
    })
  const bonds = [bondTable(site), ...directCurrentTables(site)].flatMap((table) =>
    tablePanels(table, tableStyle(style), limit_mm),
  )
  const legend = legendPanel(symbols, limit_mm, style.data)
  const besides =
    (columns: readonly Panel[]): PanelsOf =>
    (sheets) => [
      ...columns,
      legend,
      ...tablePanels(sheetList(title_block, sheets), tableStyle(style), limit_mm),
      ...bonds,
    ]
  const column = notesWithin(limit_mm)
  const [only, ...others] = column
  return only === undefined || others.length > 0
    ? [besides(column)]
    : [besides(column), besides(notesWithin(HALF * only.height_mm))]
}
