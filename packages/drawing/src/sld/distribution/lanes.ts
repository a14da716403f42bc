import type { SiteModel, Typical } from '@edp/schemas'

import { papersOf, type SldStyle } from '../sld-style.ts'
import { boardsOf, lanesOf, type Board } from './board-tree.ts'

/** Between two diagrams side by side or below each other, mm. */
export const GAP_MM = 10
/** Most that a lane gives up so that diagrams stand side by side, and so that the largest of them fits a smaller paper, mm. */
const SQUEEZE_MM = { beside: 2, paper: 4.5 } as const
/** From the edge of the drawing area to a diagram, mm. */
export const LEFT_MM = 4
/** Right of a diagram for what its last lane reaches over, mm. */
const RIGHT_MM = 3

/** What a container has inside, in lanes. */
export interface Lanes {
  readonly typical: Typical
  readonly boards: readonly Board[]
  readonly lanes: number
  /** Width of a lane, mm. */
  readonly lane_mm: number
}

/** The boards inside every typical container and the width that their lanes have on a sheet, mm. */
export function lanesOn({ typicals }: SiteModel, { area, feeder }: SldStyle): Lanes[] {
  const room = area.x1 - area.x0 - LEFT_MM - RIGHT_MM
  const trees = byDesignation(typicals).flatMap((typical) => {
    const boards = boardsOf(typical)
    const lanes = boards.reduce((sum, board) => sum + lanesOf(board), 0)
    return lanes === 0 ? [] : [{ typical, boards, lanes }]
  })
  const all = trees.reduce((sum, { lanes }) => sum + lanes, 0)
  const together = (room - GAP_MM * (trees.length - 1)) / all
  // Lanes are narrower where all diagrams then stand side by side, and where one takes more than a sheet has.
  return trees.map((tree) => ({
    ...tree,
    lane_mm: Math.min(feeder, together >= feeder - SQUEEZE_MM.beside ? together : room / tree.lanes),
  }))
}

/** Whether names and boxes of loads stand apart in lanes of a width. */
export function readsWell(lane_mm: number, { feeder }: SldStyle): boolean {
  return lane_mm >= feeder - SQUEEZE_MM.paper
}

/** Width of the narrowest lane that these diagrams may be drawn in, mm; that of feeders where there are none. */
export function narrowestLane(site: SiteModel, style: SldStyle): number {
  const tried = papersOf(style).map((area) => lanesOn(site, { ...style, area }).map(({ lane_mm }) => lane_mm))
  const chosen = tried.find((lanes) => lanes.every((lane) => readsWell(lane, style))) ?? tried.at(-1) ?? []
  return Math.min(style.feeder, ...chosen)
}

/** Typicals of a kind in the order of their designations: C01, which may hold the spines, before C02 and the others. */
function byDesignation(typicals: readonly Typical[]): Typical[] {
  const kinds = [...new Set(typicals.map(({ kind }) => kind))]
  return typicals.toSorted(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.designations < b.designations ? -1 : 1),
  )
}
