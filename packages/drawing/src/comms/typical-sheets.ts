import { drawingArea, fitText, type Area, type Primitive, type SiteModule } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import { PENS, TEXT } from './comms-style.ts'
import { typicalRowHeight, typicalRowItems } from './typical-rows.ts'
import type { Panel } from './typical-panels.ts'
import type { PanelRow } from './port-rows.ts'

const COLUMNS = 4
const COLUMN_GAP = 8
const HEAD = 22
/** Heading of a module. */
const TITLE = 12
/** A panel begins where it has room for as many rows. */
const LEAST_ROWS = 4
const PANEL_GAP = 8
/** Symbol of the switch and the text beside it, from the left of the panel. */
const STEM = 8
const HEAD_X = 19

/** A typical module with its panels, and what it is called: the heading over them. */
export interface TypicalSubject {
  readonly module: SiteModule
  readonly panels: readonly Panel[]
  readonly title: string
  /** Short, for the title of a sheet that holds several. */
  readonly name: string
}

/** Panels page by page with the room that they take, and the page on which each subject begins. */
export interface TypicalPages {
  readonly pages: readonly { readonly items: readonly Primitive[]; readonly taken: readonly Area[] }[]
  readonly starts: readonly number[]
}

/** Columns of panels that a room holds side by side. */
export function columnsIn(room: Area): Area[] {
  const { x0, x1 } = drawingArea('A1')
  const width = (x1 - x0 - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS
  const count = Math.floor((room.x1 - room.x0 + COLUMN_GAP + 0.01) / (width + COLUMN_GAP))
  return Array.from({ length: count }, (_, index) => {
    const left = room.x0 + index * (width + COLUMN_GAP)
    return { ...room, x0: left, x1: left + width }
  })
}

/**
 * Typical modules one after the other, every switch with its ports and the devices on them, in the columns of some pages; null
 * where those do not hold them. The last page has other things beside it: where it goes on with a module it says so.
 */
export function typicalPages(
  subjects: readonly TypicalSubject[],
  rooms: readonly (readonly Area[])[],
): TypicalPages | null {
  const last = rooms.length - 1
  const columns = rooms.flatMap((page, index) => page.map((area) => ({ page: index, area })))
  const pages = rooms.map(() => ({ items: [] as Primitive[], taken: [] as Area[] }))
  const starts: number[] = []
  let index = 0
  let y = columns[0]?.area.y1 ?? 0
  const put = (items: readonly Primitive[], height: number): void => {
    const column = columns[index]
    if (column === undefined) return
    pages[column.page]?.items.push(...items)
    pages[column.page]?.taken.push({ ...column.area, y0: y - height, y1: y })
    y -= height
  }
  const heading = (title: string): void => {
    const { x0 = 0, x1 = 0 } = columns[index]?.area ?? {}
    put([PENS.tags.text([x0, y - TEXT.heading], TEXT.heading, fitText(title, TEXT.heading, x1 - x0))], TITLE)
  }
  const next = (title: string): void => {
    const before = columns[index]?.page
    index += 1
    const column = columns[index]
    y = column?.area.y1 ?? 0
    if (column !== undefined && column.page === last && before !== last) heading(`${title} (continued)`)
  }
  /** How many of the rows have room in the column; none where those are too few to begin. */
  const roomFor = (rows: readonly PanelRow[], more: number): number => {
    const { x0, x1, y0 } = columns[index]?.area ?? { x0: 0, x1: 0, y0: y }
    let below = y - y0 - HEAD - more
    const none = rows.findIndex((row) => (below -= typicalRowHeight(row, x1 - x0 - STEM)) < 0)
    const room = none < 0 ? rows.length : none
    return room < Math.min(rows.length, LEAST_ROWS) ? 0 : room
  }
  for (const { module, panels, title, name } of subjects) {
    if (roomFor(panels[0]?.rows ?? [], TITLE) === 0) next(name)
    starts.push(columns[index]?.page ?? 0)
    heading(title)
    for (const panel of panels) {
      let rows = panel.rows
      let part = 1
      while (rows.length > 0) {
        const area = columns[index]?.area
        if (area === undefined) return null
        const room = roomFor(rows, 0)
        if (room === 0) {
          next(name)
          continue
        }
        const placed = { ...panel, rows: rows.slice(0, room) }
        const width = area.x1 - area.x0
        put(panelItems(placed, module, part, area.x0, y, width), panelHeight(placed, width))
        y -= PANEL_GAP
        rows = rows.slice(room)
        part += 1
      }
    }
  }
  return { pages, starts }
}

function panelHeight({ rows }: Panel, width: number): number {
  return rows.reduce((sum, row) => sum + typicalRowHeight(row, width - STEM), HEAD)
}

/** Middles of the rows of a panel, from its top. */
function rowMiddles(rows: readonly PanelRow[], top: number, width: number): number[] {
  let y = top - HEAD
  return rows.map((row) => {
    const height = typicalRowHeight(row, width - STEM)
    y -= height
    return y + height / 2
  })
}

function panelItems(
  panel: Panel,
  module: SiteModule,
  part: number,
  x: number,
  y: number,
  width: number,
): Primitive[] {
  const { node, rows } = panel
  const key = node?.tag ?? panel.title
  const stem = x + STEM
  const middles = rowMiddles(rows, y, width)
  const net = `${module.module_id}/${key}/${part}`
  const only = panel.only === null ? '' : `, ${panel.only}`
  const zone = node === null || node.zone_id === '-' ? '' : `, zone ${node.zone_id}`
  const again = part === 1 ? '' : ' (continued)'
  const head: Primitive[] =
    node === null
      ? [
          PENS.tags.text(
            [x + HEAD_X, y - 9],
            TEXT.tag,
            fitText(`${panel.title}${only}${again}`, TEXT.tag, width - HEAD_X),
          ),
        ]
      : [
          PENS.equipment.use(NODE_SYMBOL[node.kind], [stem, y - 10], {
            net,
            ...(part === 1
              ? {
                  id: `${module.kind}/${node.tag}`,
                  attributes: { TAG: node.tag, RATING: node.ports, MODULE_ID: module.kind },
                }
              : {}),
          }),
          PENS.tags.text(
            [x + HEAD_X, y - 7],
            TEXT.heading,
            fitText(`${node.tag}${again}`, TEXT.heading, width - HEAD_X),
          ),
          PENS.text.text(
            [x + HEAD_X, y - 12.5],
            TEXT.data,
            fitText(`${node.description}${zone}${only}`, TEXT.data, width - HEAD_X),
          ),
          PENS.text.text(
            [x + HEAD_X, y - 17],
            TEXT.data,
            fitText(
              `Ports ${panel.ports}${panel.managed === null ? '' : `; ${panel.managed}`}`,
              TEXT.data,
              width - HEAD_X,
            ),
          ),
        ]
  return [
    ...head,
    PENS.equipment.line([stem, node === null ? (middles[0] ?? y) : y - 16.5], [stem, middles.at(-1) ?? y], {
      net,
    }),
    ...rows.flatMap((row, index) =>
      typicalRowItems(row, `${net}/${index}`, net, stem, middles[index] ?? y, x + width),
    ),
  ]
}
