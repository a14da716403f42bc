import { drawingArea, roundTo, type InstallationGraph, type Primitive, type Sheet } from '@edp/schemas'

import type { Activity } from '../activities.ts'
import { days, line, rectangle, text } from '../drawing/pen.ts'
import { easyStep } from '../drawing/time-scale.ts'

const TEXT_MM = 2.5
const ROW_HEIGHT_MIN = 5
const ROW_HEIGHT_MAX = 8
const BAR_HEIGHT = 3
const HEADER_HEIGHT = 12
/** Room around the middle of a milestone, mm. */
const MILESTONE_GAP = 2
/** Week lines stand at least this far apart, mm. */
const SCALE_PITCH_MIN = 11

const COLUMNS = [
  { title: 'Task', width: 24 },
  { title: 'Name', width: 72 },
  { title: 'Modules', width: 46 },
  { title: 'Days', width: 12 },
  { title: 'Start', width: 15 },
  { title: 'Finish', width: 15 },
  { title: 'Float', width: 15 },
] as const

/** Bars over working days: early dates as bars, float as a dashed line behind them. */
export function barSheets(graph: InstallationGraph, activities: readonly Activity[]): Sheet[] {
  const area = drawingArea('A1')
  const room = area.y1 - area.y0 - HEADER_HEIGHT
  const rows_max = Math.floor(room / ROW_HEIGHT_MIN)
  const row_height =
    Math.floor(Math.min(ROW_HEIGHT_MAX, room / Math.min(rows_max, activities.length)) * 100) / 100
  const sheets_count = Math.ceil(activities.length / rows_max)
  return Array.from({ length: sheets_count }, (_, index) => ({
    sheet_id: `bars-${index + 1}`,
    size: 'A1',
    title: sheets_count === 1 ? 'Bar chart' : `Bar chart ${index + 1} of ${sheets_count}`,
    items: drawBars(graph.duration_d, activities.slice(index * rows_max, (index + 1) * rows_max), row_height),
    notes: [
      'Working days from mobilisation, early dates. Red: critical path. Dashed: total float up to the late finish.',
      'The bar of several modules reaches from the start of the first to the finish of the last; it is red where the task of one of them is critical.',
    ],
    legend: true,
    legend_layers: ['X-CRIT', 'X-BARS', 'X-FLOAT', 'X-GRID'],
  }))
}

function drawBars(duration_d: number, activities: readonly Activity[], row_height: number): Primitive[] {
  const area = drawingArea('A1')
  const table_width = COLUMNS.reduce((sum, column) => sum + column.width, 0)
  const left = area.x0 + table_width
  const right = area.x1 - 4
  const scale = (right - left) / duration_d
  const x = (day: number): number => roundTo(left + day * scale, 3)
  const top = area.y1 - HEADER_HEIGHT
  const bottom = roundTo(top - activities.length * row_height, 3)
  const milestones = activities.flatMap((activity, index) =>
    activity.duration_d === 0
      ? [{ day: activity.early_start_d, y: roundTo(top - (index + 0.5) * row_height, 3) }]
      : [],
  )
  return [
    ...scaleLines(duration_d, x, area.y1, top, bottom, scale, milestones),
    rectangle('X-TABL', [area.x0, bottom], area.x1 - area.x0, area.y1 - bottom),
    line('X-TABL', [area.x0, top], [area.x1, top]),
    ...columnEdges().map((edge) => line('X-TABL', [area.x0 + edge, bottom], [area.x0 + edge, area.y1])),
    ...COLUMNS.flatMap((column, index) =>
      text(
        'X-ANNO',
        [area.x0 + (columnEdges()[index - 1] ?? 0) + 1.2, area.y1 - HEADER_HEIGHT + 3],
        TEXT_MM,
        column.title,
        column.width - 2,
      ),
    ),
    ...activities.flatMap((activity, index) => {
      const y = roundTo(top - (index + 1) * row_height, 3)
      return [
        ...(index + 1 < activities.length ? [line('X-GRID', [area.x0, y], [area.x1, y])] : []),
        ...rowTexts(activity, area.x0, roundTo(y + (row_height - TEXT_MM) / 2, 3)),
        ...bar(activity, x, roundTo(y + row_height / 2, 3)),
      ]
    }),
  ]
}

/** Right edges of the columns from the left of the table, mm. */
function columnEdges(): number[] {
  return COLUMNS.reduce<number[]>(
    (edges, { width }) => [...edges, (edges[edges.length - 1] ?? 0) + width],
    [],
  )
}

function scaleLines(
  duration_d: number,
  x: (day: number) => number,
  head: number,
  top: number,
  bottom: number,
  scale: number,
  milestones: readonly { readonly day: number; readonly y: number }[],
): Primitive[] {
  const weeks = duration_d / 5
  const step = 5 * easyStep(weeks, Math.max(1, Math.floor((weeks * 5 * scale) / SCALE_PITCH_MIN)))
  const items: Primitive[] = [
    ...text('X-ANNO', [x(0) + 1, head - 4], TEXT_MM, 'Working day, end of week below', 120),
  ]
  for (let day = step; day <= duration_d; day += step) {
    // A week line does not run through a milestone.
    const hidden = milestones.filter((milestone) => Math.abs(milestone.day - day) * scale < MILESTONE_GAP)
    const edges = [
      bottom,
      ...hidden
        .map(({ y }) => y)
        .sort((a, b) => a - b)
        .flatMap((y) => [y - MILESTONE_GAP, y + MILESTONE_GAP]),
      top + 5,
    ]
    for (let i = 0; i < edges.length; i += 2)
      items.push(line('X-GRID', [x(day), roundTo(edges[i] ?? 0, 3)], [x(day), roundTo(edges[i + 1] ?? 0, 3)]))
    items.push(
      ...text('X-ANNO', [x(day) - 0.8, top + 1.2], TEXT_MM, days(day), step * scale, { halign: 'right' }),
    )
  }
  return items
}

function rowTexts(activity: Activity, x0: number, y: number): Primitive[] {
  const values = [
    activity.activity_id,
    activity.name,
    activity.tasks.length === 1
      ? activity.designations
      : `${activity.designations} (${activity.tasks.length})`,
    days(activity.duration_d),
    days(activity.early_start_d),
    days(activity.early_finish_d),
    days(activity.total_float_d),
  ]
  return COLUMNS.flatMap((column, index) =>
    text(
      'X-ANNO',
      [roundTo(x0 + (columnEdges()[index - 1] ?? 0) + 1.2, 3), y],
      TEXT_MM,
      values[index] ?? '',
      column.width - 2.2,
      index === 0 ? { id: activity.activity_id } : {},
    ),
  )
}

function bar(activity: Activity, x: (day: number) => number, y: number): Primitive[] {
  const from = x(activity.early_start_d)
  const to = x(activity.early_finish_d)
  const late = x(activity.late_finish_d)
  const base = roundTo(y - BAR_HEIGHT / 2, 3)
  const float = late > to ? [line('X-FLOAT', [to, y], [late, y])] : []
  if (activity.duration_d === 0)
    return [...float, { kind: 'use', layer: 'X-MILE', symbol: 'MILESTONE', at: [from, y] }]
  const layer = activity.critical ? 'X-CRIT' : 'X-BARS'
  return [...float, rectangle(layer, [from, base], roundTo(to - from, 3), BAR_HEIGHT, { filled: true })]
}
