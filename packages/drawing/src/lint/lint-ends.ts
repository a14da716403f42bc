import type { Area, Point, Primitive } from '@edp/schemas'

import type { DrawingProblem } from './drawing-problem.ts'
import { crosses, grown, holds, segmentBox } from './geometry.ts'
import type { SheetShapes } from './sheet-shapes.ts'

/** How far the end of a line may be from what it leads to, mm. */
const REACH_MM = 0.4
/** How far it may be from a text that says where it leads, mm. */
const TEXT_REACH_MM = 4
/** Lines that end on a busbar, so that its own ends may be free. */
const TAPS = 2

/** Lines of a net that end in the open: at no other line, symbol or text. A line that others tap is a busbar. */
export function lintEnds(sheet_id: string, shapes: SheetShapes): DrawingProblem[] {
  const problems: DrawingProblem[] = []
  for (const item of new Set(shapes.wires.map((wire) => wire.item)))
    for (const at of endsOf(item))
      if (!isBusbar(item, shapes) && !leadsSomewhere(item, at, shapes)) {
        const net = 'net' in item ? (item.net ?? '') : ''
        problems.push({ code: 'line_end_loose', sheet_id, message: `a line of ${net} ends in the open`, at })
      }
  return problems
}

/** The two ends of a line or open polyline that carries a net. */
function endsOf(item: Primitive): Point[] {
  if (item.kind === 'line') return item.net === undefined ? [] : [item.from, item.to]
  if (item.kind !== 'polyline' || item.net === undefined || item.closed === true || item.filled === true)
    return []
  return [item.points[0], item.points.at(-1)].filter((point) => point !== undefined)
}

function leadsSomewhere(item: Primitive, at: Point, shapes: SheetShapes): boolean {
  const spot: Area = { x0: at[0], x1: at[0], y0: at[1], y1: at[1] }
  const around = grown(spot, REACH_MM)
  for (const wire of shapes.wiresAt.near(around))
    if (wire.item !== item && crosses(wire.segment, around)) return true
  for (const { box } of shapes.symbolsAt.near(around)) if (holds(grown(box, REACH_MM), at)) return true
  const label = grown(spot, TEXT_REACH_MM)
  for (const { box } of shapes.labelsAt.near(label)) if (holds(grown(box, TEXT_REACH_MM), at)) return true
  return false
}

/** Whether several other lines end on a straight line. */
function isBusbar(item: Primitive, { wiresAt }: SheetShapes): boolean {
  if (item.kind !== 'line') return false
  const along = grown(segmentBox(item), REACH_MM)
  const taps = new Set<Primitive>()
  for (const wire of wiresAt.near(along))
    if (wire.item !== item && (holds(along, wire.segment.from) || holds(along, wire.segment.to)))
      taps.add(wire.item)
  return taps.size >= TAPS
}
