import type { SymbolDefinition } from '@edp/schemas'

import { defineSymbol } from '../sheet/define-symbol.ts'
import { GRID, grid } from '../sheet/grid.ts'
import { INHERIT, pen } from '../sheet/pen.ts'

const ink = pen(INHERIT)
const SOURCE = 'IEEE 315-1975'

/** Symbols of the single line diagram; each hangs between its upper terminal at (0, +h) and its lower one at (0, -h). */
export const ELECTRICAL_SYMBOLS: readonly SymbolDefinition[] = [
  defineSymbol({
    name: 'BREAKER',
    description: 'Circuit breaker',
    source: `${SOURCE} 11.4`,
    items: [ink.box([-GRID, -GRID], grid(2), grid(2))],
  }),
  defineSymbol({
    name: 'BREAKER-MV',
    description: 'Drawout circuit breaker, medium voltage',
    source: `${SOURCE} 11.4`,
    items: [
      ink.box([-GRID, -GRID], grid(2), grid(2)),
      ink.path([
        [-1.5, 5],
        [0, 3.5],
        [1.5, 5],
      ]),
      ink.path([
        [-1.5, -5],
        [0, -3.5],
        [1.5, -5],
      ]),
      ink.line([0, 2.5], [0, 3.5]),
      ink.line([0, -2.5], [0, -3.5]),
    ],
  }),
  defineSymbol({
    name: 'ISOLATOR',
    description: 'Disconnector',
    source: `${SOURCE} 4.6`,
    items: [ink.line([0, 2.5], [0, 5]), ink.line([0, -5], [0, -2.5]), ink.line([0, -2.5], [2.9, 2.1])],
  }),
  defineSymbol({
    name: 'TRANSFORMER',
    description: 'Two-winding transformer',
    source: 'IEC 60617-06, widely understood',
    items: [ink.circle([0, 3], 4.5), ink.circle([0, -3], 4.5)],
  }),
  defineSymbol({
    name: 'CT',
    description: 'Current transformer',
    source: `${SOURCE} 6.4`,
    items: [ink.arc([0, 1.25], 1.25, 270, 90), ink.arc([0, -1.25], 1.25, 270, 90)],
  }),
  defineSymbol({
    name: 'METER',
    description: 'Meter',
    source: `${SOURCE} 12.1`,
    items: [ink.circle([0, 0], 3), ink.text([0, 0], 2.5, 'M', { halign: 'centre', valign: 'middle' })],
  }),
  defineSymbol({
    name: 'RELAY',
    description: 'Protection relay; device numbers of IEEE C37.2 beside it',
    source: `${SOURCE} 12.2`,
    items: [ink.circle([0, 0], 3), ink.text([0, 0], 2.5, 'R', { halign: 'centre', valign: 'middle' })],
  }),
  defineSymbol({
    name: 'ARRESTER',
    description: 'Surge arrester',
    source: `${SOURCE} 9.3`,
    items: [
      ink.box([-1.5, -3], 3, 6),
      ink.line([0, 3], [0, -1]),
      ink.path([
        [-0.8, 0.4],
        [0, -1],
        [0.8, 0.4],
      ]),
      ink.line([0, -3], [0, -5]),
      ink.line([-2, -5], [2, -5]),
      ink.line([-1.2, -6], [1.2, -6]),
    ],
  }),
  defineSymbol({
    name: 'EARTH',
    description: 'Earth',
    source: `${SOURCE} 3.9`,
    items: [
      ink.line([0, 0], [0, -2]),
      ink.line([-3, -2], [3, -2]),
      ink.line([-2, -3.2], [2, -3.2]),
      ink.line([-1, -4.4], [1, -4.4]),
    ],
  }),
  defineSymbol({
    name: 'UTILITY',
    description: 'Utility service',
    source: 'practice',
    items: [ink.box([-6, -4], 12, 8), ink.line([-6, -4], [6, 4]), ink.line([-6, 4], [6, -4])],
  }),
  defineSymbol({
    name: 'GENERATOR',
    description: 'Generating plant',
    source: `${SOURCE} 13.1`,
    items: [ink.circle([0, 0], 6), ink.text([0, 0], 3.5, 'G', { halign: 'centre', valign: 'middle' })],
  }),
  defineSymbol({
    name: 'SOLAR',
    description: 'Solar plant with inverters',
    source: 'practice',
    items: [
      ink.box([-6, -5], 12, 10),
      ink.line([-6, 5], [0, 0]),
      ink.line([6, 5], [0, 0]),
      ink.text([0, -3], 2.5, 'PV', { halign: 'centre', valign: 'middle' }),
    ],
  }),
  defineSymbol({
    name: 'BATTERY',
    description: 'Battery',
    source: `${SOURCE} 2.5`,
    items: [
      ink.line([0, 5], [0, 2.5]),
      ink.line([-4, 2.5], [4, 2.5]),
      ink.line([-2, 1], [2, 1]),
      ink.line([-4, -0.5], [4, -0.5]),
      ink.line([-2, -2], [2, -2]),
    ],
  }),
  defineSymbol({
    name: 'PCS',
    description: 'Power conversion system, AC to DC',
    source: 'IEC 60617-06',
    items: [
      ink.box([-5, -5], 10, 10),
      ink.line([-5, -5], [5, 5]),
      ink.path([
        [-4, 2.4],
        [-3.2, 3.4],
        [-2, 1.6],
        [-1.2, 2.6],
      ]),
      ink.line([1, -2], [4, -2]),
      ink.line([1, -3], [4, -3]),
    ],
  }),
  defineSymbol({
    name: 'LOAD',
    description: 'Compute container',
    source: 'practice',
    items: [
      ink.polygon(
        [
          [-2, 0],
          [2, 0],
          [0, -3.5],
        ],
        { filled: true },
      ),
    ],
  }),
]
