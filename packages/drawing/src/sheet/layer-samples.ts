import {
  fitText,
  textWidth,
  type Area,
  type Drawing,
  type Layer,
  type Primitive,
  type Sheet,
} from '@edp/schemas'

import { pen } from './pen.ts'

const SAMPLE_MM = 12
const PITCH_MM = 7
const TEXT_GAP_MM = 3
const TEXT_MOST_MM = 66
const COLUMN_GAP_MM = 6

/** What a layer draws with: its sample in the legend looks like it. */
type Shape = 'line' | 'box' | 'bar'

/** Layers of a sheet that its legend explains, in the order of the sheet, with the shape of what they draw. */
export function sampledLayers(drawing: Drawing, sheet: Sheet): LayerSample[] {
  return (sheet.legend_layers ?? []).flatMap((name) => {
    const layer = drawing.layers.find((candidate) => candidate.name === name)
    const own = sheet.items.filter(
      (item) => item.layer === name && item.kind !== 'text' && item.kind !== 'use',
    )
    return layer === undefined || own.length === 0 ? [] : [{ layer, shape: shapeOf(own) }]
  })
}

/** Boxes where any is drawn; filled areas are bars unless lines are drawn too: then they are arrow heads. */
function shapeOf(items: readonly Primitive[]): Shape {
  const closed = items.filter((item) => item.kind === 'polyline' && item.closed === true)
  if (closed.some((item) => item.kind === 'polyline' && item.filled !== true)) return 'box'
  return closed.length === items.length ? 'bar' : 'line'
}

/** A layer in the legend, with the shape of its sample. */
export interface LayerSample {
  readonly layer: Layer
  readonly shape: Shape
}

/** How many of the samples an area holds, in rows; columns are as wide as the longest description. */
export function sampleRoom(
  samples: readonly LayerSample[],
  area: Area,
  text_mm: number,
): { readonly rows: number; readonly count: number; readonly top: number; readonly width: number } {
  const top = area.y1 - text_mm * 2.4
  const rows = Math.max(1, Math.floor((top - area.y0) / PITCH_MM))
  const longest = Math.max(0, ...samples.map(({ layer }) => textWidth(layer.description, text_mm)))
  const width = SAMPLE_MM + TEXT_GAP_MM + COLUMN_GAP_MM + Math.min(longest, TEXT_MOST_MM)
  return {
    rows,
    count: rows * Math.max(0, Math.floor((area.x1 - area.x0 + COLUMN_GAP_MM) / width)),
    top,
    width,
  }
}

/**
 * Samples of layers with their description, column by column from the upper left of an area; those that find no room are
 * left out.
 */
export function placeSamples(
  samples: readonly LayerSample[],
  area: Area,
  text_mm: number,
  heading: string | null,
): Primitive[] {
  if (samples.length === 0) return []
  const ink = pen('G-ANNO-TEXT')
  const { rows, count, top, width } = sampleRoom(samples, area, text_mm)
  return [
    ...(heading === null ? [] : [ink.text([area.x0, area.y1 - text_mm * 1.2], text_mm * 1.2, heading)]),
    ...samples.slice(0, count).flatMap(({ layer, shape }, index): Primitive[] => {
      const x = area.x0 + Math.floor(index / rows) * width
      const y = top - ((index % rows) + 0.5) * PITCH_MM
      return [
        sampleOf(layer.name, shape, x, y),
        ink.text(
          [x + SAMPLE_MM + TEXT_GAP_MM, y],
          text_mm,
          fitText(layer.description, text_mm, TEXT_MOST_MM),
          {
            valign: 'middle',
          },
        ),
      ]
    }),
  ]
}

function sampleOf(name: string, shape: Shape, x: number, y: number): Primitive {
  const half = shape === 'bar' ? 1.5 : 2.2
  if (shape === 'line') return pen(name).line([x, y], [x + SAMPLE_MM, y])
  return pen(name).polygon(
    [
      [x, y - half],
      [x + SAMPLE_MM, y - half],
      [x + SAMPLE_MM, y + half],
      [x, y + half],
    ],
    shape === 'bar' ? { filled: true } : {},
  )
}
