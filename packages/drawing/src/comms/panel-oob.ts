import type { Connection, Primitive } from '@edp/schemas'

import { cablesBetween } from './boundary-devices.ts'
import type { CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { NUMBER_UP } from './lead-heights.ts'
import { nodeItems, SWITCH_X, type Core } from './panel-node.ts'

/** Between the line of the servers and the switches, mm. */
const TURN_X = 53
/** Uprights of the up-links, left of the line of the servers; where they leave the switch, from its middle, mm. */
const UP = [
  { turn_x: 35, leaves: 3.6 },
  { turn_x: 36.8, leaves: 0 },
] as const
/** Where the leads of the spines reach the switch, from its middle, and from a switch to the number of its lead, mm. */
const SPINES_DROP = 3.6
const LABEL_GAP = 0.4
/** Below core switch B, so that the up-links pass none of its leads, mm. */
const BELOW = 16
/** Half the size of a switch, mm. */
const HALF = { width: 7.5, height: 5 } as const

/** Leads of the management ports of the spines, a row of the cable schedule; nothing on a site without spines. */
function leadsOfSpines({ site }: CommsSite): Connection | undefined {
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
  /** Ordinates at which the up-links reach the core switches. */
  readonly arrives: readonly number[]
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
      const arrives = place.arrives[path]
      if (arrives === undefined) return []
      const up = `${net}/up/${path}`
      const number = cablesBetween(comms, oob, cores.slice(path, path + 1))
      return [
        PENS.copper.path(
          [
            [x + HALF.width, y + leaves],
            [left + turn_x, y + leaves],
            [left + turn_x, arrives],
            [left + SWITCH_X - HALF.width, arrives],
          ],
          { net: up },
        ),
        PENS.text.text([x + HALF.width + LABEL_GAP, y + leaves + NUMBER_UP], TEXT.data, number, { net: up }),
        PENS.text.text([left + SWITCH_X - HALF.width - 0.5, arrives + NUMBER_UP], TEXT.data, number, {
          halign: 'right',
          net: up,
        }),
      ]
    }),
    ...(spine === undefined || spine_y === null
      ? []
      : [
          PENS.copper.path(
            [
              [left + SWITCH_X - HALF.width, spine_y - SPINES_DROP],
              ...(spine_y === y
                ? []
                : ([
                    [left + TURN_X, spine_y - SPINES_DROP],
                    [left + TURN_X, y - SPINES_DROP],
                  ] as const)),
              [x + HALF.width, y - SPINES_DROP],
            ],
            { net: `${net}/spines` },
          ),
          PENS.text.text(
            [x + HALF.width + LABEL_GAP, y - SPINES_DROP + NUMBER_UP],
            TEXT.data,
            lead?.connection_id ?? '',
            {
              net: `${net}/spines`,
            },
          ),
        ]),
  ]
}
