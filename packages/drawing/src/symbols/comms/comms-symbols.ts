import type { NetworkNode, Primitive, SymbolDefinition } from '@edp/schemas'

import { defineSymbol } from '../../sheet/define-symbol.ts'
import { INHERIT, pen } from '../../sheet/pen.ts'
import { END_SYMBOLS } from './end-symbols.ts'

const ink = pen(INHERIT)
/** No standard gives symbols for network equipment; these follow what network drawings use. */
const PRACTICE = 'Network drawing practice; no standard symbol'
const WIDTH = 15
const HEIGHT = 10
const frame = ink.box([-WIDTH / 2, -HEIGHT / 2], WIDTH, HEIGHT)

const arrow = (x0: number, x1: number, y: number): ReturnType<typeof ink.path>[] => {
  const back = x1 > x0 ? -1.6 : 1.6
  return [
    ink.line([x0, y], [x1, y]),
    ink.path([
      [x1 + back, y + 0.9],
      [x1, y],
      [x1 + back, y - 0.9],
    ]),
  ]
}

/** Courses of a wall in a frame of half the given sizes. */
function bricks(half_width: number, half_height: number, course: number): Primitive[] {
  return [
    ink.line([-half_width, course], [half_width, course]),
    ink.line([-half_width, -course], [half_width, -course]),
    ...[-2.5, 2.5].flatMap((x) => [
      ink.line([x, course], [x, half_height]),
      ink.line([x, -half_height], [x, -course]),
    ]),
    ...[-5, 0, 5].map((x) => ink.line([x, -course], [x, course])),
  ]
}

const EQUIPMENT: readonly SymbolDefinition[] = [
  defineSymbol({
    name: 'SWITCH',
    description: 'Managed Ethernet switch',
    source: PRACTICE,
    items: [frame, ...arrow(-5, 5, 1.8), ...arrow(5, -5, -1.8)],
  }),
  defineSymbol({
    name: 'CORE-SWITCH',
    description: 'OT core switch',
    source: PRACTICE,
    items: [
      frame,
      ink.box([-WIDTH / 2 + 1, -HEIGHT / 2 + 1], WIDTH - 2, HEIGHT - 2),
      ...arrow(-5, 5, 1.5),
      ...arrow(5, -5, -1.5),
    ],
  }),
  defineSymbol({
    name: 'FABRIC-SWITCH',
    description: 'Data switch: leaf, spine or storage',
    source: PRACTICE,
    items: [frame, ink.line([-5, -3], [5, 3]), ink.line([-5, 3], [5, -3]), ink.line([-5, 0], [5, 0])],
  }),
  defineSymbol({
    name: 'FIREWALL',
    description: 'Firewall',
    source: PRACTICE,
    items: [frame, ...bricks(WIDTH / 2, HEIGHT / 2, 1.7)],
  }),
  defineSymbol({
    name: 'FIREWALL-PAIR',
    description: 'Router and firewall, redundant pair',
    source: PRACTICE,
    items: [frame, ink.box([-6.5, -4], 13, 8), ...bricks(6.5, 4, 1.4)],
  }),
  defineSymbol({
    name: 'SERVER',
    description: 'Servers',
    source: PRACTICE,
    items: [
      ink.box([-5, -5], 10, 10),
      ...[-2.5, 0, 2.5].flatMap((y) => [ink.line([-3.5, y], [1.5, y]), ink.circle([3, y], 0.5)]),
    ],
  }),
  defineSymbol({
    name: 'JUMP-HOST',
    description: 'Jump host',
    source: PRACTICE,
    items: [ink.box([-6.25, -2.5], 12.5, 8), ink.line([0, -2.5], [0, -5]), ink.line([-3.5, -5], [3.5, -5])],
  }),
  defineSymbol({
    name: 'MEDIA-STATION',
    description: 'Station for removable media',
    source: PRACTICE,
    items: [
      ink.box([-6.25, -2.5], 12.5, 8),
      ink.line([0, -2.5], [0, -5]),
      ink.line([-3.5, -5], [3.5, -5]),
      ink.box([-2.5, 0], 5, 3),
      ink.line([-1, 3], [-1, 1.8]),
      ink.line([1, 3], [1, 1.8]),
    ],
  }),
  defineSymbol({
    name: 'CLOCK',
    description: 'Satellite clock, NTP',
    source: PRACTICE,
    items: [ink.circle([0, 0], 5), ink.line([0, 0], [0, 3.5]), ink.line([0, 0], [2.5, -1.5])],
  }),
  defineSymbol({
    name: 'DATA-DIODE',
    description: 'One-way data diode',
    source: PRACTICE,
    items: [
      frame,
      ink.polygon([
        [-3, -3],
        [-3, 3],
        [3, 0],
      ]),
      ink.line([3, -3], [3, 3]),
    ],
  }),
]

/** Symbols of the network diagram. */
export const COMMS_SYMBOLS: readonly SymbolDefinition[] = [...EQUIPMENT, ...END_SYMBOLS]

/** Symbol of each kind of network equipment. */
export const NODE_SYMBOL = {
  leaf: 'FABRIC-SWITCH',
  spine: 'FABRIC-SWITCH',
  storage_switch: 'FABRIC-SWITCH',
  ot_switch: 'SWITCH',
  oob_switch: 'SWITCH',
  core_switch: 'CORE-SWITCH',
  firewall: 'FIREWALL',
  clock: 'CLOCK',
  ems_server: 'SERVER',
  jump_host: 'JUMP-HOST',
  router: 'FIREWALL-PAIR',
  data_diode: 'DATA-DIODE',
  media_station: 'MEDIA-STATION',
  patch_panel: 'PATCH-PANEL',
  distribution_frame: 'PATCH-PANEL',
} as const satisfies Record<NetworkNode['kind'], string>
