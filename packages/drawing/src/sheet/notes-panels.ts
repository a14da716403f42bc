import { NOTE_MAX, wrapText } from '@edp/schemas'

import { placeNotes } from './notes.ts'
import { continuing, type Panel } from './panels.ts'

/** How notes are set in panels, mm. */
export interface NotesStyle {
  /** Widths that are tried in turn until one panel holds all notes; the first one where none does. */
  readonly widths_mm: readonly [number, ...number[]]
  readonly text_mm: number
  /** Greatest height of a panel. */
  readonly limit_mm: number
  readonly heading: string
}

/** Numbered notes in one column as a panel, or as several where they are higher than the limit; a note is never broken. */
export function notesPanels(notes: readonly string[], style: NotesStyle): Panel[] {
  for (const width_mm of style.widths_mm) {
    const panels = panelsOfWidth(notes, width_mm, style)
    if (panels.length <= 1) return panels
  }
  return panelsOfWidth(notes, style.widths_mm[0], style)
}

function panelsOfWidth(notes: readonly string[], width_mm: number, style: NotesStyle): Panel[] {
  const { text_mm, limit_mm } = style
  const lines = notes.map((note) => wrapText(note, text_mm, width_mm - text_mm * 2.6, NOTE_MAX).length)
  const panels: Panel[] = []
  for (let from = 0; from < notes.length;) {
    let [end, sum] = [from + 1, lines[from] ?? 0]
    while (end < notes.length && heightOf(sum + (lines[end] ?? 0), end + 1 - from, text_mm) <= limit_mm) {
      sum += lines[end] ?? 0
      end += 1
    }
    const piece = notesPanel(
      notes.slice(from, end),
      from,
      width_mm,
      heightOf(sum, end - from, text_mm),
      style,
    )
    panels.push(continuing(piece, panels.at(-1)))
    from = end
  }
  return panels
}

/** Height of so many notes of so many lines in all, with their heading, mm. */
function heightOf(lines: number, count: number, text_mm: number): number {
  const pitch = text_mm * 1.55
  return text_mm * 4 + lines * pitch + count * pitch * 0.15
}

function notesPanel(
  notes: readonly string[],
  before: number,
  width_mm: number,
  height_mm: number,
  { text_mm, heading }: NotesStyle,
): Panel {
  return {
    width_mm,
    height_mm,
    draw(x0, y1) {
      const area = { x0, x1: x0 + width_mm, y0: y1 - height_mm, y1 }
      return placeNotes(notes, area, text_mm, before + 1, before === 0 ? heading : `${heading} (continued)`)
        .items
    },
  }
}
