import { roundTo } from '@edp/schemas'
import {
  Dxfier,
  DxfWriter,
  LWPolylineFlags,
  point2d,
  point3d,
  TextHorizontalAlignment,
  TextVerticalAlignment,
  Units,
} from '@tarikjabiri/dxf'

import { PAPER, PLATE_LAYERS, type Mark, type PlateDrawing, type PlateLayer } from './plate-mark.ts'

const CENTRE_LINE = 'CENTER'
const TEXT_STYLE = 'Standard'
/** Bulge of a quarter circle. */
const QUARTER = Math.tan(Math.PI / 8)
const ALIGN = {
  left: undefined,
  centre: TextHorizontalAlignment.Center,
  right: TextHorizontalAlignment.Right,
} as const

/** Writes a plate drawing as DXF (AC1021), 1:1 in mm: the plate's lower left corner at the origin, one layer per purpose. */
export function renderPlateDxf(drawing: PlateDrawing): string {
  const writer = new DxfWriter()
  const { scale, paper } = drawing
  writer.setUnits(Units.Millimeters)
  writer.setVariable('$MEASUREMENT', { 70: 1 })
  writer.setVariable('$LTSCALE', { 40: scale })
  writer.setVariable('$EXTMIN', { 10: fixed(paper.x), 20: fixed(paper.y), 30: 0 })
  writer.setVariable('$EXTMAX', {
    10: fixed(paper.x + PAPER.width * scale),
    20: fixed(paper.y + PAPER.height * scale),
    30: 0,
  })
  writer.addLType(CENTRE_LINE, 'Centre ____ _ ____', [6, -1, 1, -1])
  for (const [name, { aci, dashed }] of Object.entries(PLATE_LAYERS))
    writer.addLayer(name, aci, dashed ? CENTRE_LINE : 'Continuous')
  const style = writer.tables.styleTable.records.find(({ name }) => name === TEXT_STYLE)
  if (style) style.fontFileName = 'arial.ttf'
  for (const mark of drawing.marks) addMark(writer, mark)
  const file = new PenDxfier()
  writer.document.dxfy(file)
  return file.stringify()
}

const fixed = (value: number): number => roundTo(value, 4)

function addMark(writer: DxfWriter, mark: Mark): void {
  const options = { layerName: mark.layer }
  const at3 = ([x, y]: readonly [number, number]) => point3d(fixed(x), fixed(y))
  const at2 = ([x, y]: readonly [number, number]) => point2d(fixed(x), fixed(y))
  switch (mark.type) {
    case 'line':
      writer.addLine(at3(mark.from), at3(mark.to), options)
      return
    case 'circle':
      writer.addCircle(at3(mark.centre), fixed(mark.radius), options)
      return
    case 'rounded':
      writer.addLWPolyline(
        roundedCorners(mark).map(([point, bulge]) => ({
          point: at2(point),
          ...(bulge && { bulge: fixed(QUARTER) }),
        })),
        { ...options, flags: LWPolylineFlags.Closed },
      )
      return
    case 'arrow': {
      // A polyline that widens from its tip is a filled arrow in every viewer.
      const { tip, direction, length } = mark
      const end = [tip[0] + direction[0] * length, tip[1] + direction[1] * length] as const
      const width = fixed(length / 3)
      writer.addLWPolyline(
        [{ point: at2(tip), startingWidth: 0, endWidth: width }, { point: at2(end) }],
        options,
      )
      return
    }
    case 'text': {
      const horizontalAlignment = ALIGN[mark.align]
      writer.addText(at3(mark.at), fixed(mark.height), dxfText(mark.text), {
        ...options,
        rotation: mark.turned ? 90 : 0,
        ...(horizontalAlignment !== undefined && {
          horizontalAlignment,
          verticalAlignment: TextVerticalAlignment.BaseLine,
          secondAlignmentPoint: at3(mark.at),
        }),
      })
    }
  }
}

/** Corners of a rectangle with rounded corners, counter-clockwise; `true` starts an arc. */
export function roundedCorners({
  corner: [x, y],
  width,
  height,
  radius,
}: Extract<Mark, { type: 'rounded' }>): [[number, number], boolean][] {
  const [right, top] = [x + width, y + height]
  if (radius === 0)
    return [
      [[x, y], false],
      [[right, y], false],
      [[right, top], false],
      [[x, top], false],
    ]
  return [
    [[x + radius, y], false],
    [[right - radius, y], true],
    [[right, y + radius], false],
    [[right, top - radius], true],
    [[right - radius, top], false],
    [[x + radius, top], true],
    [[x, top - radius], false],
    [[x, y + radius], true],
  ]
}

/** Signs that every DXF reader knows by their control code. */
const dxfText = (text: string): string => text.replaceAll('\u00d8', '%%c').replaceAll('\u00b1', '%%p')

/** Writes the pen of each layer, where the library writes one for all, and leaves out handles that point to nothing. */
class PenDxfier extends Dxfier {
  #record = ''
  #name = ''

  override push(code: number, value?: string | number): void {
    if (code === 0) this.#record = String(value)
    if (code === 2) this.#name = String(value)
    if (this.#record === 'VPORT' && code === 348) return
    if (this.#record === 'LAYER' && code === 390) return
    if (this.#record === 'LAYER' && code === 370 && this.#name in PLATE_LAYERS) {
      super.push(370, Math.round(PLATE_LAYERS[this.#name as PlateLayer].pen_mm * 100))
      return
    }
    super.push(code, value)
  }
}
