import type { DrawingProblem } from './drawing-problem.ts'
import { segmentBox } from './geometry.ts'
import type { SheetShapes, Wire } from './sheet-shapes.ts'

/** Common length of two lines that is drawing tolerance and no joint, mm. */
const TOLERANCE_MM = 0.2

interface Piece {
  readonly from: number
  readonly to: number
  readonly wire: Wire
}

/** Lines of different nets drawn over each other along more than a point: they read as one conductor. */
export function lintNets(sheet_id: string, shapes: SheetShapes): DrawingProblem[] {
  return [...tracksOf(shapes.wires).values()].flatMap((track) => {
    const problems: DrawingProblem[] = []
    let longest: Piece | undefined
    for (const piece of track.sort((a, b) => a.from - b.from || a.to - b.to)) {
      if (
        longest !== undefined &&
        piece.from < longest.to - TOLERANCE_MM &&
        piece.wire.net !== longest.wire.net
      ) {
        const message = `lines of ${longest.wire.net ?? ''} and ${piece.wire.net ?? ''} lie over each other`
        problems.push({ code: 'nets_joined', sheet_id, message, at: piece.wire.segment.from })
      }
      if (longest === undefined || piece.to > longest.to) longest = piece
    }
    return problems
  })
}

/** Horizontal and vertical lines that have a net, by the straight line that they lie on. */
function tracksOf(wires: readonly Wire[]): Map<string, Piece[]> {
  const tracks = new Map<string, Piece[]>()
  for (const wire of wires) {
    const { x0, y0, x1, y1 } = segmentBox(wire.segment)
    const upright = x1 - x0 < 0.01
    if (wire.net === undefined || (!upright && y1 - y0 >= 0.01)) continue
    const key = upright ? `x${x0.toFixed(2)}` : `y${y0.toFixed(2)}`
    const piece = upright ? { from: y0, to: y1, wire } : { from: x0, to: x1, wire }
    const track = tracks.get(key)
    if (track === undefined) tracks.set(key, [piece])
    else track.push(piece)
  }
  return tracks
}
