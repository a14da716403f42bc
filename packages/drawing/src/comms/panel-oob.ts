import type { Connection, Primitive } from '@edp/schemas'

import { cablesBetween } from './boundary-devices.ts'
import type { CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { nodeItems, SWITCH_X, type Core } from './panel-node.ts'

/** Between the line of the servers and the switches, mm. */
const TURN_X = 53
/** Uprights of the up-links, left of the line of the servers; where they leave the switch and reach a core switch, from its middle, mm. */
const UP = [
  { turn_x: 34, leaves: 3.8 },
  { turn_x: 36, leaves: 2 },
] as const
const UP_ARRIVES = { below: -4, above: 4.3 } as const
/** Least distance from the lead of a server, which ends at the line of the servers, mm. */
const CLEAR = 1
/** Numbers of the up-links beside their uprights: from the left of the core, from the middle of the switch, between two, mm. */
const NUMBERS = { x: 37.5, y: 1, pitch: 3.8 } as const
/** Below core switch B, so that the up-links pass none of its leads, mm. */
const BELOW = 16
/** Half the size of a switch, mm. */
const HALF = { width: 7.5, height: 5 } as const

/** Leads of the management ports of the spines, a row of the cable schedule; nothing on a site without spines. */
export function leadsOfSpines({ site }: CommsSite): Connection | undefined {
  const spine = site.network.nodes.find((node) => node.kind === 'spine')
  return site.typicals
    .flatMap((typical) => typical.connections)
    .find((c) => c.service === 'copper' && c.from.device === spine?.tag)
}

/** Where the out-of-band switch stands and what it is joined to. */
interface OobPlace {
  /** Middle of the column. */
  readonly x: number
  /** Its own place in the column. */
  readonly y: number
  /** Middle of the spines; null where there are none. */
  readonly spine_y: number | null
  /** Ordinates of the core switches, A first. */
  readonly cores: readonly number[]
  /** Ordinates of the servers, whose leads the up-links pass. */
  readonly servers: readonly number[]
}

/** Least ordinate of the out-of-band switch: at the height of the spines, or below core switch B where there are none. */
export function oobLevel(spine_y: number | null, cores: readonly number[]): number {
  return spine_y ?? Math.min(...cores) - BELOW
}

/** The out-of-band switch below the access switch, at the height of the spines where they stand lower, on a lead to each core switch. */
export function oobItems(
  comms: CommsSite,
  { cores, oob, spine }: Core,
  key: string,
  left: number,
  place: OobPlace,
): Primitive[] {
  if (oob === undefined) return []
  const { x, spine_y } = place
  const y = Math.min(place.y, oobLevel(spine_y, place.cores))
  const net = `${key}/${oob.tag}`
  const lead = leadsOfSpines(comms)
  return [
    ...nodeItems(oob, key, [x, y], { at: [x - HALF.width, y + HALF.height + 1.2], halign: 'left' }),
    ...UP.flatMap(({ turn_x, leaves }, path) => {
      const core_y = place.cores[path]
      if (core_y === undefined) return []
      const arrives = arrival(core_y, place.servers)
      return [
        PENS.copper.path(
          [
            [x + HALF.width, y + leaves],
            [left + turn_x, y + leaves],
            [left + turn_x, arrives],
            [left + SWITCH_X - HALF.width, arrives],
          ],
          { net: `${net}/up/${path}` },
        ),
        PENS.text.text(
          [left + NUMBERS.x, y + NUMBERS.y + NUMBERS.pitch * (1 - path)],
          TEXT.data,
          cablesBetween(comms, oob, cores.slice(path, path + 1)),
          { net: `${net}/up/${path}` },
        ),
      ]
    }),
    ...(spine === undefined || spine_y === null
      ? []
      : [
          PENS.copper.path(
            [
              [left + SWITCH_X - HALF.width, spine_y],
              ...(spine_y === y
                ? []
                : ([
                    [left + TURN_X, spine_y],
                    [left + TURN_X, y],
                  ] as const)),
              [x + HALF.width, y],
            ],
            { net: `${net}/spines` },
          ),
          PENS.text.text([x + HALF.width + 2.5, y - 4.2], TEXT.data, lead?.connection_id ?? '', {
            net: `${net}/spines`,
          }),
        ]),
  ]
}

/** Where an up-link reaches a core switch: below its other leads, or above them where the lead of a server runs at that height. */
function arrival(core_y: number, servers: readonly number[]): number {
  const below = core_y + UP_ARRIVES.below
  return servers.some((y) => Math.abs(y - below) < CLEAR) ? core_y + UP_ARRIVES.above : below
}
