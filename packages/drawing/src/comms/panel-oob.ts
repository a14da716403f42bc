import type { Connection, Primitive } from '@edp/schemas'

import { cablesBetween } from './boundary-devices.ts'
import type { CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { nodeItems, SWITCH_X, type Core } from './panel-node.ts'

/** Between the line of the servers and the switches, mm. */
const TURN_X = 53
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
  /** Middle of the column, and of the access switch in it. */
  readonly x: number
  readonly access_y: number
  /** Its own place in the column. */
  readonly y: number
  /** Middle of the spines; null where there are none. */
  readonly spine_y: number | null
}

/** The out-of-band switch below the access switch, at the height of the spines where they stand lower. */
export function oobItems(
  comms: CommsSite,
  { oob, access, spine }: Core,
  key: string,
  left: number,
  place: OobPlace,
): Primitive[] {
  if (oob === undefined || access === undefined) return []
  const { x, access_y, spine_y } = place
  const y = Math.min(place.y, spine_y ?? place.y)
  const net = `${key}/${oob.tag}`
  const lead = leadsOfSpines(comms)
  return [
    ...nodeItems(oob, key, [x, y], { at: [x + 10, y + 1.4], halign: 'left' }),
    PENS.copper.line([x, access_y - HALF.height], [x, y + HALF.height], { net: `${net}/up` }),
    PENS.text.text([x + 2, (access_y + y) / 2], TEXT.data, cablesBetween(comms, oob, [access]), {
      halign: 'left',
      valign: 'middle',
      net: `${net}/up`,
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
