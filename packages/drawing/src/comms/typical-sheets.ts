import { drawingArea, fitText, type Area, type Primitive, type SiteModule } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import type { CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { typicalRowItems } from './typical-rows.ts'
import { typicalPanels, type Panel } from './typical-panels.ts'

const COLUMNS = 3
const COLUMN_GAP = 12
const HEAD = 26
/** Heading of a module. */
const TITLE = 12
/** A panel begins where it has room for as many rows. */
const LEAST_ROWS = 4
const ROW = 12.5
const PANEL_GAP = 10
/** Symbol and tag of the switch, from the left of the panel. */
const STEM = 12
/** A typical module and what it is called: the heading over its panels. */
export interface TypicalSubject {
  readonly module: SiteModule
  readonly title: string
  /** Short, for the title of a sheet that holds several. */
  readonly name: string
}

/** Panels sheet by sheet, the sheet on which each subject begins, and what is free on the last sheet. */
export interface TypicalSheets {
  readonly sheets: readonly (readonly Primitive[])[]
  readonly starts: readonly number[]
  readonly free: Area
}

/** Sheets of typical modules, one after the other: every switch with its ports and the devices on them. */
export function typicalSheets(comms: CommsSite, subjects: readonly TypicalSubject[]): TypicalSheets {
  const area = drawingArea('A1')
  const width = (area.x1 - area.x0 - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS
  const sheets: Primitive[][] = [[]]
  const starts: number[] = []
  let [column, y] = [0, area.y1]
  const next = (): void => {
    column += 1
    y = area.y1
    if (column < COLUMNS) return
    column = 0
    sheets.push([])
  }
  const roomFor = (rows: number, more: number): number => {
    const room = Math.floor((y - area.y0 - HEAD - more) / ROW)
    return room < Math.min(rows, LEAST_ROWS) ? 0 : room
  }
  for (const { module, title } of subjects) {
    const panels = typicalPanels(comms, module)
    if (roomFor(panels[0]?.rows.length ?? 0, TITLE) === 0) next()
    const x = area.x0 + column * (width + COLUMN_GAP)
    starts.push(sheets.length - 1)
    sheets
      .at(-1)
      ?.push(PENS.tags.text([x, y - TEXT.heading], TEXT.heading, fitText(title, TEXT.heading, width)))
    y -= TITLE
    for (const panel of panels) {
      let rows = panel.rows
      let part = 1
      while (rows.length > 0) {
        const room = roomFor(rows.length, 0)
        if (room === 0) {
          next()
          continue
        }
        const placed = rows.slice(0, room)
        const at = area.x0 + column * (width + COLUMN_GAP)
        sheets.at(-1)?.push(...panelItems({ ...panel, rows: placed }, module, part, at, y, width))
        y -= HEAD + placed.length * ROW + PANEL_GAP
        rows = rows.slice(room)
        part += 1
      }
    }
  }
  return { sheets, starts, free: { ...area, x0: area.x0 + column * (width + COLUMN_GAP), y1: y } }
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
  const last = y - HEAD - (rows.length - 1) * ROW - ROW / 2
  const net = `${module.module_id}/${key}/${part}`
  const only = panel.only === null ? '' : `, ${panel.only}`
  const zone = node === null || node.zone_id === '-' ? '' : `, zone ${node.zone_id}`
  const again = part === 1 ? '' : ' (continued)'
  const head: Primitive[] =
    node === null
      ? [
          PENS.tags.text(
            [x + 24, y - 9],
            TEXT.tag,
            fitText(`${panel.title}${only}${again}`, TEXT.tag, width - 26),
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
            [x + 24, y - 7],
            TEXT.heading,
            fitText(`${node.tag}${again}`, TEXT.heading, width - 26),
          ),
          PENS.text.text(
            [x + 24, y - 12.5],
            TEXT.data,
            fitText(`${node.description}${zone}${only}`, TEXT.data, width - 26),
          ),
          PENS.text.text(
            [x + 24, y - 17],
            TEXT.data,
            fitText(
              `Ports ${panel.ports}${panel.managed === null ? '' : `; ${panel.managed}`}`,
              TEXT.data,
              width - 26,
            ),
          ),
        ]
  return [
    ...head,
    PENS.equipment.line([stem, y - (node === null ? HEAD - ROW / 2 : 16.5)], [stem, last], { net }),
    ...rows.flatMap((row, index) =>
      typicalRowItems(row, `${net}/${index}`, net, stem, y - HEAD - index * ROW - ROW / 2, x + width),
    ),
  ]
}
