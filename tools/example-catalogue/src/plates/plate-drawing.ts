import { roundTo } from '@edp/schemas'

import { countHoles, plateHoles, type Hole } from './plate-holes.ts'
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

function dimensions(plate: Plate, holes: readonly Hole[], scale: number): Mark[] {
  const { width_mm: width, height_mm: height, corner_radius_mm: radius } = plate.outline
  const centres = plate.slots.flatMap((slot) => slot.at)
  const edge = plate.perimeter.edge_offset_mm
  const columns = distinct([edge, ...centres.map(({ x }) => x)])
  const rows = distinct([edge, ...centres.map(({ y }) => y)])
  const overall = 22 * scale
  const perimeter = holes.filter(({ use }) => use === 'perimeter')
  const pitch = (values: readonly number[]): number => roundTo((values[1] ?? 0) - (values[0] ?? 0), 1)
  const across = pitch(distinct(perimeter.filter(({ y }) => y === edge).map(({ x }) => x)))
  const up = pitch(distinct(perimeter.filter(({ x }) => x === edge).map(({ y }) => y)))
  return [
    ...ordinates(columns, scale, 'x'),
    ...ordinates(rows, scale, 'y'),
    ...span([0, -overall], [width, -overall], scale, 'x'),
    ...span([-overall, 0], [-overall, height], scale, 'y'),
    ...leader([radius * 0.3, height - radius * 0.3], `R${radius}`, scale),
    {
      type: 'text',
      layer: 'DIMENSION',
      at: [width, height + 3 * scale],
      text: `${countHoles(holes, 'perimeter')} x \u00d8${plate.perimeter.hole_diameter_mm}, ${edge} from the edge, equal pitch ${across} across, ${up} up`,
      height: TEXT_MM * scale,
      align: 'right',
      turned: false,
    },
  ]
}

const distinct = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b)

/** Ordinates from the lower left corner; neighbours are spread so that their figures do not touch. */
function ordinates(values: readonly number[], scale: number, axis: 'x' | 'y'): Mark[] {
  const least = 3.6 * scale
  const spread: number[] = []
  for (const value of values) spread.push(Math.max(value, (spread.at(-1) ?? -Infinity) + least))
  const turn = (along: number, across: number): Point => (axis === 'x' ? [along, across] : [across, along])
  return values.flatMap((value, index): Mark[] => {
    const place = spread[index] ?? value
    const [near, bend, far] = [-1.5 * scale, -4 * scale, -7 * scale]
    return [
      { type: 'line', layer: 'DIMENSION', from: turn(value, near), to: turn(value, bend) },
      { type: 'line', layer: 'DIMENSION', from: turn(value, bend), to: turn(place, far) },
      {
        type: 'text',
        layer: 'DIMENSION',
        at:
          axis === 'x'
            ? [place + (TEXT_MM / 2) * scale, far - 0.8 * scale]
            : [far - 0.8 * scale, place - (TEXT_MM / 2) * scale],
        text: String(roundTo(value, 2)),
        height: TEXT_MM * scale,
        align: 'right',
        turned: axis === 'x',
      },
    ]
  })
}

/** Dimension of a whole side with its extension lines and arrows. */
function span(from: Point, to: Point, scale: number, axis: 'x' | 'y'): Mark[] {
  const length = axis === 'x' ? to[0] - from[0] : to[1] - from[1]
  const direction: Point = axis === 'x' ? [1, 0] : [0, 1]
  const back: Point = [-direction[0], -direction[1]]
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const extension = ([x, y]: Point): Mark =>
    axis === 'x'
      ? { type: 'line', layer: 'DIMENSION', from: [x, -16 * scale], to: [x, y - 1.5 * scale] }
      : { type: 'line', layer: 'DIMENSION', from: [-16 * scale, y], to: [x - 1.5 * scale, y] }
  return [
    extension(from),
    extension(to),
    { type: 'line', layer: 'DIMENSION', from, to },
    { type: 'arrow', layer: 'DIMENSION', tip: from, direction, length: 3 * scale },
    { type: 'arrow', layer: 'DIMENSION', tip: to, direction: back, length: 3 * scale },
    {
      type: 'text',
      layer: 'DIMENSION',
      at: axis === 'x' ? [middle[0], middle[1] + 1 * scale] : [middle[0] - 1 * scale, middle[1]],
      text: String(roundTo(length, 2)),
      height: 3 * scale,
      align: 'centre',
      turned: axis === 'y',
    },
  ]
}

function leader([x, y]: Point, text: string, scale: number): Mark[] {
  const knee: Point = [x - 6 * scale, y + 6 * scale]
  const slope = Math.SQRT1_2
  return [
    { type: 'arrow', layer: 'DIMENSION', tip: [x, y], direction: [-slope, slope], length: 3 * scale },
    { type: 'line', layer: 'DIMENSION', from: [x, y], to: knee },
    { type: 'line', layer: 'DIMENSION', from: knee, to: [knee[0] - 7 * scale, knee[1]] },
    {
      type: 'text',
      layer: 'DIMENSION',
      at: [knee[0] - 1 * scale, knee[1] + 0.8 * scale],
      text,
      height: TEXT_MM * scale,
      align: 'right',
      turned: false,
    },
  ]
}
