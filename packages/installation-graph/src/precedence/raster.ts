import { drawingArea, roundTo, type Area } from '@edp/schemas'

import { BOX_HEIGHT, BOX_WIDTH, NOTE_PITCH, noteOf } from './draw-box.ts'
import type { DiagramPage } from './diagram-pages.ts'
import { COLUMNS_COUNT } from './placement.ts'
import type { Routing } from './route-links.ts'

export const LANE_LABEL_WIDTH = 13
export const TRACK_PITCH = 1.25
/** From a box to the first track, and from the last track to the next box: room for the arrow. */
const TRACK_BEFORE = 1
const TRACK_AFTER = 3
const ROW_CHANNEL_MARGIN = 2
/** Most that a row channel is widened to fill the sheet. */
const SLACK_MAX = 12

/** Where columns, rows and channels lie on the sheet, mm. */
export interface Raster {
  readonly area: Area
  /** Left edges of the columns. */
  readonly columns: readonly number[]
  /** Top edges of the boxes of each row. */
  readonly rows: readonly number[]
  readonly trackX: (channel: number, track: number) => number
  readonly trackY: (channel: number, track: number) => number
}

/** Gives every channel the room that its tracks need and spreads what is left of the sheet. */
export function rasterOf(page: DiagramPage, routing: Routing): Raster {
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
