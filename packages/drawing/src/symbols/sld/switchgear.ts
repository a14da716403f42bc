import type { SymbolDefinition } from '@edp/schemas'

import { defineSymbol } from '../../sheet/define-symbol.ts'
import { INHERIT, pen } from '../../sheet/pen.ts'

const ink = pen(INHERIT)

/**
 * Switching devices. Each hangs from its upper terminal, the insertion point; turned by 90 degrees it leads to the
 * right. `SWITCHGEAR_HEIGHTS` says where the lower terminal is.
 */
export const SWITCHGEAR: readonly SymbolDefinition[] = [
  defineSymbol({
    name: 'BREAKER-LV',
    description: 'Low-voltage circuit breaker',
    source: 'IEEE 315-1975, 11.4 and table of single line symbols: square',
    items: [ink.line([0, 0], [0, -1.25]), ink.box([-2.5, -6.25], 5, 5), ink.line([0, -6.25], [0, -7.5])],
  }),
  defineSymbol({
    name: 'BREAKER-MV',
    description: 'Medium-voltage circuit breaker, drawout',
    source: 'IEEE 315-1975, 11.4: square between drawout contacts',
    items: [
      ink.line([0, 0], [0, -1.5]),
      ink.path([
        [-1.75, 0.25],
        [0, -1.5],
        [1.75, 0.25],
      ]),
      ink.path([
        [-1.75, -1.25],
        [0, -3],
        [1.75, -1.25],
      ]),
      ink.line([0, -3], [0, -3.75]),
      ink.box([-2.5, -8.75], 5, 5),
      ink.line([0, -8.75], [0, -9.5]),
      ink.path([
        [-1.75, -11.25],
        [0, -9.5],
        [1.75, -11.25],
      ]),
      ink.path([
        [-1.75, -12.75],
        [0, -11],
        [1.75, -12.75],
      ]),
      ink.line([0, -11], [0, -12.5]),
    ],
  }),
  defineSymbol({
    name: 'BREAKER-FIXED',
    description: 'Medium-voltage circuit breaker, fixed, of a ring main unit',
    source: 'IEEE 315-1975, 11.4: square; diagonal as in IEC 60617 for a breaker function',
    items: [
      ink.line([0, 0], [0, -1.25]),
      ink.box([-2.5, -6.25], 5, 5),
      ink.line([-2.5, -6.25], [2.5, -1.25]),
      ink.line([0, -6.25], [0, -7.5]),
    ],
  }),
  defineSymbol({
    name: 'ISOLATOR',
    description: 'Isolating switch (89)',
    source: 'IEEE 315-1975, 4.6: blade at 30 degrees',
    items: [
      ink.line([0, 0], [0, -2.5]),
      ink.line([-1, -2.5], [1, -2.5]),
      ink.line([0, -8], [2.9, -3]),
      ink.line([0, -8], [0, -10]),
    ],
  }),
  defineSymbol({
    name: 'LOCKABLE-SWITCH',
    description: 'Disconnect switch (89) at the equipment, lockable open',
    source: 'IEEE 315-1975, 4.6: blade at 30 degrees; IEC 60617, lock on the operating link',
    items: [
      ink.line([0, 0], [0, -2.5]),
      ink.line([-1, -2.5], [1, -2.5]),
      ink.line([0, -8], [-2.9, -3]),
      ink.line([0, -8], [0, -10]),
      ink.line([-1.6, -5.3], [-3.2, -5.3], { linetype: 'HIDDEN' }),
      ink.box([-5.2, -6.1], 2, 1.6),
      ink.arc([-4.2, -4.5], 0.6, 0, 180),
    ],
  }),
  defineSymbol({
    name: 'LOAD-SWITCH',
    description: 'Load-break switch with earthing contact, of a ring main unit',
    source: 'IEEE 315-1975, 4.6; circle at the contact as in IEC 60617 for load break',
    items: [
      ink.line([0, 0], [0, -2]),
      ink.circle([0, -2.5], 0.5),
      ink.line([-1, -3], [1, -3]),
      ink.line([0, -8], [2.5, -3.7]),
      ink.line([0, -8], [0, -10]),
      ink.line([3.2, -5.4], [3.2, -7]),
      ink.line([2.2, -7], [4.2, -7]),
      ink.line([2.6, -7.5], [3.8, -7.5]),
      ink.line([3, -8], [3.4, -8]),
    ],
  }),
  defineSymbol({
    name: 'RESISTOR',
    description: 'Neutral earthing resistor',
    source: 'IEEE 315-1975, 2.1',
    items: [ink.line([0, 0], [0, -1]), ink.box([-1.25, -6], 2.5, 5), ink.line([0, -6], [0, -7])],
  }),
  defineSymbol({
    name: 'FUSED-ISOLATOR',
    description: 'Fused isolating switch, two poles (DC)',
    source: 'IEEE 315-1975, 4.6 and 9.1',
    items: [
      ink.line([0, 0], [0, -1.5]),
      ink.line([-1, -1.5], [1, -1.5]),
      ink.line([0, -5], [2, -1.7]),
      ink.line([0, -5], [0, -10]),
      ink.box([-1.25, -9], 2.5, 3),
    ],
  }),
  defineSymbol({
    name: 'TRANSFER-SWITCH',
    description: 'Automatic transfer switch, two sources',
    source: 'IEEE 315-1975, 4.6: two contacts with one common blade',
    attributes: ['TAG', 'RATING', 'MODULE_ID'],
    items: [
      ink.line([0, 0], [0, -2.5]),
      ink.circle([0, -3], 0.5),
      ink.line([4, 0], [4, -2.5]),
      ink.circle([4, -3], 0.5),
      ink.line([0, -7.5], [0.4, -3.4]),
      ink.line([0, -7.5], [0, -10]),
      ink.box([-2.5, -8.75], 9, 7.5),
    ],
  }),
  defineSymbol({
    name: 'BREAKER-DC',
    description: 'DC circuit breaker (72)',
    source: 'IEEE 315-1975, 11.4; number of IEEE C37.2',
    items: [
      ink.line([0, 0], [0, -1.25]),
      ink.box([-2.5, -6.25], 5, 5),
      ink.line([-1.5, -3.25], [1.5, -3.25]),
      ink.line([-1.5, -4.25], [1.5, -4.25]),
      ink.line([0, -6.25], [0, -7.5]),
    ],
  }),
]

/** From the upper terminal of a switching device to its lower one, mm. */
export const SWITCHGEAR_HEIGHTS = {
  'BREAKER-LV': 7.5,
  'BREAKER-MV': 12.5,
  'BREAKER-FIXED': 7.5,
  ISOLATOR: 10,
  'LOCKABLE-SWITCH': 10,
  'LOAD-SWITCH': 10,
  RESISTOR: 7,
  'FUSED-ISOLATOR': 10,
  'TRANSFER-SWITCH': 10,
  'BREAKER-DC': 7.5,
} as const
