import { roundTo, type Primitive } from '@edp/schemas'

import type { Activity } from '../activities.ts'
import { line, rectangle, text } from '../drawing/pen.ts'
import type { DiagramPage } from './diagram-pages.ts'
import { drawBox } from './draw-box.ts'
import { linkLines } from './draw-links.ts'
import { COLUMNS_COUNT } from './placement.ts'
import { LANE_LABEL_WIDTH, TRACK_PITCH, rasterOf, type Raster } from './raster.ts'
import { routeLinks } from './route-links.ts'

const TEXT_MM = 2.5
const LANE_LABEL_MM = 3.5

/** Draws a page of the precedence diagram: swim-lanes, boxes, links. */
export function drawDiagram(page: DiagramPage): Primitive[] {
  const routing = routeLinks(
    page.boxes.map((box) => ({ id: box.activity.activity_id, row: box.row, column: box.column })),
    linksOf(page),
    page.rows_count,
    COLUMNS_COUNT,
  )
  const raster = rasterOf(page, routing)
  return [
    ...lanesOf(page, raster),
    ...linkLines(routing.routes, raster),
    ...page.boxes.flatMap((box) =>
      drawBox(box, [raster.columns[box.column] ?? 0, raster.rows[box.row] ?? 0]),
    ),
  ]
}

function linksOf(page: DiagramPage): { from: string; to: string; critical: boolean }[] {
  const here = new Map(page.boxes.map((box) => [box.activity.activity_id, box]))
  return page.boxes.flatMap((box) =>
    box.activity.predecessors.flatMap(({ activity_id, critical }) => {
      const before = here.get(activity_id)
      // Links between two tasks of other pages are drawn there.
      if (before === undefined || (before.reference && box.reference)) return []
      return [{ from: activity_id, to: box.activity.activity_id, critical }]
    }),
  )
}

function lanesOf(page: DiagramPage, raster: Raster): Primitive[] {
  const { x0, x1, y0, y1 } = raster.area
  const tops = page.lanes.map((lane) =>
    lane.first_row === 0 ? y1 : roundTo(raster.trackY(lane.first_row, -1) + TRACK_PITCH * 0.4, 3),
  )
  return [
    rectangle('X-GRID', [x0, y0], x1 - x0, y1 - y0),
    line('X-GRID', [x0 + LANE_LABEL_WIDTH - 1.5, y0], [x0 + LANE_LABEL_WIDTH - 1.5, y1]),
    ...page.lanes.flatMap((lane, index) => {
      const top = tops[index] ?? y1
      const bottom = tops[index + 1] ?? y0
      const middle = (top + bottom) / 2
      const room = top - bottom - 3
      const place = { rotation_deg: 90, halign: 'centre' } as const
      return [
        ...(index === 0 ? [] : [line('X-GRID', [x0, top], [x1, top])]),
        ...text('X-ANNO', [x0 + 5, middle], LANE_LABEL_MM, LANE_NAMES[lane.lane], room, place),
        ...lane.families
          .split(', ')
          .flatMap((family, line) =>
            text('X-ANNO', [x0 + 10 + line * 4, middle], TEXT_MM, family, room, place),
          ),
      ]
    }),
  ]
}

const LANE_NAMES = {
  site: 'SITE',
  grid: 'GRID',
  compute: 'COMPUTE',
  bess: 'BATTERY',
  network: 'NETWORK',
  commissioning: 'COMMISSIONING',
} as const satisfies Record<Activity['lane'], string>
