import type { SymbolDefinition } from '@edp/schemas'

import { defineSymbol } from '../../sheet/define-symbol.ts'
import { INHERIT, pen } from '../../sheet/pen.ts'

const ink = pen(INHERIT)
const SOURCE = 'ISA-5.1'
const ATTRIBUTES = ['TAG', 'RATING', 'MODULE_ID', 'LINE', 'SETPOINT', 'ALARMS'] as const

/** Radius of an instrument bubble, mm: five grid modules across. */
export const BUBBLE_RADIUS = 6.25

/** Half diagonal of an interlock, mm. */
export const INTERLOCK_HALF = 4.5

/** Instruments and control functions. */
export const INSTRUMENT_SYMBOLS: readonly SymbolDefinition[] = [
  defineSymbol({
    name: 'INST-FIELD',
    description: 'Instrument, mounted in the field',
    source: SOURCE,
    attributes: ATTRIBUTES,
    items: [ink.circle([0, 0], BUBBLE_RADIUS)],
  }),
  defineSymbol({
    name: 'INST-SHARED',
    description: 'Control function in a controller, see table of control loops',
    source: SOURCE,
    attributes: ATTRIBUTES,
    items: [
      ink.circle([0, 0], BUBBLE_RADIUS),
      ink.box([-BUBBLE_RADIUS, -BUBBLE_RADIUS], 2 * BUBBLE_RADIUS, 2 * BUBBLE_RADIUS),
    ],
  }),
  defineSymbol({
    name: 'INTERLOCK',
    description: 'Interlock, see table of interlocks',
    source: SOURCE,
    attributes: ['NUMBER', 'INITIATED_BY', 'ACTS_ON'],
    items: [
      ink.polygon([
        [0, INTERLOCK_HALF],
        [INTERLOCK_HALF, 0],
        [0, -INTERLOCK_HALF],
        [-INTERLOCK_HALF, 0],
      ]),
    ],
  }),
]
