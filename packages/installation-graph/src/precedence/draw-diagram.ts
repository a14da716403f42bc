import { drawingArea, roundTo, wrapText, type Area, type Point, type Primitive } from '@edp/schemas'

import type { Activity } from '../activities.ts'
import { days, line, rectangle, text } from '../drawing/pen.ts'
import type { DiagramPage, PlacedBox } from './diagram-pages.ts'
import { COLUMNS_COUNT } from './placement.ts'
import { routeLinks, type Route, type Routing } from './route-links.ts'

const TEXT_MM = 2.5
const LANE_LABEL_MM = 3.5
const LANE_LABEL_WIDTH = 13
const BOX_WIDTH = 35
const STRIP_HEIGHT = 4.4
const BOX_HEIGHT = 21
/** Line under a box: the crew or machine that it needs, and the task that hands it over. */
const NOTE_PITCH = 3.8
const TRACK_PITCH = 1.25
/** From a box to the first track, and from the last track to the next box: room for the arrow. */
const TRACK_BEFORE = 1
const TRACK_AFTER = 3
const ROW_CHANNEL_MARGIN = 2
/** Most that a row channel is widened to fill the sheet. */
const SLACK_MAX = 12
const ARROW_LENGTH = 2.2
const ARROW_HALF = 0.7
const DOT_RADIUS = 0.45

/** Where columns, rows and channels lie on the sheet, mm. */
interface Raster {
  readonly area: Area
  /** Left edges of the columns. */
  readonly columns: readonly number[]
  /** Top edges of the boxes of each row. */
  readonly rows: readonly number[]
  readonly trackX: (channel: number, track: number) => number
  readonly trackY: (channel: number, track: number) => number
}

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
    ...page.boxes.flatMap((box) => drawBox(box, raster)),
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

function rasterOf(page: DiagramPage, routing: Routing): Raster {
  const area = drawingArea('A1')
  const left = area.x0 + LANE_LABEL_WIDTH
  const needed = routing.vertical_tracks
    .slice(1, COLUMNS_COUNT)
    .map((tracks) => TRACK_BEFORE + TRACK_AFTER + Math.max(0, tracks - 1) * TRACK_PITCH)
  const spare = area.x1 - left - COLUMNS_COUNT * BOX_WIDTH - needed.reduce((sum, width) => sum + width, 0)
  if (spare < 0) throw new RangeError(`precedence diagram is ${-spare} mm too wide`)
  const extra = spare / needed.length
  const columns: number[] = [left]
  needed.forEach((width, index) => {
    columns.push(roundTo((columns[index] ?? left) + BOX_WIDTH + width + extra, 3))
  })

  const lane_tops = new Set(page.lanes.map((lane) => lane.first_row))
  const notes = Array.from({ length: page.rows_count }, (_, row) =>
    page.boxes.reduce((most, box) => (box.row === row ? Math.max(most, noteOf(box).length) : most), 0),
  )
  const channels = Array.from({ length: page.rows_count + 1 }, (_, channel) => {
    const tracks = routing.horizontal_tracks[channel] ?? 0
    return ROW_CHANNEL_MARGIN * (lane_tops.has(channel) ? 2 : 1) + tracks * TRACK_PITCH
  })
  const rows: number[] = []
  const channelTops: number[] = []
  let y = area.y1
  const used =
    channels.reduce((sum, height) => sum + height, 0) +
    page.rows_count * BOX_HEIGHT +
    notes.reduce((sum, lines) => sum + lines, 0) * NOTE_PITCH
  if (used > area.y1 - area.y0) throw new RangeError(`precedence diagram is ${used} mm high`)
  const slack = Math.min(SLACK_MAX, (area.y1 - area.y0 - used) / channels.length)
  channels.forEach((height, channel) => {
    channelTops.push(y)
    y -= height + slack
    if (channel < page.rows_count) {
      rows.push(roundTo(y, 3))
      y -= BOX_HEIGHT + (notes[channel] ?? 0) * NOTE_PITCH
    }
  })
  return {
    area: { ...area, y0: roundTo(y, 3) },
    columns,
    rows,
    trackX: (channel, track) => {
      const right = (columns[channel] ?? area.x1) - TRACK_AFTER
      const tracks = routing.vertical_tracks[channel] ?? 1
      return roundTo(right - (tracks - 1 - track) * TRACK_PITCH - extra / 2, 3)
    },
    trackY: (channel, track) => {
      const top = channelTops[channel] ?? area.y1
      const first = top - ROW_CHANNEL_MARGIN * (lane_tops.has(channel) ? 1.5 : 0.5) - slack / 2
      return roundTo(first - (track + 0.5) * TRACK_PITCH, 3)
    },
  }
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
        ...text('X-ANNO', [x0 + 10, middle], TEXT_MM, lane.families, room, place),
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

function drawBox(box: PlacedBox, raster: Raster): Primitive[] {
  const { activity } = box
  const x = raster.columns[box.column] ?? 0
  const top = raster.rows[box.row] ?? 0
  const y = roundTo(top - BOX_HEIGHT, 3)
  const layer = boxLayer(box)
  const milestone = activity.duration_d === 0
  const third = BOX_WIDTH / 3
  const cells = (at: number, values: readonly number[]): Primitive[] =>
    values.flatMap((value, index) =>
      text('X-ANNO', [roundTo(x + third * (index + 0.5), 3), at], TEXT_MM, days(value), third - 0.4, {
        halign: 'centre',
        valign: 'middle',
      }),
    )
  const strip = (from: number, to: number): Primitive[] =>
    [1, 2].map((index) =>
      line(thin(layer), [roundTo(x + third * index, 3), from], [roundTo(x + third * index, 3), to]),
    )
  const upper = roundTo(top - STRIP_HEIGHT, 3)
  const lower = roundTo(y + STRIP_HEIGHT, 3)
  const name = wrapText(activity.name, TEXT_MM, BOX_WIDTH - 2)
  const mark: Point = [roundTo(x + BOX_WIDTH - 2.4, 3), roundTo(upper - 2.3, 3)]
  const symbol = milestone ? 'MILESTONE' : activity.hold_point ? 'HOLD-POINT' : null
  return [
    rectangle(layer, [x, y], BOX_WIDTH, BOX_HEIGHT),
    line(thin(layer), [x, upper], [x + BOX_WIDTH, upper]),
    line(thin(layer), [x, lower], [x + BOX_WIDTH, lower]),
    ...strip(upper, top),
    ...strip(y, lower),
    ...cells(roundTo(top - STRIP_HEIGHT / 2, 3), [
      activity.early_start_d,
      activity.duration_d,
      activity.early_finish_d,
    ]),
    ...cells(roundTo(y + STRIP_HEIGHT / 2, 3), [
      activity.late_start_d,
      activity.total_float_d,
      activity.late_finish_d,
    ]),
    ...text('X-ANNO', [x + 1, roundTo(upper - 3.6, 3)], TEXT_MM, headOf(activity), BOX_WIDTH - 6, {
      id: activity.activity_id,
    }),
    ...(symbol === null ? [] : [{ kind: 'use', layer: 'X-MILE', symbol, at: mark } as const]),
    ...name
      .slice(0, 2)
      .flatMap((part, index) =>
        text('X-ANNO', [x + 1, roundTo(upper - 7.2 - index * 3.7, 3)], TEXT_MM, part, BOX_WIDTH - 2),
      ),
    ...noteOf(box).flatMap((note, index) =>
      text('X-ANNO', [x, roundTo(y - 3.4 - index * NOTE_PITCH, 3)], TEXT_MM, note, BOX_WIDTH),
    ),
  ]
}

/** Lines inside a critical box are thin: only its outline is heavy. */
function thin(layer: string): string {
  return layer === 'X-CRIT' ? 'X-TASK' : layer
}

function boxLayer(box: PlacedBox): string {
  if (box.reference) return 'X-REFR'
  if (box.activity.critical) return 'X-CRIT'
  return box.activity.duration_d === 0 ? 'X-MILE' : 'X-TASK'
}

function headOf(activity: Activity): string {
  const count = activity.tasks.length
  return count === 1 ? activity.activity_id : `${activity.activity_id}  x ${count}`
}

/** What stands under a box: the sheet of a reference, or crew or machine and the task that hands it over. */
function noteOf(box: PlacedBox): string[] {
  if (box.reference) return [`on sheet ${box.home_page + 1}`]
  const { resource, resource_predecessors } = box.activity
  if (resource === null) return []
  return [resource, ...resource_predecessors.slice(0, 1).map((before) => `after ${before}`)]
}

function linkLines(routes: readonly Route[], raster: Raster): Primitive[] {
  const nets = new Map<string, { segments: { points: [Point, Point]; critical: boolean }[] }>()
  const arrows: Primitive[] = []
  for (const route of routes) {
    const points = routePoints(route, raster)
    const net = nets.get(route.link.from) ?? { segments: [] }
    nets.set(route.link.from, net)
    points.slice(1).forEach((to, index) => {
      const from = points[index] ?? to
      if (from[0] !== to[0] || from[1] !== to[1])
        net.segments.push({ points: [from, to], critical: route.link.critical })
    })
    const tip = points[points.length - 1]
    if (tip !== undefined) arrows.push(arrow(tip, route.link))
  }
  const lines: Primitive[] = []
  const critical: Primitive[] = []
  for (const [net, { segments }] of nets) {
    const drawn = new Set<string>()
    for (const { points, critical: heavy } of [...segments].sort(
      (a, b) => Number(b.critical) - Number(a.critical),
    )) {
      const key = points.flat().join(' ')
      if (drawn.has(key)) continue
      drawn.add(key)
      ;(heavy ? critical : lines).push(line(heavy ? 'X-CRIT' : 'X-LINK', points[0], points[1], net))
    }
    lines.push(
      ...junctions(
        net,
        segments.map((segment) => segment.points),
      ),
    )
  }
  return [...lines, ...critical, ...arrows]
}

function arrow([x, y]: Point, link: Route['link']): Primitive {
  return {
    kind: 'polyline',
    layer: link.critical ? 'X-CRIT' : 'X-LINK',
    points: [
      [x, y],
      [roundTo(x - ARROW_LENGTH, 3), roundTo(y + ARROW_HALF, 3)],
      [roundTo(x - ARROW_LENGTH, 3), roundTo(y - ARROW_HALF, 3)],
    ],
    closed: true,
    filled: true,
    net: link.from,
  }
}

function routePoints(route: Route, raster: Raster): Point[] {
  const startX = roundTo((raster.columns[route.from.column] ?? 0) + BOX_WIDTH, 3)
  const startY = middleOf(route.from.row, raster)
  const endX = raster.columns[route.to.column] ?? 0
  const endY = roundTo(middleOf(route.to.row, raster) + route.entry * ENTRY_PITCH, 3)
  const start: Point = [startX, startY]
  const end: Point = [endX, endY]
  if (route.trunk === null) return [start, end]
  const trunkX = raster.trackX(route.trunk.channel, route.trunk.track)
  if (route.across === null || route.drop === null) return [start, [trunkX, startY], [trunkX, endY], end]
  const acrossY = raster.trackY(route.across.channel, route.across.track)
  const dropX = raster.trackX(route.drop.channel, route.drop.track)
  return [start, [trunkX, startY], [trunkX, acrossY], [dropX, acrossY], [dropX, endY], end]
}

/** Between two entries at the left edge of a box. */
const ENTRY_PITCH = 2

function middleOf(row: number, raster: Raster): number {
  return roundTo((raster.rows[row] ?? 0) - BOX_HEIGHT / 2, 3)
}

/** A dot where a net branches, so that a branch and a crossing cannot be mistaken. */
function junctions(net: string, segments: readonly (readonly [Point, Point])[]): Primitive[] {
  const points = new Map(segments.flat().map((point) => [point.join(' '), point]))
  return [...points.values()]
    .filter((point) => directions(point, segments) > 2)
    .map((centre) => ({ kind: 'circle', layer: 'X-LINK', centre, radius: DOT_RADIUS, filled: true, net }))
}

function directions([x, y]: Point, segments: readonly (readonly [Point, Point])[]): number {
  const found = new Set<string>()
  for (const [[ax, ay], [bx, by]] of segments) {
    if (ay === by && y === ay && x >= Math.min(ax, bx) && x <= Math.max(ax, bx)) {
      if (x > Math.min(ax, bx)) found.add('west')
      if (x < Math.max(ax, bx)) found.add('east')
    }
    if (ax === bx && x === ax && y >= Math.min(ay, by) && y <= Math.max(ay, by)) {
      if (y > Math.min(ay, by)) found.add('south')
      if (y < Math.max(ay, by)) found.add('north')
    }
  }
  return found.size
}
