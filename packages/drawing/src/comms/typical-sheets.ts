import { drawingArea, fitText, type Area, type Primitive, type SiteModule } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import type { CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { typicalRowHeight, typicalRowItems } from './typical-rows.ts'
import { typicalPanels, type Panel } from './typical-panels.ts'
import type { PanelRow } from './port-rows.ts'
import { freeOf } from './free-room.ts'

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
/** A typical module and what it is called: the heading over its panels. */
export interface TypicalSubject {
  readonly module: SiteModule
  readonly title: string
  /** Short, for the title of a sheet that holds several. */
  readonly name: string
}

/** Panels sheet by sheet, the sheet on which each subject begins, and what is free on each sheet. */
export interface TypicalSheets {
  readonly sheets: readonly (readonly Primitive[])[]
  readonly starts: readonly number[]
  readonly free: readonly (readonly Area[])[]
}

/** Sheets of typical modules, one after the other: every switch with its ports and the devices on them. */
export function typicalSheets(comms: CommsSite, subjects: readonly TypicalSubject[]): TypicalSheets {
  const area = drawingArea('A1')
  const width = (area.x1 - area.x0 - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS
  const sheets: { items: Primitive[]; taken: Area[] }[] = [{ items: [], taken: [] }]
  const starts: number[] = []
  let [column, y] = [0, area.y1]
  const left = (): number => area.x0 + column * (width + COLUMN_GAP)
  const next = (): void => {
    column += 1
    y = area.y1
    if (column < COLUMNS) return
    column = 0
    sheets.push({ items: [], taken: [] })
  }
  const put = (items: readonly Primitive[], height: number): void => {
    const sheet = sheets.at(-1)
    sheet?.items.push(...items)
    sheet?.taken.push({ x0: left(), x1: left() + width, y0: y - height, y1: y })
    y -= height
  }
  /** How many of the rows have room in the column; none where those are too few to begin. */
  const roomFor = (rows: readonly PanelRow[], more: number): number => {
    let below = y - area.y0 - HEAD - more
    const none = rows.findIndex((row) => (below -= typicalRowHeight(row, width - STEM)) < 0)
    const room = none < 0 ? rows.length : none
    return room < Math.min(rows.length, LEAST_ROWS) ? 0 : room
  }
  for (const { module, title } of subjects) {
    const panels = typicalPanels(comms, module)
    if (roomFor(panels[0]?.rows ?? [], TITLE) === 0) next()
    starts.push(sheets.length - 1)
    put(
      [PENS.tags.text([left(), y - TEXT.heading], TEXT.heading, fitText(title, TEXT.heading, width))],
      TITLE,
    )
    for (const panel of panels) {
      let rows = panel.rows
      let part = 1
      while (rows.length > 0) {
        const room = roomFor(rows, 0)
        if (room === 0) {
          next()
          continue
        }
        const placed = { ...panel, rows: rows.slice(0, room) }
        put(panelItems(placed, module, part, left(), y, width), panelHeight(placed, width))
        y -= PANEL_GAP
        rows = rows.slice(room)
        part += 1
      }
    }
  }
  return {
    sheets: sheets.map(({ items }) => items),
    starts,
    free: sheets.map(({ taken }) => freeOf(area, taken)),
  }
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
