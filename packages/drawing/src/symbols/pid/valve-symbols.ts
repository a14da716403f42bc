import type { Primitive, SymbolDefinition } from '@edp/schemas'

import { defineSymbol, type SymbolDraft } from '../../sheet/define-symbol.ts'
import { INHERIT, pen } from '../../sheet/pen.ts'

const ink = pen(INHERIT)
const SOURCE = 'ISA-5.1 / ISO 10628-2'

/** Half length of an inline valve along the pipe, mm: where the pipe ends. */
export const VALVE_HALF = 4

const ATTRIBUTES = ['TAG', 'RATING', 'MODULE_ID', 'LINE', 'FAIL'] as const

/** Two triangles tip to tip, 8 x 5 mm. */
const bowTie: readonly Primitive[] = [
  ink.polygon([
    [-4, -2.5],
    [-4, 2.5],
    [0, 0],
  ]),
  ink.polygon([
    [4, -2.5],
    [4, 2.5],
    [0, 0],
  ]),
]
const stem = ink.line([0, 0], [0, 5])
/** Two tips of a bow tie that stop at a ball or disc in the middle. */
const openBowTie: readonly Primitive[] = [
  ink.path([
    [-1.2, -0.75],
    [-4, -2.5],
    [-4, 2.5],
    [-1.2, 0.75],
  ]),
  ink.path([
    [1.2, -0.75],
    [4, -2.5],
    [4, 2.5],
    [1.2, 0.75],
  ]),
]

function valve(draft: Omit<SymbolDraft, 'source' | 'attributes'>): SymbolDefinition {
  return defineSymbol({ ...draft, source: SOURCE, attributes: ATTRIBUTES })
}

/** Valves; flow runs from -x to +x, the actuator stands on +y. */
export const VALVE_SYMBOLS: readonly SymbolDefinition[] = [
  valve({ name: 'VALVE-BALL', description: 'Ball valve', items: [...openBowTie, ink.circle([0, 0], 1.4)] }),
  valve({
    name: 'VALVE-BUTTERFLY',
    description: 'Butterfly valve',
    items: [
      ink.line([-4, -2.5], [-4, 2.5]),
      ink.line([4, -2.5], [4, 2.5]),
      ink.line([-3.2, -2.4], [3.2, 2.4]),
      ink.circle([0, 0], 0.8, { filled: true }),
    ],
  }),
  valve({
    name: 'VALVE-CHECK',
    description: 'Check valve, flow to the filled side',
    items: [
      ink.line([-4, -2.5], [-4, 2.5]),
      ink.line([4, -2.5], [4, 2.5]),
      ink.line([-4, 2.5], [4, -2.5]),
      ink.polygon(
        [
          [4, -2.5],
          [1.2, -2],
          [2.3, -0.2],
        ],
        { filled: true },
      ),
    ],
  }),
  valve({
    name: 'VALVE-BALANCING',
    description: 'Balancing valve with test points',
    items: [
      ...bowTie,
      ink.line([-3, -1.9], [-3, -3.5]),
      ink.line([3, -1.9], [3, -3.5]),
      ink.circle([-3, -4.2], 0.7),
      ink.circle([3, -4.2], 0.7),
    ],
  }),
  valve({
    name: 'VALVE-GLOBE',
    description: 'Regulating valve, by hand',
    items: [...bowTie, ink.circle([0, 0], 1.2, { filled: true })],
  }),
  valve({
    name: 'VALVE-CONTROL',
    description: 'Control valve, diaphragm actuator',
    items: [...bowTie, stem, ink.line([-4, 5], [4, 5]), ink.arc([0, 5], 4, 0, 180)],
  }),
  valve({
    name: 'VALVE-BACKFLOW',
    description: 'Backflow preventer: two checks with a relieved zone between',
    items: [
      ink.box([-4, -2.5], 8, 5),
      ink.line([-4, 2.5], [0, -2.5]),
      ink.line([0, 2.5], [4, -2.5]),
      ink.line([0, -2.5], [0, -4]),
      ink.polygon([
        [-1.2, -5.6],
        [1.2, -5.6],
        [0, -4],
      ]),
    ],
  }),
  valve({
    name: 'VALVE-MOTOR',
    description: 'Motorised valve, spring return',
    items: [
      ...bowTie,
      stem,
      ink.box([-2.5, 5], 5, 5),
      ink.text([0, 7.5], 2.5, 'M', { halign: 'centre', valign: 'middle' }),
    ],
  }),
  valve({
    name: 'VALVE-3WAY',
    description: 'Three-way control valve, diaphragm actuator',
    items: [
      ...bowTie,
      ink.polygon([
        [-2.5, -4],
        [2.5, -4],
        [0, 0],
      ]),
      stem,
      ink.line([-4, 5], [4, 5]),
      ink.arc([0, 5], 4, 0, 180),
    ],
  }),
  valve({
    name: 'VALVE-RELIEF',
    description: 'Safety relief valve, inlet below, outlet to the left',
    items: [
      ink.polygon([
        [-2.5, -4],
        [2.5, -4],
        [0, 0],
      ]),
      ink.polygon([
        [-4, -2.5],
        [-4, 2.5],
        [0, 0],
      ]),
      ink.path([
        [0, 0],
        [0, 2],
        [1.8, 2.8],
        [-1.8, 4.4],
        [1.8, 6],
        [-1.8, 7.6],
        [0, 8.4],
        [0, 9.5],
      ]),
      ink.line([-2, 9.5], [2, 9.5]),
    ],
  }),
  valve({
    name: 'VALVE-VENT',
    description: 'Automatic air vent',
    items: [
      ink.circle([0, 2.5], 2.5),
      ink.line([0, 5], [0, 7]),
      ink.polygon(
        [
          [-1, 6.6],
          [1, 6.6],
          [0, 8.6],
        ],
        { filled: true },
      ),
      ink.text([0, 2.5], 2.5, 'A', { halign: 'centre', valign: 'middle' }),
    ],
  }),
  valve({
    name: 'VALVE-DRAIN',
    description: 'Drain valve with capped end',
    items: [...bowTie.map((item) => turned(item)), ink.line([0, -4], [0, -7]), ink.line([-2, -7], [2, -7])],
  }),
]

/** A polygon of the bow tie turned upright. */
function turned(item: Primitive): Primitive {
  return item.kind === 'polyline' ? { ...item, points: item.points.map(([x, y]) => [y, x] as const) } : item
}
