import { fitText, type Area, type Drawing, type Layer, type Primitive, type Sheet } from '@edp/schemas'

import { pen } from './pen.ts'

const SAMPLE_MM = 12
const PITCH_MM = 7
const TEXT_ROOM_MM = 68

/** What a layer draws with: its sample in the legend looks like it. */
type Shape = 'line' | 'box' | 'bar'

/** Layers of a sheet that its legend explains, in the order of the sheet, with the shape of what they draw. */
export function sampledLayers(drawing: Drawing, sheet: Sheet): { layer: Layer; shape: Shape }[] {
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

/**
 * Samples of layers with their description, column by column from the upper left of an area; those that find no room are
 * left out.
 */
export function placeSamples(
  samples: readonly { layer: Layer; shape: Shape }[],
  area: Area,
  text_mm: number,
  heading: string | null,
): Primitive[] {
  if (samples.length === 0) return []
  const ink = pen('G-ANNO-TEXT')
  const top = area.y1 - text_mm * 2.4
  const rows = Math.max(1, Math.floor((top - area.y0) / PITCH_MM))
  const width = SAMPLE_MM + 3 + TEXT_ROOM_MM
  const columns = Math.floor((area.x1 - area.x0) / width)
  return [
    ...(heading === null ? [] : [ink.text([area.x0, area.y1 - text_mm * 1.2], text_mm * 1.2, heading)]),
    ...samples.slice(0, rows * columns).flatMap(({ layer, shape }, index): Primitive[] => {
      const x = area.x0 + Math.floor(index / rows) * width
      const y = top - ((index % rows) + 0.5) * PITCH_MM
      return [
        sampleOf(layer.name, shape, x, y),
        ink.text([x + SAMPLE_MM + 3, y], text_mm, fitText(layer.description, text_mm, TEXT_ROOM_MM - 2), {
          valign: 'middle',
        }),
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
