import type { DrawingProblem } from './drawing-problem.ts'
import { crosses, grown, holds, intersect, overlap } from './geometry.ts'
import type { PlacedSymbol, SheetShapes, Wire } from './sheet-shapes.ts'

/** How far a line may graze the bounds of a symbol without counting as drawn through it, mm. */
const MARGIN_MM = 0.6
const TOLERANCE_MM = 0.15

/** Lines that run through a symbol which is not theirs, and symbols over each other. */
export function lintSymbols(sheet_id: string, shapes: SheetShapes): DrawingProblem[] {
  const problems: DrawingProblem[] = []
  const done = new Set<PlacedSymbol>()
  for (const symbol of shapes.symbols) {
    done.add(symbol)
    const at = symbol.use.at
    for (const wire of shapes.wiresAt.near(symbol.box))
      if (runsThrough(wire, symbol)) {
        const message = `a line of ${wire.net ?? 'no net'} runs through symbol ${symbol.use.symbol}`
        problems.push({ code: 'line_through_symbol', sheet_id, message, at })
      }
    for (const other of shapes.symbolsAt.near(symbol.box))
      if (!done.has(other) && collide(symbol, other)) {
        const message = `symbol ${symbol.use.symbol} lies over symbol ${other.use.symbol}`
        problems.push({ code: 'symbol_over_symbol', sheet_id, message, at })
      }
  }
  return problems
}

/** A line that ends inside the bounds is taken for a connection; one of the symbol's own net may pass, as at a CT. */
function runsThrough({ net, segment }: Wire, { use, box }: PlacedSymbol): boolean {
  if (net !== undefined && net === use.net) return false
  const inner = grown(box, -MARGIN_MM)
  return !holds(inner, segment.from) && !holds(inner, segment.to) && crosses(segment, inner)
}

function collide(a: PlacedSymbol, b: PlacedSymbol): boolean {
  return (
    overlap(grown(a.box, -TOLERANCE_MM), grown(b.box, -TOLERANCE_MM)) &&
    a.segments.some((one) => b.segments.some((other) => intersect(one, other)))
  )
}
