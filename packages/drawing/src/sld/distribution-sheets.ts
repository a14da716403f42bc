import type { Primitive, SiteModel, Typical } from '@edp/schemas'

import { boundsOf } from '../sheet/bounds.ts'
import { designationRange } from '../sheet/designation-range.ts'
import type { PlannedSheet } from './block-context.ts'
import type { BoardPlace } from './distribution/cable-text.ts'
import { sectionsOf, type BusSection } from './distribution/bus-sections.ts'
import { ofTypical, switchesBeyond } from './distribution/field-switches.ts'
import { lanesOf, type Board } from './distribution/board-tree.ts'
import { GAP_MM, LEFT_MM, lanesOn, readsWell } from './distribution/lanes.ts'
import { drawLockOut, lockOutOf, lockOutPlace, type LockOut } from './distribution/draw-lock-out.ts'
import { drawBoard } from './distribution/draw-board.ts'
import { ink, papersOf, type SldStyle } from './sld-style.ts'

/** What a container has inside, from its incoming feeders to its loads. */
interface Diagram {
  readonly typical: Typical
  readonly boards: readonly Board[]
  /** Before its nets and ids: the kind, or the module where the kind has another typical before. */
  readonly scope: string
  readonly style: SldStyle
  /** Sections of the board of its block. */
  readonly sections: ReadonlyMap<string, BusSection>
  readonly beyond: BoardPlace['beyond']
  readonly lock_out: LockOut | null
  readonly width: number
  readonly height: number
}

const NAMES: Partial<Record<Typical['kind'], string>> = {
  compute_container: 'compute container',
  grid_container: 'grid container',
}

/** From the top of the sheet to the first bus, mm: heading, incomers with their cables and meters; on A1 they stand beside the heading. */
const HEAD_MM = { A1: 43, A2: 64, A3: 52 } as const
/** The same where nothing comes in from above, mm. */
const BARE_HEAD_MM = { A1: 40, A2: 40, A3: 34 } as const
/** Below the insertion point of the last load, mm: its box. */
const LAST_LOAD_MM = 14
/** How the figures on these sheets are read. */
const BASIS = [
  'Breakers: rating in A, poles, interrupting rating. N: neutral, E: earthing conductor.',
  'Isc: greatest current at a board, behind an infinite bus with all motors. Loads are the greatest of each way, not all at one time.',
]
const BY_BLOCK =
  'n: number of the block. Ratings that differ from block to block stand on the sheets of the blocks.'

/** A diagram with the place of its upper left corner on its page. */
interface PlacedDiagram {
  readonly diagram: Diagram
  readonly x: number
  readonly y: number
}

/**
 * The distribution inside the typical containers, on A2 where that holds the largest of them; side by side or below each
 * other where a sheet has the room.
 */
export function distributionSheets(site: SiteModel, style: SldStyle): PlannedSheet[] {
  return pagesOnPaper(site, style).map((page, index): PlannedSheet => ({
    sheet_id: `distribution-${index + 1}`,
    title: `Internal distribution: ${page.map(({ diagram }) => shortTitle(diagram.typical)).join(', ')}`,
    content: null,
    inside: page.flatMap(({ diagram }) => diagram.typical.module_ids),
    draw: ({ feeding, numberOf }) =>
      page.flatMap((placed) => {
        const sheets = feeding(placed.diagram.typical.module_ids)
        const [first] = sheets
        const outside =
          first === undefined ? null : { sheet_id: first, text: sheetsText(sheets.map(numberOf)) }
        return drawDiagram(placed, outside)
      }),
  }))
}

/** Pages on the smallest paper that holds every diagram in lanes that read well, else on the largest. */
function pagesOnPaper(site: SiteModel, style: SldStyle): PlacedDiagram[][] {
  const tried = papersOf(style).map((area) => {
    const on = { ...style, area }
    return { on, diagrams: diagramsOf(site, on) }
  })
  const best = tried.find(({ on, diagrams }) => diagrams.every((one) => fits(one, on))) ?? tried.at(-1)
  return best === undefined ? [] : pagesOf(best.diagrams, best.on)
}

function fits(diagram: Diagram, style: SldStyle): boolean {
  return diagram.height <= style.area.y1 - style.area.y0 && readsWell(diagram.style.feeder, style)
}

/** `sheet 002`, or those sheets alone on which feeders of the containers stand: `sheets 002, 004..006`. */
function sheetsText(numbers: readonly string[]): string {
  return numbers.length === 1 ? `sheet ${numbers[0] ?? ''}` : `sheets ${designationRange(numbers)}`
}

function diagramsOf(site: SiteModel, style: SldStyle): Diagram[] {
  const beyond = switchesBeyond(site)
  return lanesOn(site, style).map(({ typical, boards, lanes, lane_mm }): Diagram => {
    const diagram = {
      typical,
      boards,
      scope: scopeOf(typical, site),
      style: { ...style, feeder: lane_mm },
      sections: typical.kind === 'grid_container' ? sectionsIn(typical, site) : new Map(),
      beyond: ofTypical(beyond, typical),
      lock_out: lockOutOf(typical, site),
      width: lanes * lane_mm,
      height: 0,
    }
    const drawn = boundsOf(drawDiagram({ diagram, x: 0, y: 0 }, null))
    return { ...diagram, height: LAST_LOAD_MM - drawn.y0 }
  })
}

function sectionsIn(typical: Typical, { electrical }: SiteModel): ReadonlyMap<string, BusSection> {
  const block = electrical.blocks.find(({ mv_bus }) => typical.module_ids.includes(mv_bus?.module_id ?? ''))
  return sectionsOf(block, typical.modules_count > 1)
}

/** Beside the last diagram of a page, else below the first, else on a page of its own. */
function pagesOf(diagrams: readonly Diagram[], { area }: SldStyle): PlacedDiagram[][] {
  const pages: PlacedDiagram[][] = []
  for (const diagram of diagrams) {
    const page = pages.at(-1)
    const last = page?.at(-1)
    const lowest = Math.min(...(page ?? []).map((placed) => placed.y - placed.diagram.height)) - GAP_MM
    const beside = last === undefined ? Infinity : last.x + last.diagram.width + GAP_MM
    if (page !== undefined && last !== undefined && beside + diagram.width <= area.x1 + 1e-6)
      page.push({ diagram, x: beside, y: last.y })
    else if (page !== undefined && lowest - diagram.height >= area.y0)
      page.push({ diagram, x: area.x0 + LEFT_MM, y: lowest })
    else pages.push([{ diagram, x: area.x0 + LEFT_MM, y: area.y1 }])
  }
  return pages
}

function titleOf({ kind, designations, modules_count }: Typical): string {
  const name = `${NAMES[kind] ?? kind} ${designations}`
  return modules_count === 1 ? name : `${name}, typical`
}

function scopeOf(typical: Typical, { typicals }: SiteModel): string {
  const first = typicals.find(({ kind }) => kind === typical.kind)
  return first === typical ? typical.kind : (typical.module_ids[0] ?? typical.kind)
}

function shortTitle({ designations, modules_count }: Typical): string {
  return modules_count === 1 ? designations : `${designations} (typical)`
}

function drawDiagram({ diagram, x, y }: PlacedDiagram, outside: BoardPlace['outside']): Primitive[] {
  const { typical, boards, scope, style } = diagram
  const fed = boards.some((board) => board.incomers.length > 0)
  const top = y - style.tag - 2
  const bus_y = y - (fed ? HEAD_MM : BARE_HEAD_MM)[style.size]
  const basis = [...BASIS, ...(fed || typical.modules_count === 1 ? [] : [BY_BLOCK])]
  const place: BoardPlace = {
    style,
    scope,
    equipment: new Map(typical.equipment.map((equipment) => [equipment.device, equipment])),
    outside,
    beyond: diagram.beyond,
    lock_out: diagram.lock_out,
    sections: diagram.sections,
  }
  let left = x
  return [
    ink.tag.text([x, top], style.tag, titleOf(typical).toUpperCase()),
    ...basis.map((value, index) => ink.text.text([x, top - style.pitch * (index + 1.1)], style.data, value)),
    ...boards.flatMap((board) => {
      const x0 = left
      left += lanesOf(board) * style.feeder
      return drawBoard(board, x0, bus_y, place)
    }),
    ...(diagram.lock_out === null
      ? []
      : drawLockOut(diagram.lock_out, lockOutPlace(boards, [x, bus_y], style), scope, style)),
  ]
}
