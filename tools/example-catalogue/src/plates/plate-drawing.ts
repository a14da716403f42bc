import { dimensions } from './plate-dimensions.ts'
import { plateHoles, type Hole } from './plate-holes.ts'
import { paperPen, SMALL_MM, TEXT_MM, type Mark, type PlateDrawing, type Point } from './plate-mark.ts'
import { plateSheet } from './plate-sheet.ts'
import type { FittedSlot, Plate } from './plate.ts'

/** Room of the view on the paper, mm from its lower left corner. */
const VIEW = { left: 50, bottom: 44, right: 250, top: 256 } as const

/** Scales of ISO 5455, first that fits. */
const SCALES = [1, 2, 5, 10, 20] as const

/** Draws the sheet of a plate from outside, with dimensions, a table of slots, notes and a title block. */
export function drawPlate(plate: Plate): PlateDrawing {
  const { width_mm: width, height_mm: height } = plate.outline
  const scale = SCALES.find(
    (s) => width / s <= VIEW.right - VIEW.left && height / s <= VIEW.top - VIEW.bottom,
  )
  if (scale === undefined) throw new Error(`plate ${plate.plate_id} is too large for A3`)
  const paper = {
    x: -((VIEW.left + VIEW.right) / 2) * scale + width / 2,
    y: -((VIEW.bottom + VIEW.top) / 2) * scale + height / 2,
  }
  const holes = plateHoles(plate)
  return {
    title: `Interface plate ${plate.plate_id}`,
    scale,
    paper,
    marks: [
      ...view(plate, holes, scale),
      ...dimensions(plate, holes, scale),
      ...plateSheet(plate, holes, scale, paperPen(scale, paper)),
    ],
  }
}

function view(plate: Plate, holes: readonly Hole[], scale: number): Mark[] {
  const { width_mm: width, height_mm: height, corner_radius_mm: radius } = plate.outline
  return [
    { type: 'rounded', layer: 'OUTLINE', corner: [0, 0], width, height, radius },
    ...holes.flatMap((hole) => holeMarks(hole, scale)),
    ...plate.slots.flatMap((slot) => [...connectorOutlines(slot), ...slotLabels(slot, scale)]),
  ]
}

function holeMarks(hole: Hole, scale: number): Mark[] {
  const layer = hole.use === 'cutout' ? 'CUTOUT' : 'HOLE'
  const { x, y } = hole
  if (hole.shape === 'rectangle') {
    const { width, height, radius } = hole
    const corner: Point = [x - width / 2, y - height / 2]
    return [
      { type: 'rounded', layer, corner, width, height, radius },
      ...cross([x, y], width / 2 + 2 * scale, height / 2 + 2 * scale),
    ]
  }
  const circle: Mark = { type: 'circle', layer, centre: [x, y], radius: hole.diameter / 2 }
  const arm = hole.diameter / 2 + (hole.use === 'cutout' ? 2 : 1) * scale
  return hole.use === 'fixing' ? [circle] : [circle, ...cross([x, y], arm, arm)]
}

const cross = ([x, y]: Point, armX: number, armY: number): Mark[] => [
  { type: 'line', layer: 'CENTRE', from: [x - armX, y], to: [x + armX, y] },
  { type: 'line', layer: 'CENTRE', from: [x, y - armY], to: [x, y + armY] },
]

/** Outline of what is bolted on: thin, so that the assembler sees the room that it takes. */
function connectorOutlines({ fitted: { body }, at }: FittedSlot): Mark[] {
  const [width, height] = [body.flange_mm, body.flange_height_mm ?? body.flange_mm]
  return at.map(({ x, y }): Mark =>
    body.form === 'square' || body.form === 'frame'
      ? {
          type: 'rounded',
          layer: 'CONNECTOR',
          corner: [x - width / 2, y - height / 2],
          width,
          height,
          radius: 0,
        }
      : { type: 'circle', layer: 'CONNECTOR', centre: [x, y], radius: width / 2 },
  )
}

/** Half the height of what stands in a slot, mm. */
const halfHeight = ({ fitted: { body } }: FittedSlot): number => (body.flange_height_mm ?? body.flange_mm) / 2

function slotLabels(slot: FittedSlot, scale: number): Mark[] {
  const label = (x: number, y: number, text: string, height: number): Mark => ({
    type: 'text',
    layer: 'LABEL',
    at: [x, y],
    text,
    height: height * scale,
    align: 'centre',
    turned: false,
  })
  const above = halfHeight(slot) + 1.2 * scale
  const [first] = slot.at
  if (!slot.poles || !first) return slot.at.map(({ x, y }) => label(x, y + above, slot.id, TEXT_MM))
  return slot.at.map(({ pole, x, y }) => label(x, y + above, `${slot.id}:${pole}`, SMALL_MM))
}
