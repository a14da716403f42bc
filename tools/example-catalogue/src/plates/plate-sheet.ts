import { fitText } from '@edp/schemas'

import { countHoles, sheetMass, type Hole } from './plate-holes.ts'
import { plateLists } from './plate-lists.ts'
import { SMALL_MM, TEXT_MM, type Mark, type PaperPen, type Point } from './plate-mark.ts'
import type { Plate } from './plate.ts'
import { TABLE, slotTable } from './slot-table.ts'

const NOT_FOR_CONSTRUCTION = 'EXAMPLE - NOT FOR CONSTRUCTION'

/** Places on the paper, mm from its lower left corner. */
const FRAME = { left: 20, right: 410, bottom: 10, top: 287 } as const

const TITLE = { left: 258, bottom: 10, right: 410, row: 8 } as const

const DETAIL = { left: 300, top: 201 } as const

/** What stands around the view of a plate: frame, table of slots, section of the edge, notes and title block. */
export function plateSheet(plate: Plate, holes: readonly Hole[], scale: number, pen: PaperPen): Mark[] {
  return [
    ...sheetFrame(pen),
    ...slotTable(plate, holes, pen),
    ...edgeDetail(plate, pen),
    ...plateLists(plate, pen),
    ...notes(plate, holes, pen),
    ...titleBlock(plate, scale, pen),
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
    pen.text('TABLE', [TABLE.left, top + 7], 'SECTION OF THE EDGE 1:1 ON PAPER', TEXT_MM),
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
    `3. ${holes.length} holes in all: ${countHoles(holes, 'perimeter')} perimeter, ${countHoles(holes, 'cutout')} cut-outs, ${countHoles(holes, 'fixing')} fixing holes.`,
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
