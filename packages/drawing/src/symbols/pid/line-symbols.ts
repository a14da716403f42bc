import type { Point, SymbolDefinition } from '@edp/schemas'

import { defineSymbol } from '../../sheet/define-symbol.ts'
import { INHERIT, pen } from '../../sheet/pen.ts'

const ink = pen(INHERIT)
const SOURCE = 'ISO 10628-2 / ISA-5.1'

/** Half lengths of inline fittings, mm. */
export const HOSE_HALF = 10
export const FLOW_METER_HALF = 5
export const STRAINER_HALF = 4
export const REDUCER_HALF = 2.5
/** Length of a connector in the direction of flow, mm. */
export const CONNECTOR_MM = 7
/** Air and dirt separator: its half length along the pipe, and how far its vent stands above the pipe. */
export const SEPARATOR_HALF = 5
export const SEPARATOR_TOP = 8

const WAVE: readonly Point[] = Array.from({ length: 33 }, (_, i) => [
  -8 + i * 0.5,
  roundTenth(Math.sin((i * Math.PI) / 4) * 1.6),
])

function roundTenth(value: number): number {
  return Math.round(value * 100) / 100
}

/** What stands in a line besides valves; flow runs from -x to +x. */
export const LINE_SYMBOLS: readonly SymbolDefinition[] = [
  defineSymbol({
    name: 'FLOW-ARROW',
    description: 'Direction of flow',
    source: SOURCE,
    attributes: [],
    items: [
      ink.polygon(
        [
          [-2, -1.25],
          [2, 0],
          [-2, 1.25],
        ],
        { filled: true },
      ),
    ],
  }),
  defineSymbol({
    name: 'HOSE',
    description: 'Flexible hose with end couplings',
    source: SOURCE,
    items: [
      ink.path(WAVE),
      ink.line([-8, -2], [-8, 2]),
      ink.line([8, -2], [8, 2]),
      ink.line([-10, 0], [-8, 0]),
      ink.line([8, 0], [10, 0]),
    ],
  }),
  defineSymbol({
    name: 'QUICK-COUPLING',
    description: 'Quick coupling, dry-break (UQD)',
    source: SOURCE,
    items: [ink.arc([-2, 0], 1.8, 270, 90), ink.arc([2, 0], 1.8, 90, 270)],
  }),
  defineSymbol({
    name: 'FLANGE',
    description: 'Flanged connection at the interface plate',
    source: SOURCE,
    items: [ink.line([-0.8, -2.5], [-0.8, 2.5]), ink.line([0.8, -2.5], [0.8, 2.5])],
  }),
  defineSymbol({
    name: 'STRAINER-Y',
    description: 'Y-strainer',
    source: SOURCE,
    items: [
      ink.line([-4, 0], [4, 0]),
      ink.line([-4, -2], [-4, 2]),
      ink.line([4, -2], [4, 2]),
      ink.path([
        [-1.5, 0],
        [1.5, -5],
        [4, -3.5],
        [1.9, 0],
      ]),
    ],
  }),
  defineSymbol({
    name: 'SEPARATOR',
    description: 'Air and dirt separator',
    source: SOURCE,
    items: [
      ink.box([-SEPARATOR_HALF, -6], 2 * SEPARATOR_HALF, 6 + SEPARATOR_TOP),
      ink.line([-5, 3.5], [5, -1.5], {}),
      ink.line([-5, -1.5], [5, 3.5], {}),
    ],
  }),
  defineSymbol({
    name: 'REDUCER',
    description: 'Reducer, narrow to the outlet',
    source: SOURCE,
    attributes: [],
    items: [
      ink.polygon([
        [-REDUCER_HALF, -2.5],
        [-REDUCER_HALF, 2.5],
        [REDUCER_HALF, 1.2],
        [REDUCER_HALF, -1.2],
      ]),
    ],
  }),
  defineSymbol({
    name: 'FLOW-METER',
    description: 'Magnetic flow meter',
    source: 'ISA-5.1',
    items: [ink.box([-5, -3.5], 10, 7), ink.text([0, 0], 2.5, 'M', { halign: 'centre', valign: 'middle' })],
  }),
  defineSymbol({
    name: 'TRAP',
    description: 'Condensate trap',
    source: SOURCE,
    items: [
      ink.path([
        [0, 5],
        [0, -2],
        [1, -3.5],
        [3, -3.5],
        [4, -2],
        [4, 1],
        [5, 2.5],
        [7, 2.5],
        [8, 1],
        [8, -5],
      ]),
    ],
  }),
  defineSymbol({
    name: 'CONNECTOR',
    description: 'Goes on at the same letter',
    source: 'ISO 15519-1 practice: pentagon in the direction of flow',
    attributes: ['REF'],
    items: [
      ink.polygon([
        [0, -2.5],
        [CONNECTOR_MM - 2.5, -2.5],
        [CONNECTOR_MM, 0],
        [CONNECTOR_MM - 2.5, 2.5],
        [0, 2.5],
      ]),
    ],
  }),
  defineSymbol({
    name: 'CAP',
    description: 'Capped connection',
    source: SOURCE,
    items: [ink.line([-2, 0], [2, 0]), ink.arc([0, 0], 2, 180, 360)],
  }),
]
