import type { SymbolDefinition } from '@edp/schemas'

import { defineSymbol } from '../../sheet/define-symbol.ts'
import { INHERIT, pen } from '../../sheet/pen.ts'

const ink = pen(INHERIT)
/** No standard gives symbols for network equipment; these follow what network drawings use. */
const PRACTICE = 'Network drawing practice; no standard symbol'
/** What a polled device carries beside its tag: the module, and how it is reached. */
const DEVICE_ATTRIBUTES = ['TAG', 'RATING', 'MODULE_ID', 'HOST', 'PORT', 'PROTOCOL'] as const

/** What cables end on: networks outside, panels, plates, polled devices. */
export const END_SYMBOLS: readonly SymbolDefinition[] = [
  defineSymbol({
    name: 'WAN-CLOUD',
    description: 'Wide area network, BY OTHERS',
    source: PRACTICE,
    items: [
      ink.arc([-9, 0], 5, 90, 270),
      ink.arc([9, 0], 5, 270, 90),
      ink.arc([0, 4], 7, 0, 180),
      ink.line([-9, -5], [9, -5]),
      ink.line([-9, 5], [-7, 4]),
      ink.line([7, 4], [9, 5]),
    ],
  }),
  defineSymbol({
    name: 'CROSS-CONNECT',
    description: 'Cross-connect, BY OTHERS',
    source: PRACTICE,
    items: [
      ink.box([-9, -5], 18, 10),
      ...[-2.5, 2.5].flatMap((y) => [-6, -2, 2, 6].map((x) => ink.circle([x, y], 0.9))),
    ],
  }),
  defineSymbol({
    name: 'PATCH-PANEL',
    description: 'Fibre patch panel',
    source: PRACTICE,
    items: [
      ink.box([-7.5, -5], 15, 10),
      ...[-2, 2].flatMap((y) => [-5, -1.7, 1.7, 5].map((x) => ink.circle([x, y], 0.9))),
    ],
  }),
  defineSymbol({
    name: 'BREAK',
    description: 'No connection',
    source: 'ISO 128 break practice: the line ends on both sides',
    items: [
      ink.line([-15, 0], [-3, 0]),
      ink.line([-4.5, -4], [-1.5, 4]),
      ink.line([1.5, -4], [4.5, 4]),
      ink.line([3, 0], [15, 0]),
    ],
  }),
  defineSymbol({
    name: 'DEVICE',
    description: 'Device with a network port',
    source: PRACTICE,
    attributes: DEVICE_ATTRIBUTES,
    items: [ink.box([0, -3.75], 10, 7.5), ink.box([0, -1.25], 2.5, 2.5)],
  }),
  defineSymbol({
    name: 'GATEWAY',
    description: 'Gateway to a serial bus or to several units of one controller',
    source: PRACTICE,
    attributes: DEVICE_ATTRIBUTES,
    items: [ink.box([0, -3.75], 10, 7.5), ink.line([0, -3.75], [10, 3.75])],
  }),
  defineSymbol({
    name: 'PLATE-PORT',
    description: 'Slot of an interface plate',
    source: PRACTICE,
    items: [ink.box([0, -2.5], 5, 5), ink.circle([2.5, 0], 1.25)],
  }),
]
