import type { Primitive, SiteModel, Typical } from '@edp/schemas'

import type { PlannedSheet } from './block-context.ts'
import type { BoardPlace } from './distribution/cable-text.ts'
import { boardsOf, lanesOf, type Board } from './distribution/board-tree.ts'
import { drawBoard } from './distribution/draw-board.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** What a container has inside, from its incoming feeders to its loads. */
interface Diagram {
  readonly typical: Typical
  readonly boards: readonly Board[]
  readonly width: number
}

const NAMES: Partial<Record<Typical['kind'], string>> = {
  compute_container: 'compute container',
  grid_container: 'grid container',
}

/** From the top of the sheet to the first bus, mm: heading, incomers with their cables. */
const HEAD_MM = { A1: 58, A2: 58, A3: 46 } as const
/** The same where nothing comes in from above, mm. */
const BARE_HEAD_MM = { A1: 36, A2: 36, A3: 30 } as const
/** First part of the ids of these sheets. */
export const DISTRIBUTION = 'distribution-'
const GAP_MM = 12
const BASIS = 'Currents are what the catalogue rates each cable for.'

/** The distribution inside the typical containers, side by side where a sheet is wide enough. */
export function distributionSheets(site: SiteModel, style: SldStyle): PlannedSheet[] {
  const diagrams = site.typicals.flatMap((typical): Diagram[] => {
    const boards = boardsOf(typical)
    const lanes = boards.reduce((sum, board) => sum + lanesOf(board), 0)
    return lanes === 0 ? [] : [{ typical, boards, width: lanes * style.feeder + GAP_MM }]
  })
  const room = style.area.x1 - style.area.x0 - 3 + GAP_MM
  const pages: Diagram[][] = []
  for (const diagram of diagrams) {
    const page = pages.at(-1)
    const taken = page?.reduce((sum, { width }) => sum + width, 0) ?? Infinity
    if (page !== undefined && taken + diagram.width <= room) page.push(diagram)
    else pages.push([diagram])
  }
  return pages.map((page, index): PlannedSheet => ({
    sheet_id: `${DISTRIBUTION}${index + 1}`,
    title: `Internal distribution: ${page.map(({ typical }) => shortTitle(typical)).join(', ')}`,
    content: null,
    draw({ outside, numberOf }): Primitive[] {
      let x = style.area.x0 + 3
      return page.flatMap((diagram) => {
        const left = x
        x += diagram.width
        const sheet = outside === null ? null : { sheet_id: outside, number: numberOf(outside) }
        return drawDiagram(diagram, left, style, sheet)
      })
    },
  }))
}

function titleOf({ kind, designations, modules_count }: Typical): string {
  const name = `${NAMES[kind] ?? kind} ${designations}`
  return modules_count === 1 ? name : `${name}, typical`
}

function shortTitle({ designations, modules_count }: Typical): string {
  return modules_count === 1 ? designations : `${designations} (typical)`
}

function drawDiagram(
  { typical, boards }: Diagram,
  x0: number,
  style: SldStyle,
  outside: BoardPlace['outside'],
): Primitive[] {
  const fed = boards.some((board) => board.incomers.length > 0)
  const bus_y = style.area.y1 - (fed ? HEAD_MM : BARE_HEAD_MM)[style.size]
  let x = x0
  return [
    ink.tag.text([x0, style.area.y1 - style.tag - 2], style.tag, titleOf(typical).toUpperCase()),
    ink.text.text([x0, style.area.y1 - style.tag - 2 - style.pitch * 1.1], style.data, BASIS),
    ...boards.flatMap((board) => {
      const left = x
      x += lanesOf(board) * style.feeder
      return drawBoard(board, left, bus_y, { style, scope: typical.kind, outside })
    }),
  ]
}
