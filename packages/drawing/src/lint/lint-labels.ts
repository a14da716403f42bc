import type { Area } from '@edp/schemas'

import type { DrawingProblem } from './drawing-problem.ts'
import { crosses, grown, overlap } from './geometry.ts'
import type { Label, SheetShapes, Wire } from './sheet-shapes.ts'

/** How far a label may reach into a neighbour, mm: advance widths hold white space. */
const TOLERANCE_MM = 0.15

/** Texts over texts, over symbols and over lines of another net. */
export function lintLabels(sheet_id: string, shapes: SheetShapes): DrawingProblem[] {
  const problems: DrawingProblem[] = []
  const done = new Set<Label>()
  for (const label of shapes.labels) {
    done.add(label)
    const inner = grown(label.box, -TOLERANCE_MM)
    const report = (code: DrawingProblem['code'], over: string): void => {
      const message = `${quoted(label)} lies over ${over}`
      problems.push({ code, sheet_id, message, at: [label.box.x0, label.box.y0] })
    }
    for (const other of shapes.labelsAt.near(label.box))
      if (!done.has(other) && overlap(inner, grown(other.box, -TOLERANCE_MM)))
        report('text_over_text', quoted(other))
    for (const { use, segments } of shapes.symbolsAt.near(label.box))
      if (segments.some((segment) => crosses(segment, inner)))
        report('text_over_symbol', `symbol ${use.symbol}`)
    for (const wire of shapes.wiresAt.near(label.box))
      if (crosses(wire.segment, keptClear(label, wire)))
        report('text_over_line', `a line of ${wire.net ?? 'no net'}`)
  }
  return problems
}

/** What a line must keep out of: all of a text, or of a text of its own net only the middle of the letters. */
function keptClear({ text, box }: Label, wire: Wire): Area {
  if (wire.net === undefined || wire.net !== text.net) return grown(box, wire.half_mm - TOLERANCE_MM)
  const quarter = text.height / 4
  return text.rotation_deg === 90
    ? { ...box, x0: box.x0 + quarter, x1: box.x0 + text.height - quarter }
    : { ...box, y0: box.y1 - text.height + quarter, y1: box.y1 - quarter }
}

function quoted({ text }: Label): string {
  return JSON.stringify(text.value)
}
