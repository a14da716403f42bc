import { compareText, fitText, roundTo, textWidth } from '@edp/schemas'

import { plateHoles, sheetMass, type Hole } from './plate-holes.ts'
import type { Connector, FittedSlot, Plate } from './plate.ts'

/** Layers of a plate drawing: AutoCAD colour index, pen width in mm, colour on paper, line type. */
export const PLATE_LAYERS = {
  OUTLINE: { aci: 7, pen_mm: 0.5, rgb: [0, 0, 0], dashed: false },
  CUTOUT: { aci: 1, pen_mm: 0.35, rgb: [0.65, 0.08, 0.08], dashed: false },
  HOLE: { aci: 3, pen_mm: 0.25, rgb: [0, 0.35, 0.12], dashed: false },
  CONNECTOR: { aci: 8, pen_mm: 0.13, rgb: [0.55, 0.55, 0.55], dashed: false },
  CENTRE: { aci: 8, pen_mm: 0.13, rgb: [0.45, 0.45, 0.45], dashed: true },
  DIMENSION: { aci: 4, pen_mm: 0.18, rgb: [0.05, 0.25, 0.5], dashed: false },
  LABEL: { aci: 2, pen_mm: 0.25, rgb: [0.45, 0.25, 0], dashed: false },
  TABLE: { aci: 7, pen_mm: 0.18, rgb: [0.15, 0.15, 0.15], dashed: false },
  FRAME: { aci: 7, pen_mm: 0.7, rgb: [0, 0, 0], dashed: false },
  WARNING: { aci: 1, pen_mm: 0.35, rgb: [0.75, 0.05, 0.05], dashed: false },
} as const
export type PlateLayer = keyof typeof PLATE_LAYERS

type Point = readonly [number, number]
/** One mark of the pen. `height` is the cap height of a text; all in millimetres of the drawn object, 1:1. */
export type Mark = { readonly layer: PlateLayer } & (
  | { readonly type: 'line'; readonly from: Point; readonly to: Point }
  | { readonly type: 'circle'; readonly centre: Point; readonly radius: number }
  | {
      readonly type: 'rounded'
      readonly corner: Point
      readonly width: number
      readonly height: number
      readonly radius: number
    }
  | { readonly type: 'arrow'; readonly tip: Point; readonly direction: Point; readonly length: number }
  | {
      readonly type: 'text'
      readonly at: Point
      readonly text: string
      readonly height: number
      readonly align: 'left' | 'centre' | 'right'
      readonly turned: boolean
    }
)

/** A drawing of one A3 sheet: marks 1:1 in mm, the lower left corner of the plate at the origin. */
export interface PlateDrawing {
  readonly title: string
  readonly marks: readonly Mark[]
  /** Millimetres of the object per millimetre of paper. */
  readonly scale: number
  /** Lower left corner of the paper in the drawing. */
  readonly paper: { readonly x: number; readonly y: number }
}

/** A3 landscape, mm. */
export const PAPER = { width: 420, height: 297 } as const
const NOT_FOR_CONSTRUCTION = 'EXAMPLE - NOT FOR CONSTRUCTION'

/** Places on the paper, mm from its lower left corner. */
const FRAME = { left: 20, right: 410, bottom: 10, top: 287 } as const
const TITLE = { left: 258, bottom: 10, right: 410, row: 8 } as const
const VIEW = { left: 50, bottom: 44, right: 250, top: 256 } as const
const TABLE = { left: 258, top: 276, row: 5.2 } as const
const DETAIL = { left: 300, top: 205 } as const
/** Scales of ISO 5455, first that fits. */
const SCALES = [1, 2, 5, 10, 20] as const
const TEXT_MM = 2.5
const SMALL_MM = 1.8

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
  const onPaper = paperPen(scale, paper)
  const holes = plateHoles(plate)
  return {
    title: `Interface plate ${plate.plate_id}`,
    scale,
    paper,
    marks: [
      ...view(plate, holes, scale),
      ...dimensions(plate, holes, scale),
      ...sheetFrame(onPaper),
      ...slotTable(plate, holes, onPaper),
      ...edgeDetail(plate, onPaper),
      ...notes(plate, holes, onPaper),
      ...titleBlock(plate, scale, onPaper),
    ],
  }
}

/** Makes marks from millimetres of paper. */
function paperPen(scale: number, paper: PlateDrawing['paper']) {
  const at = ([x, y]: Point): Point => [paper.x + x * scale, paper.y + y * scale]
  return {
    line: (layer: PlateLayer, from: Point, to: Point): Mark => ({
      type: 'line',
      layer,
      from: at(from),
      to: at(to),
    }),
    text: (
      layer: PlateLayer,
      place: Point,
      text: string,
      height: number = TEXT_MM,
      align: 'left' | 'centre' | 'right' = 'left',
    ): Mark => ({ type: 'text', layer, at: at(place), text, height: height * scale, align, turned: false }),
    box: (layer: PlateLayer, left: number, bottom: number, right: number, top: number): Mark => ({
      type: 'rounded',
      layer,
      corner: at([left, bottom]),
      width: (right - left) * scale,
      height: (top - bottom) * scale,
      radius: 0,
    }),
  }
}
type PaperPen = ReturnType<typeof paperPen>

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
      text: `${count(holes, 'perimeter')} x \u00d8${plate.perimeter.hole_diameter_mm}, ${edge} from the edge, equal pitch ${across} across, ${up} up`,
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

/** Frame with centring marks and zone letters, as ISO 5457 draws them. */
function sheetFrame(pen: PaperPen): Mark[] {
  const { left, right, bottom, top } = FRAME
  const zone = (from: number, to: number, index: number, of: number): number =>
    from + ((index + 0.5) * (to - from)) / of
  const columns = [0, 1, 2, 3, 4, 5, 6, 7]
  const rows = ['F', 'E', 'D', 'C', 'B', 'A']
  const middle: Point = [(left + right) / 2, (bottom + top) / 2]
  return [
    pen.box('FRAME', left, bottom, right, top),
    ...columns.flatMap((index) =>
      [bottom - 4, top + 2.2].map((y) =>
        pen.text('TABLE', [zone(left, right, index, 8), y], String(index + 1), SMALL_MM, 'centre'),
      ),
    ),
    ...rows.flatMap((letter, index) =>
      [left - 3.5, right + 3.5].map((x) =>
        pen.text('TABLE', [x, zone(bottom, top, index, 6) - SMALL_MM / 2], letter, SMALL_MM, 'centre'),
      ),
    ),
    pen.line('FRAME', [middle[0], bottom], [middle[0], bottom - 6]),
    pen.line('FRAME', [middle[0], top], [middle[0], top + 6]),
    pen.line('FRAME', [left, middle[1]], [left - 6, middle[1]]),
    pen.line('FRAME', [right, middle[1]], [right + 6, middle[1]]),
  ]
}

const COLUMNS = [
  { title: 'Slots', width: 16 },
  { title: 'Connector', width: 20 },
  { title: 'No.', width: 8 },
  { title: 'Cut-out', width: 24 },
  { title: 'Fixing holes each', width: 33 },
  { title: 'Service and rating', width: 51 },
] as const

const SERVICE_NAMES = {
  power_mv: 'MV power',
  power_lv: 'LV power',
  power_dc: 'DC power',
  earth: 'earth',
  control: 'control',
  fibre: 'fibre',
  copper: 'copper',
  coolant_supply: 'coolant supply',
  coolant_return: 'coolant return',
  drain: 'drain',
} satisfies Record<FittedSlot['service'], string>

/** One row for the slots that are made alike, and one for the perimeter. */
function slotTable(plate: Plate, holes: readonly Hole[], pen: PaperPen): Mark[] {
  const groups = new Map<string, FittedSlot[]>()
  for (const slot of [...plate.slots].sort((a, b) => compareText(a.id, b.id))) {
    const key = `${slot.connector}/${slot.id.replace(/\d+$/, '')}`
    groups.set(key, [...(groups.get(key) ?? []), slot])
  }
  const rows = [...groups.values()].map((slots) => groupRow(slots))
  rows.push([
    '-',
    plate.perimeter.bolt,
    String(count(holes, 'perimeter')),
    `\u00d8${plate.perimeter.hole_diameter_mm}`,
    '-',
    'bolts to the frame of the container',
  ])
  const left = TABLE.left
  const right = left + COLUMNS.reduce((sum, { width }) => sum + width, 0)
  const bottom = TABLE.top - (rows.length + 1) * TABLE.row
  const edges = COLUMNS.map(
    (_, index) => left + COLUMNS.slice(0, index).reduce((sum, { width }) => sum + width, 0),
  )
  const cells = [COLUMNS.map(({ title }): string => title), ...rows].flatMap((row, line) =>
    row.map((cell, index) =>
      pen.text(
        'TABLE',
        [(edges[index] ?? left) + 1.2, TABLE.top - (line + 1) * TABLE.row + 1.7],
        fitText(cell, SMALL_MM, (COLUMNS[index]?.width ?? 0) - 2.4),
        line === 0 ? 2 : SMALL_MM,
      ),
    ),
  )
  return [
    pen.text('TABLE', [left, TABLE.top + 3], 'HOLES AND CONNECTORS', TEXT_MM),
    pen.box('TABLE', left, bottom, right, TABLE.top),
    ...Array.from({ length: rows.length }, (_, index) =>
      pen.line(
        'TABLE',
        [left, TABLE.top - (index + 1) * TABLE.row],
        [right, TABLE.top - (index + 1) * TABLE.row],
      ),
    ),
    ...edges.slice(1).map((x) => pen.line('TABLE', [x, bottom], [x, TABLE.top])),
    ...cells,
  ]
}

function groupRow(slots: readonly FittedSlot[]): string[] {
  const [first] = slots
  const last = slots.at(-1)
  if (!first || !last) throw new Error('a row of the table needs a slot')
  const { cutout, fixings } = first.fitted
  return [
    slots.length === 1
      ? first.id
      : slots.length === 2
        ? `${first.id}, ${last.id}`
        : `${first.id} to ${last.id}`,
    first.connector,
    String(slots.reduce((sum, { at }) => sum + at.length, 0)),
    cutout.shape === 'circle'
      ? `\u00d8${cutout.diameter_mm}`
      : `${cutout.width_mm} x ${cutout.height_mm} R${cutout.corner_radius_mm}`,
    fixingText(fixings),
    `${SERVICE_NAMES[first.service]}: ${slots.length === 1 ? first.rating : commonStart(slots.map(({ rating }) => rating))}`,
  ]
}

/** What all the ratings begin with, in whole words. */
function commonStart(ratings: readonly string[]): string {
  const words = ratings.map((rating) => rating.split(' '))
  const [first = []] = words
  const end = first.findIndex((word, index) => words.some((other) => other[index] !== word))
  return first
    .slice(0, end < 0 ? first.length : end)
    .join(' ')
    .replace(/,$/, '')
}

function fixingText(fixings: Connector['fixings']): string {
  if (fixings.pattern === 'none') return '-'
  const diameter = `\u00d8${fixings.diameter_mm}`
  if (fixings.pattern === 'square') return `4 x ${diameter}, square ${fixings.pitch_mm}`
  if (fixings.pattern === 'circle') return `${fixings.count} x ${diameter}, on \u00d8${fixings.pitch_mm}`
  const total = 2 * (fixings.columns_count + fixings.rows_count) - 4
  return `${total} x ${diameter}, ${fixings.pitch_x_mm} x ${fixings.pitch_y_mm}`
}

/** Section through the edge at 1:1 on paper: sheet, gasket and frame from the outside inwards, and the bolt's axis. */
function edgeDetail({ outline, gasket, flange, perimeter }: Plate, pen: PaperPen): Mark[] {
  const { left, top } = DETAIL
  const layers = [
    { name: `sheet ${outline.thickness_mm}`, depth: outline.thickness_mm, width: 58, layer: 'OUTLINE' },
    {
      name: `gasket ${gasket.thickness_mm} x ${gasket.width_mm}`,
      depth: gasket.thickness_mm,
      width: gasket.width_mm,
      layer: 'CUTOUT',
    },
    {
      name: `frame ${flange.thickness_mm} x ${flange.width_mm}`,
      depth: flange.thickness_mm,
      width: flange.width_mm,
      layer: 'HOLE',
    },
  ] as const
  const bottom = top - layers.reduce((sum, { depth }) => sum + depth, 0)
  const axis = left + perimeter.edge_offset_mm
  const marks = layers.flatMap(({ name, depth, width, layer }, index): Mark[] => {
    const upper = top - layers.slice(0, index).reduce((sum, above) => sum + above.depth, 0)
    const middle = upper - depth / 2
    return [
      pen.box(layer, left, upper - depth, left + width, upper),
      pen.line('DIMENSION', [left + width, middle], [left + 64, middle]),
      pen.text('DIMENSION', [left + 65, middle - 1], name, 2),
    ]
  })
  return [
    pen.text('TABLE', [TABLE.left, top + 12], 'SECTION OF THE EDGE 1:1 ON PAPER', TEXT_MM),
    ...marks,
    pen.line('CENTRE', [axis, top + 5], [axis, bottom - 5]),
    pen.text('DIMENSION', [axis, bottom - 9], perimeter.bolt, 2, 'centre'),
    pen.text('TABLE', [TABLE.left, top - 3], 'outside', 2),
    pen.text('TABLE', [TABLE.left, bottom + 1], 'inside', 2),
  ]
}

function notes(plate: Plate, holes: readonly Hole[], pen: PaperPen): Mark[] {
  const lines = [
    `1. Seen from outside the container. All dimensions in mm, from the lower left corner of the sheet.`,
    `2. General tolerances ISO 2768-mK; hole positions \u00b10.2. Break sharp edges 0.5.`,
    `3. ${holes.length} holes in all: ${count(holes, 'perimeter')} perimeter, ${count(holes, 'cutout')} cut-outs, ${count(holes, 'fixing')} fixing holes.`,
    `4. Gasket ${plate.gasket.thickness_mm} x ${plate.gasket.width_mm} on the inner face, frame ${plate.flange.thickness_mm} x ${plate.flange.width_mm} behind it.`,
    `5. Grey outlines show the room that connectors take. Cut-outs are illustrative, of no maker's product.`,
    `6. Slot ids are those of the cable and hose schedule.`,
  ]
  const top = TITLE.bottom + 5 * TITLE.row + 44
  return [
    pen.text('TABLE', [TITLE.left, top], 'NOTES', TEXT_MM),
    ...lines.map((line, index) => pen.text('TABLE', [TITLE.left, top - 5 - index * 4.4], line, 2)),
  ]
}

function titleBlock(plate: Plate, scale: number, pen: PaperPen): Mark[] {
  const { left, right, bottom, row } = TITLE
  const middle = left + (right - left) / 2
  const top = bottom + 5 * row
  const cell = (x: number, line: number, name: string, value: string, width: number): Mark[] => [
    pen.text('TABLE', [x + 1.5, bottom + (line + 1) * row - 2.6], name, 1.5),
    pen.text('TABLE', [x + 1.5, bottom + line * row + 1.6], fitText(value, TEXT_MM, width - 3), TEXT_MM),
  ]
  const half = middle - left
  return [
    pen.box('FRAME', left, bottom, right, top),
    ...[1, 2, 3, 4].map((line) =>
      pen.line('TABLE', [left, bottom + line * row], [right, bottom + line * row]),
    ),
    pen.line('TABLE', [middle, bottom], [middle, bottom + 3 * row]),
    pen.text('WARNING', [(left + right) / 2, bottom + 4 * row + 2.4], NOT_FOR_CONSTRUCTION, 3.5, 'centre'),
    ...cell(left, 3, 'Title', `Interface plate ${plate.plate_id}: ${plate.title}`, right - left),
    ...cell(left, 2, 'Drawing no.', `PLATE-${plate.plate_id}`, half),
    ...cell(middle, 2, 'Version', `${plate.plate_version} (${plate.status})`, half),
    ...cell(left, 1, 'Material', `${plate.material.name}, t = ${plate.outline.thickness_mm}`, half),
    ...cell(middle, 1, 'Mass of the sheet', `${sheetMass(plate).toFixed(2)} kg`, half),
    ...cell(left, 0, 'Scale, size', `1:${scale} on A3, model 1:1`, half),
    ...cell(middle, 0, 'Drawn, checked, approved', '', half),
  ]
}

const count = (holes: readonly Hole[], use: Hole['use']): number =>
  holes.filter((hole) => hole.use === use).length

/** Width of a text mark, mm. */
export function markWidth(mark: Extract<Mark, { type: 'text' }>): number {
  return textWidth(mark.text, mark.height)
}
