import type { DrawingProblem } from './drawing-problem.ts'
import { intersect, overlap, segmentBox } from './geometry.ts'
import type { SheetShapes, Wire } from './sheet-shapes.ts'

/** Layers of tables by the end of their name. */
const TABLES = '-ANNO-TABL'
/** Common length of two lines that is drawing tolerance, mm. */
const TOLERANCE_MM = 0.2

/** Rules of tables across or along lines of the drawing: a table stands beside what is drawn. */
export function lintTables(sheet_id: string, { wires, wiresAt }: SheetShapes): DrawingProblem[] {
  return wires.filter(isRule).flatMap((rule): DrawingProblem[] => {
    const crossed = [...wiresAt.near(segmentBox(rule.segment))].find(
      (wire) => !isRule(wire) && (intersect(rule.segment, wire.segment) || along(rule, wire)),
    )
    if (crossed === undefined) return []
    const message = `a table lies over a line of ${crossed.net ?? crossed.item.layer}`
    return [{ code: 'table_over_line', sheet_id, message, at: rule.segment.from }]
  })
}

function isRule({ item }: Wire): boolean {
  return item.layer.endsWith(TABLES)
}

/** Whether two upright or two level lines cover each other. */
function along(a: Wire, b: Wire): boolean {
  const [first, second] = [segmentBox(a.segment), segmentBox(b.segment)]
  const upright = first.x0 === first.x1 && second.x0 === second.x1
  const level = first.y0 === first.y1 && second.y0 === second.y1
  if (!upright && !level) return false
  const [x, y] = upright ? [TOLERANCE_MM / 2, -TOLERANCE_MM / 2] : [-TOLERANCE_MM / 2, TOLERANCE_MM / 2]
  return overlap({ x0: first.x0 - x, x1: first.x1 + x, y0: first.y0 - y, y1: first.y1 + y }, second)
}
