import type { SymbolDefinition } from '@edp/schemas'

import { defineSymbol } from '../../sheet/define-symbol.ts'
import { INHERIT, pen } from '../../sheet/pen.ts'

const ink = pen(INHERIT)

/** Diameter of a relay bubble for a text height, mm: two lines of three characters fit into it. */
export function relayDiameter(text_mm: number): number {
  return text_mm >= 2.5 ? 10 : 7.5
}

/** Diameter of the ring of a core-balance current transformer, mm. */
export const CORE_BALANCE_MM = 3

/** Instrument transformers, relays, meters and what leads to earth. */
export function measuringSymbols(text_mm: number): SymbolDefinition[] {
  const radius = relayDiameter(text_mm) / 2
  return [
    defineSymbol({
      name: 'CT',
      description: 'Current transformer, ratio beside it',
      source: 'IEEE 315-1975, 6.4',
      items: [ink.arc([0, -1.25], 1.25, 270, 90), ink.arc([0, -3.75], 1.25, 270, 90)],
    }),
    defineSymbol({
      name: 'CORE-BALANCE',
      description: 'Core-balance current transformer around all phases, ratio beside it',
      source: 'IEEE 315-1975, 6.4: a ring around the conductors, for 51G',
      items: [ink.circle([0, -CORE_BALANCE_MM / 2], CORE_BALANCE_MM / 2)],
    }),
    defineSymbol({
      name: 'VT',
      description: 'Voltage transformer, ratio beside it',
      source: 'IEEE 315-1975, 6.4',
      items: [
        ink.line([0, 0], [1.5, 0]),
        ink.circle([3.25, 0], 1.75),
        ink.circle([5.25, 0], 1.75),
        ink.line([7, 0], [8, 0]),
      ],
    }),
    defineSymbol({
      name: 'RELAY',
      description: 'Protective function, number of IEEE C37.2',
      source: 'IEEE 315-1975, 12; IEEE C37.2',
      attributes: ['TAG', 'MODULE_ID'],
      items: [ink.circle([0, 0], radius)],
    }),
    defineSymbol({
      name: 'METER',
      description: 'Meter, designation or class beside it',
      source: 'IEEE 315-1975, 12',
      items: [
        ink.circle([0, 0], radius),
        ink.text([0, 0], text_mm, 'M', { halign: 'centre', valign: 'middle' }),
      ],
    }),
    defineSymbol({
      name: 'ARRESTER',
      description: 'Surge arrester',
      source: 'IEEE 315-1975, 9.3',
      items: [
        ink.line([0, 0], [0, -4.5]),
        ink.path([
          [-0.9, -3],
          [0, -4.5],
          [0.9, -3],
        ]),
        ink.box([-1.5, -7.5], 3, 6),
        ink.line([0, -7.5], [0, -9.5]),
        ...earthBars(-9.5),
      ],
    }),
    defineSymbol({
      name: 'SPD',
      description: 'Surge protective device, type beside it',
      source: 'IEEE 315-1975, 9.3, with the bar of a varistor',
      items: [
        ink.line([0, 0], [0, -2]),
        ink.box([-1.5, -6.5], 3, 4.5),
        ink.line([-2.5, -6.5], [2.5, -2]),
        ink.line([0, -6.5], [0, -8]),
        ...earthBars(-8),
      ],
    }),
    defineSymbol({
      name: 'REMOTE-INPUT',
      description: 'Dry contact from outside, on terminals',
      source: 'IEEE 315-1975, 4.30: contact of a relay; circle: terminal',
      attributes: ['TAG', 'MODULE_ID'],
      items: [
        ink.line([0, 0], [-2.5, 0]),
        ink.line([-2.5, -1.5], [-2.5, 1.5]),
        ink.line([-4, -1.5], [-4, 1.5]),
        ink.line([-4, 0], [-6.5, 0]),
        ink.circle([-7, 0], 0.5),
      ],
    }),
    defineSymbol({
      name: 'EPO',
      description: 'Emergency power off: opens what stands beside it',
      source: 'IEEE 315-1975, 4.3: push button, as a block with its name',
      items: [
        ink.box([0, -2.5], 10, 5),
        ink.line([10, 0], [11.5, 0]),
        ink.line([11.5, -1.5], [11.5, 1.5]),
        ink.text([5, 0], text_mm, 'EPO', { halign: 'centre', valign: 'middle' }),
      ],
    }),
    defineSymbol({
      name: 'NEUTRAL-EARTHED',
      description: 'Neutral of a system of its own, solidly earthed',
      source: 'IEEE 315-1975, 3.9; N: IEC 60445',
      attributes: [],
      items: [
        ink.line([0, 0], [-3.5, 0]),
        ink.line([-3.5, 0], [-3.5, -2]),
        ink.line([-5.3, -2], [-1.7, -2]),
        ink.line([-4.6, -2.9], [-2.4, -2.9]),
        ink.line([-4, -3.8], [-3, -3.8]),
        ink.text([-5.2, 0.3], text_mm, 'N', { halign: 'centre' }),
      ],
    }),
    defineSymbol({
      name: 'EARTH',
      description: 'Earth',
      source: 'IEEE 315-1975, 3.9',
      items: [ink.line([0, 0], [0, -2.5]), ...earthBars(-2.5)],
    }),
  ]
}

function earthBars(y: number): ReturnType<typeof ink.line>[] {
  return [
    ink.line([-2.5, y], [2.5, y]),
    ink.line([-1.6, y - 1], [1.6, y - 1]),
    ink.line([-0.75, y - 2], [0.75, y - 2]),
  ]
}
