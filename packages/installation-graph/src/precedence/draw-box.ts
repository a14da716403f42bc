import { roundTo, wrapText, type Point, type Primitive } from '@edp/schemas'

import type { Activity } from '../activities.ts'
import { days, line, rectangle, text } from '../drawing/pen.ts'
import type { PlacedBox } from './diagram-pages.ts'

export const BOX_WIDTH = 35
export const BOX_HEIGHT = 21
/** Line under a box: the crew or machine that it needs, and the task that hands it over. */
export const NOTE_PITCH = 3.8
const TEXT_MM = 2.5
const STRIP_HEIGHT = 4.4

/** Draws an activity on its node, from its upper left corner. */
export function drawBox(box: PlacedBox, [x, top]: Point): Primitive[] {
  const { activity } = box
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
export function noteOf(box: PlacedBox): string[] {
  if (box.reference) return [`on sheet ${box.home_page + 1}`]
  const { resource, resource_predecessors } = box.activity
  if (resource === null) return []
  return [resource, ...resource_predecessors.slice(0, 1).map((before) => `after ${before}`)]
}
