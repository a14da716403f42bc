import type { SymbolDefinition } from '@edp/schemas'

import { defineSymbol } from '../../sheet/define-symbol.ts'
import { INHERIT, pen } from '../../sheet/pen.ts'
import { wave } from './wave.ts'

const ink = pen(INHERIT)

/** Sources, transformers, converters and batteries; each hangs from its upper terminal. */
export const MACHINES: readonly SymbolDefinition[] = [
  defineSymbol({
    name: 'TRANSFORMER',
    description: 'Two-winding transformer',
    source: 'IEEE 315-1975, 6.4.1: windings as half loops',
    items: [
      ink.line([0, 0], [0, -4]),
      ...[-4, 0, 4].map((x) => ink.arc([x, -4], 2, 180, 360)),
      ...[-4, 0, 4].map((x) => ink.arc([x, -11], 2, 0, 180)),
      ink.line([-6, -7.2], [6, -7.2]),
      ink.line([-6, -7.8], [6, -7.8]),
      ink.line([0, -11], [0, -15]),
    ],
  }),
  defineSymbol({
    name: 'EARTHING-TRANSFORMER',
    description: 'Earthing transformer, zig-zag, neutral at its lower end',
    source: 'IEEE 315-1975, 6.4.1 and 2.3: zig-zag winding',
    items: [
      ink.line([0, 0], [0, -3]),
      ink.circle([0, -7.5], 4.5),
      ink.path([
        [0, -7.5],
        [0, -5.6],
        [1.5, -4.7],
      ]),
      ink.path([
        [0, -7.5],
        [1.6, -8.4],
        [1.6, -10.1],
      ]),
      ink.path([
        [0, -7.5],
        [-1.6, -8.4],
        [-3.1, -7.5],
      ]),
      ink.line([0, -12], [0, -14]),
    ],
  }),
  defineSymbol({
    name: 'DELTA',
    description: 'Delta winding',
    source: 'IEEE 315-1975, 2.3',
    attributes: [],
    items: [
      ink.polygon([
        [-2, -1.5],
        [2, -1.5],
        [0, 2],
      ]),
    ],
  }),
  defineSymbol({
    name: 'WYE',
    description: 'Wye winding',
    source: 'IEEE 315-1975, 2.3',
    attributes: [],
    items: [ink.line([0, 0], [0, 2.2]), ink.line([0, 0], [1.9, -1.1]), ink.line([0, 0], [-1.9, -1.1])],
  }),
  defineSymbol({
    name: 'WYE-EARTHED',
    description: 'Wye winding, neutral solidly earthed',
    source: 'IEEE 315-1975, 2.3 and 3.9',
    attributes: [],
    items: [
      ink.line([0, 0], [0, 2.2]),
      ink.line([0, 0], [1.9, -1.1]),
      ink.line([0, 0], [-1.9, -1.1]),
      ink.path([
        [0, 0],
        [-4.5, 0],
        [-4.5, -2],
      ]),
      ink.line([-6.3, -2], [-2.7, -2]),
      ink.line([-5.6, -2.9], [-3.4, -2.9]),
      ink.line([-5, -3.8], [-4, -3.8]),
    ],
  }),
  defineSymbol({
    name: 'UTILITY',
    description: 'Utility network',
    source: 'IEC 60617, network feeder; IEEE 315 has none',
    items: [
      ink.box([-6, -10], 12, 10),
      ink.line([-6, -10], [6, 0]),
      ink.line([-6, 0], [6, -10]),
      ink.line([0, -10], [0, -12.5]),
    ],
  }),
  defineSymbol({
    name: 'GENERATOR',
    description: 'Generating plant',
    source: 'IEEE 315-1975, 13.1',
    items: [
      ink.circle([0, -5.5], 5.5),
      ink.text([0, -4.4], 3.5, 'G', { halign: 'centre', valign: 'middle' }),
      wave(0, -8.6),
      ink.line([0, -11], [0, -12.5]),
    ],
  }),
  defineSymbol({
    name: 'SOLAR',
    description: 'Solar plant with inverters',
    source: 'IEC 60617, photovoltaic generator; IEEE 315 has none',
    items: [
      ink.box([-6, -10], 12, 10),
      ink.path([
        [-6, 0],
        [0, -4],
        [6, 0],
      ]),
      ink.text([0, -7.2], 2.5, 'PV', { halign: 'centre', valign: 'middle' }),
      ink.line([0, -10], [0, -12.5]),
    ],
  }),
  defineSymbol({
    name: 'PCS',
    description: 'Power conversion system, AC to DC, both ways',
    source: 'IEC 60617, converter; IEEE 315-1975, 14',
    items: [
      ink.line([0, 0], [0, -1.25]),
      ink.box([-5, -11.25], 10, 10),
      ink.line([-5, -11.25], [5, -1.25]),
      wave(-2.2, -3.6),
      ink.line([1, -8.4], [4, -8.4]),
      ink.line([1, -9.4], [4, -9.4]),
      ink.line([0, -11.25], [0, -12.5]),
    ],
  }),
  defineSymbol({
    name: 'CHARGER',
    description: 'Battery charger, AC to DC',
    source: 'IEC 60617, rectifier; IEEE 315-1975, 14',
    items: [
      ink.line([0, 0], [0, -2.5]),
      ink.box([-5, -12.5], 10, 10),
      ink.line([-5, -12.5], [5, -2.5]),
      wave(-2.2, -4.8),
      ink.line([1, -9.6], [4, -9.6]),
      ink.line([1, -10.6], [4, -10.6]),
      ink.line([0, -12.5], [0, -15]),
    ],
  }),
  defineSymbol({
    name: 'UPS',
    description: 'Uninterruptible power supply with battery and bypass',
    source: 'IEC 60617, converter with intermediate circuit; IEEE 315 has none',
    attributes: ['TAG', 'RATING', 'MODULE_ID'],
    items: [
      ink.line([0, 0], [0, -2.5]),
      ink.box([-6, -12.5], 12, 10),
      ink.line([-6, -12.5], [0, -2.5]),
      ink.line([0, -12.5], [6, -2.5]),
      wave(-3.6, -4.2),
      ink.line([-1.5, -7], [1.5, -7]),
      ink.line([-1.5, -8], [1.5, -8]),
      wave(3.6, -11),
      ink.line([0, -12.5], [0, -15]),
    ],
  }),
  defineSymbol({
    name: 'BATTERY',
    description: 'Battery',
    source: 'IEEE 315-1975, 2.5',
    items: [
      ink.line([0, 0], [0, -2.5]),
      ...[-2.5, -5.5].flatMap((y) => [ink.line([-4, y], [4, y]), ink.line([-2, y - 1.5], [2, y - 1.5])]),
      ink.line([0, -4], [0, -5.5]),
      ink.line([0, -7], [0, -8.5]),
    ],
  }),
]

/** From the upper terminal of a machine to its lower one, mm. */
export const MACHINE_HEIGHTS = {
  TRANSFORMER: 15,
  'EARTHING-TRANSFORMER': 14,
  UTILITY: 12.5,
  GENERATOR: 12.5,
  SOLAR: 12.5,
  PCS: 12.5,
  CHARGER: 15,
  UPS: 15,
  BATTERY: 8.5,
} as const
