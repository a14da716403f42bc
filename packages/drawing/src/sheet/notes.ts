import { NOTE_MAX, wrapText, type Area, type Primitive, type Sheet } from '@edp/schemas'

import { pen } from './pen.ts'
import { stripAreas } from './title-strip.ts'

const ink = pen('G-ANNO-TEXT')
const COLUMN_GAP_MM = 6
/** Narrowest and widest column that reads well, in cap heights. */
const COLUMN_HEIGHTS = 42

/** Notes laid out in columns, and those that did not fit. */
export interface PlacedNotes {
  readonly items: readonly Primitive[]
  readonly rest: readonly string[]
  /** Right edge of the last column, mm. */
  readonly x1: number
}

/** Numbered notes in columns from the upper left of an area. The first note has number `first`. */
export function placeNotes(
  notes: readonly string[],
  area: Area,
  text_mm: number,
  first = 1,
  heading = 'NOTES',
): PlacedNotes {
  if (notes.length === 0) return { items: [], rest: [], x1: area.x0 }
  const pitch = text_mm * 1.55
  const columns = Math.max(
    1,
    Math.floor((area.x1 - area.x0 + COLUMN_GAP_MM) / (text_mm * COLUMN_HEIGHTS + COLUMN_GAP_MM)),
  )
  const width = (area.x1 - area.x0 - (columns - 1) * COLUMN_GAP_MM) / columns
  const indent = text_mm * 2.6
  const items: Primitive[] = [ink.text([area.x0, area.y1 - text_mm * 1.2], text_mm * 1.2, heading)]
  const top = area.y1 - text_mm * 3
  let [column, y] = [0, top]
  for (const [index, note] of notes.entries()) {
    const lines = wrapText(note, text_mm, width - indent, NOTE_MAX)
    const height = (lines.length - 1) * pitch
    if (y - height < area.y0 + text_mm * 0.3 && y !== top) {
      column += 1
      y = top
    }
    if (column >= columns || y - height < area.y0) return { items, rest: notes.slice(index), x1: area.x1 }
    const x = area.x0 + column * (width + COLUMN_GAP_MM)
    items.push(ink.text([x, y], text_mm, `${first + index}.`))
    lines.forEach((line, i) => items.push(ink.text([x + indent, y - i * pitch], text_mm, line)))
    y -= height + pitch * 1.15
  }
  return { items, rest: [], x1: area.x0 + (column + 1) * (width + COLUMN_GAP_MM) }
}

/** Text height of notes on a paper, mm. */
export function notesHeight(size: Sheet['size']): number {
  return size === 'A3' ? 1.8 : 2.5
}

/** The notes of a sheet that its strip does not hold; a generator puts them on a sheet of their own. */
export function notesOverflow(sheet: Sheet): readonly string[] {
  return placeNotes(sheet.notes, stripAreas(sheet.size).notes, notesHeight(sheet.size)).rest
}
