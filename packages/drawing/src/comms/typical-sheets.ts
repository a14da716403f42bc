import { drawingArea, fitText, type Primitive, type SiteModule } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import type { CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { typicalPanels, type Panel, type PanelRow } from './typical-panels.ts'

const COLUMNS = 3
const COLUMN_GAP = 12
const HEAD = 26
const ROW = 12.5
const PANEL_GAP = 10
/** Symbol and tag of the switch, from the left of the panel. */
const STEM = 12
const CABLE = 66

/** Sheets of the typical module of a kind: every switch with its ports and the devices on them. */
export function typicalSheets(comms: CommsSite, module: SiteModule): Primitive[][] {
  const area = drawingArea('A1')
  const width = (area.x1 - area.x0 - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS
  const sheets: Primitive[][] = [[]]
  let [column, y] = [0, area.y1]
  const next = (): void => {
    column += 1
    y = area.y1
    if (column < COLUMNS) return
    column = 0
    sheets.push([])
  }
  for (const panel of typicalPanels(comms, module)) {
    let rows = panel.rows
    let part = 1
    while (rows.length > 0) {
      const room = Math.floor((y - area.y0 - HEAD) / ROW)
      if (room < Math.min(rows.length, 4)) {
        next()
        continue
      }
      const placed = rows.slice(0, room)
      const x = area.x0 + column * (width + COLUMN_GAP)
      sheets.at(-1)?.push(...panelItems({ ...panel, rows: placed }, module, part, x, y, width))
      y -= HEAD + placed.length * ROW + PANEL_GAP
      rows = rows.slice(room)
      part += 1
    }
  }
  return sheets
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
  const again = part === 1 ? '' : ' (continued)'
  const head: Primitive[] =
    node === null
      ? [PENS.tags.text([x + 24, y - 9], TEXT.tag, fitText(`${panel.title}${again}`, TEXT.tag, width - 26))]
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
            fitText(`${node.description}, zone ${node.zone_id}`, TEXT.data, width - 26),
          ),
          PENS.text.text([x + 24, y - 17], TEXT.data, fitText(`Ports ${node.ports}`, TEXT.data, width - 26)),
        ]
  return [
    ...head,
    PENS.equipment.line([stem, y - (node === null ? HEAD - ROW / 2 : 16.5)], [stem, last], { net }),
    ...rows.flatMap((row, index) =>
      rowItems(row, `${net}/${index}`, net, stem, y - HEAD - index * ROW - ROW / 2, x + width),
    ),
  ]
}

function rowItems(
  row: PanelRow,
  net: string,
  switch_net: string,
  stem: number,
  y: number,
  right: number,
): Primitive[] {
  const end = stem + CABLE
  const text_x = end + 13
  const room = right - text_x
  const [first = '', second = ''] = row.lines
  return [
    pen(row.layer).line([stem, y], [end, y], { net }),
    PENS.equipment.circle([stem, y], 0.8, { filled: true, net: switch_net }),
    ...(row.port === ''
      ? []
      : [PENS.text.text([stem + 2.5, y - 4], TEXT.data, fitText(row.port, TEXT.data, CABLE - 4), { net })]),
    PENS.text.text([stem + 2.5, y + 1.2], TEXT.data, fitText(row.cable_id, TEXT.data, CABLE - 4), {
      net,
      id: row.cable_id,
    }),
    PENS.equipment.use(row.symbol, [end, y], {
      net,
      ...(row.uuid === null ? {} : { id: row.uuid, attributes: { TAG: row.name.split('  ')[0] ?? '' } }),
    }),
    PENS.tags.text(
      [text_x, y + 2.6],
      TEXT.data,
      fitText(row.name, TEXT.data, room),
      row.uuid === null ? {} : { id: row.uuid },
    ),
    PENS.text.text([text_x, y - 1.4], TEXT.data, fitText(first, TEXT.data, room)),
    PENS.text.text([text_x, y - 5.4], TEXT.data, fitText(second, TEXT.data, room)),
  ]
}
