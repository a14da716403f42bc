import type { Point, Primitive, SymbolDefinition } from '@edp/schemas'

import { defineSymbol } from '../../sheet/define-symbol.ts'
import { INHERIT, pen } from '../../sheet/pen.ts'

const ink = pen(INHERIT)
const SOURCE = 'ISO 10628-2'

/** Radius of a pump, mm: the pipe ends on the circle. */
const PUMP_RADIUS = 6.25
/** Half sizes of equipment, mm, so that pipes end on its outline. */
export const HX_HALF = { width: 12.5, height: 20 } as const
const VESSEL_RADIUS = 8.75
export const FILTER_HALF = { width: 7.5, height: 10 } as const
export const AIR_UNIT_HALF = { width: 20, height: 15 } as const

/** A saw-toothed line between two ends, along x or y. */
function zigzag(from: Point, to: Point, teeth: number, amplitude: number): Primitive {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy)
  const [nx, ny] = [-dy / length, dx / length]
  const points: Point[] = [from]
  for (let tooth = 0; tooth < teeth; tooth += 1) {
    const share = (tooth + 0.5) / teeth
    const sign = tooth % 2 === 0 ? amplitude : -amplitude
    points.push([from[0] + dx * share + nx * sign, from[1] + dy * share + ny * sign])
  }
  return ink.path([...points, to])
}

/** A fan: hub and two blades as narrow loops. */
function fan([x, y]: Point, reach: number): Primitive[] {
  const blade = (sign: 1 | -1): Primitive =>
    ink.polygon([
      [x, y],
      [x + sign * reach * 0.5, y + reach * 0.32],
      [x + sign * reach, y],
      [x + sign * reach * 0.5, y - reach * 0.32],
    ])
  return [blade(1), blade(-1), ink.circle([x, y], 0.8, { filled: true })]
}

/** Equipment of the cooling; insertion point in the middle. */
export const EQUIPMENT_SYMBOLS: readonly SymbolDefinition[] = [
  defineSymbol({
    name: 'PUMP',
    description: 'Centrifugal pump, triangle to the discharge',
    source: SOURCE,
    items: [
      ink.circle([0, 0], PUMP_RADIUS),
      ink.path([
        [0, PUMP_RADIUS],
        [PUMP_RADIUS, 0],
        [0, -PUMP_RADIUS],
      ]),
    ],
  }),
  defineSymbol({
    name: 'HX-PLATE',
    description: 'Plate heat exchanger, counter-flow',
    source: SOURCE,
    items: [
      ink.box([-12.5, -20], 25, 40),
      zigzag([-7.5, 20], [-7.5, -20], 8, 2.5),
      zigzag([7.5, -20], [7.5, 20], 8, 2.5),
      ink.line([0, -20], [0, 20]),
    ],
  }),
  defineSymbol({
    name: 'DRY-COOLER',
    description: 'Air-cooled heat exchanger with fans',
    source: SOURCE,
    items: [
      ink.box([-35, -35], 70, 70),
      zigzag([-35, -20], [35, -20], 12, 5),
      ink.line([35, -20], [35, 10]),
      ...fan([-15, 20], 11),
      ...fan([15, 20], 11),
    ],
  }),
  defineSymbol({
    name: 'CHILLER',
    description: 'Chiller, packaged',
    source: SOURCE,
    items: [
      ink.box([-12.5, -12.5], 25, 25),
      zigzag([-12.5, 0], [12.5, 0], 6, 3),
      ink.circle([0, 8], 2.5),
      ink.line([0, 5.5], [0, 3]),
    ],
  }),
  defineSymbol({
    name: 'VESSEL-EXPANSION',
    description: 'Diaphragm expansion vessel',
    source: SOURCE,
    items: [
      ink.circle([0, 0], VESSEL_RADIUS),
      ink.arc([-4.375, 0], 4.375, 180, 360),
      ink.arc([4.375, 0], 4.375, 0, 180),
    ],
  }),
  defineSymbol({
    name: 'TANK',
    description: 'Tank, vented',
    source: SOURCE,
    items: [
      ink.path([
        [-12.5, 12.5],
        [-12.5, -12.5],
        [12.5, -12.5],
        [12.5, 12.5],
      ]),
      ink.line([-12.5, 10.5], [12.5, 10.5], {}),
      ink.path([
        [-1.5, 8.2],
        [0, 10.5],
        [1.5, 8.2],
      ]),
    ],
  }),
  defineSymbol({
    name: 'FILTER',
    description: 'Filter element',
    source: SOURCE,
    items: [
      ink.box([-7.5, -10], 15, 20),
      ...Array.from({ length: 4 }, (_, i) => ink.line([0, 10 - 5 * i], [0, 7 - 5 * i])),
    ],
  }),
  defineSymbol({
    name: 'AIR-UNIT',
    description: 'Air unit with cooling coil and fan',
    source: SOURCE,
    items: [ink.box([-20, -15], 40, 30), zigzag([-12, 15], [-12, -15], 6, 2.5), ...fan([8, 6], 7)],
  }),
  defineSymbol({
    name: 'DRIP-TRAY',
    description: 'Drip tray',
    source: SOURCE,
    items: [
      ink.path([
        [-50, 3.75],
        [-50, -3.75],
        [50, -3.75],
        [50, 3.75],
      ]),
    ],
  }),
]
