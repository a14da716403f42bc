import { drawableText, drawingArea, NOTE_MAX, type Drawing, type Primitive, type Sheet } from '@edp/schemas'

import { drawnBox } from '../sheet/bounds.ts'
import { notesOverflow } from '../sheet/notes.ts'
import type { DrawingProblem } from './drawing-problem.ts'
import { grown } from './geometry.ts'

/** Least cap heights, mm (steps of ISO 3098): A1 and A2 are also read when reduced. */
const TEXT_MIN_MM = { A1: 2.5, A2: 2.5, A3: 1.8 } as const satisfies Record<Sheet['size'], number>

/** What a text that found no room ends in, see `fitText`. */
const ELLIPSIS = '...'

/** What lies outside the drawing area, is too small to read, or has no room in the strip; and sheets that show nothing. */
export function lintPlacement(drawing: Drawing, sheet: Sheet): DrawingProblem[] {
  const { sheet_id, size } = sheet
  const symbols = new Map(drawing.symbols.map((symbol) => [symbol.name, symbol]))
  const area = grown(drawingArea(size), 0.01)
  const problems: DrawingProblem[] = notesOverflow(sheet).map((note) => ({
    code: 'notes_overflow',
    sheet_id,
    message: `the strip has no room for the note ${JSON.stringify(note)}`,
  }))
  for (const note of sheet.notes)
    if (!note.endsWith(ELLIPSIS) && drawableText(note, NOTE_MAX).endsWith(ELLIPSIS))
      problems.push({ code: 'text_cut', sheet_id, message: `the note ${JSON.stringify(note)} is cut short` })
  if (sheet.items.length === 0)
    problems.push({ code: 'empty_sheet', sheet_id, message: `sheet ${sheet_id} shows nothing` })
  for (const item of sheet.items) {
    const box = drawnBox(item, symbols)
    const at = [box.x0, box.y0] as const
    if (box.x0 < area.x0 || box.y0 < area.y0 || box.x1 > area.x1 || box.y1 > area.y1)
      problems.push({
        code: 'outside_area',
        sheet_id,
        message: `${nameOf(item)} reaches out of the drawing area`,
        at,
      })
    if (item.kind === 'text' && item.value.endsWith(ELLIPSIS))
      problems.push({ code: 'text_cut', sheet_id, message: `${nameOf(item)} is cut short`, at })
    if (item.kind === 'text' && item.height < TEXT_MIN_MM[size])
      problems.push({
        code: 'text_too_small',
        sheet_id,
        message: `${nameOf(item)} is ${item.height} mm high, expected at least ${TEXT_MIN_MM[size]} on ${size}`,
        at,
      })
  }
  return problems
}

function nameOf(item: Primitive): string {
  if (item.kind === 'text') return JSON.stringify(item.value)
  return item.kind === 'use' ? `symbol ${item.symbol}` : `a ${item.kind}`
}
