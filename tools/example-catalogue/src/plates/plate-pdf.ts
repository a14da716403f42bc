import { FONT_SIZE_PER_CAP_HEIGHT } from '@edp/schemas'
import { degrees, PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib'

import { roundedCorners } from './plate-dxf.ts'
import { markWidth, PAPER, PLATE_LAYERS, type Mark, type PlateDrawing } from './plate-mark.ts'

const POINTS_PER_MM = 72 / 25.4
const EPOCH = new Date('2000-01-01T00:00:00Z')
const PRODUCER = 'EDP example catalogue'
/** Control point of a Bezier curve that stands for a quarter circle. */
const KAPPA = 0.5523

/** Writes a plate drawing as a PDF of one A3 page. Helvetica has the widths that the drawing was laid out with. */
export async function renderPlatePdf(drawing: PlateDrawing): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(`${drawing.title} - EXAMPLE - NOT FOR CONSTRUCTION`)
  document.setProducer(PRODUCER)
  document.setCreator(PRODUCER)
  document.setCreationDate(EPOCH)
  document.setModificationDate(EPOCH)
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([PAPER.width * POINTS_PER_MM, PAPER.height * POINTS_PER_MM])
  for (const mark of drawing.marks) drawMark(page, font, mark, drawing)
  return document.save({ useObjectStreams: false })
}

function drawMark(page: PDFPage, font: PDFFont, mark: Mark, { scale, paper }: PlateDrawing): void {
  const unit = POINTS_PER_MM / scale
  const at = ([x, y]: readonly [number, number]): { x: number; y: number } => ({
    x: round((x - paper.x) * unit),
    y: round((y - paper.y) * unit),
  })
  const layer = PLATE_LAYERS[mark.layer]
  const color = rgb(layer.rgb[0], layer.rgb[1], layer.rgb[2])
  const thickness = round(layer.pen_mm * POINTS_PER_MM)
  switch (mark.type) {
    case 'line': {
      const dash = layer.dashed ? { dashArray: [6, 1.4, 1.4, 1.4] } : {}
      page.drawLine({ start: at(mark.from), end: at(mark.to), thickness, color, ...dash })
      return
    }
    case 'circle':
      page.drawCircle({
        ...at(mark.centre),
        size: round(mark.radius * unit),
        borderWidth: thickness,
        borderColor: color,
      })
      return
    case 'rounded':
      page.drawSvgPath(svgPath(mark, at), { x: 0, y: 0, borderColor: color, borderWidth: thickness })
      return
    case 'arrow': {
      const { tip, direction, length } = mark
      const [dx, dy] = [direction[0] * length, direction[1] * length]
      const corners = [
        tip,
        [tip[0] + dx - dy / 6, tip[1] + dy + dx / 6],
        [tip[0] + dx + dy / 6, tip[1] + dy - dx / 6],
      ] as const
      const path = corners.map(at).map(({ x, y }) => `${x} ${-y}`)
      page.drawSvgPath(`M ${path.join(' L ')} Z`, { x: 0, y: 0, color, borderWidth: 0 })
      return
    }
    case 'text': {
      const back = { left: 0, centre: 0.5, right: 1 }[mark.align] * markWidth(mark)
      const [x, y] = mark.at
      page.drawText(mark.text, {
        ...at(mark.turned ? [x, y - back] : [x - back, y]),
        size: round(mark.height * FONT_SIZE_PER_CAP_HEIGHT * unit),
        font,
        color,
        rotate: degrees(mark.turned ? 90 : 0),
      })
    }
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** Path with y down, as SVG has it. */
function svgPath(
  mark: Extract<Mark, { type: 'rounded' }>,
  at: (point: readonly [number, number]) => { x: number; y: number },
): string {
  const corners = roundedCorners(mark)
  const [first] = corners
  if (!first) return ''
  const text = (point: readonly [number, number]): string => {
    const { x, y } = at(point)
    return `${x} ${-y}`
  }
  const steps = corners.map(([from, isArc], index) => {
    const to = (corners[index + 1] ?? first)[0]
    if (!isArc) return `L ${text(to)}`
    // Arcs go from a horizontal side to a vertical one or the other way round; their corner lies on both.
    const onHorizontal = index % 4 === 1
    const corner: [number, number] = onHorizontal ? [to[0], from[1]] : [from[0], to[1]]
    const toward = (point: readonly [number, number]): [number, number] => [
      point[0] + (corner[0] - point[0]) * KAPPA,
      point[1] + (corner[1] - point[1]) * KAPPA,
    ]
    return `C ${text(toward(from))} ${text(toward(to))} ${text(to)}`
  })
  return `M ${text(first[0])} ${steps.join(' ')} Z`
}
