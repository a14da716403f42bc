import type { Connection, SiteModule, Transformer } from '@edp/schemas'

import { controlCable } from './cable-details.ts'
import { connectionId } from './connection-id.ts'
import { connection } from './connection-parts.ts'
import { headRoute } from './head-route.ts'
import { cableLength } from './lengths.ts'
import { mated, type Wiring } from './wiring.ts'

/** Contacts of a unit transformer: second stages trip, first stages and the level warn. Source: design choice, 71 is the level in IEEE C37.2. */
const TRIPS = ['26-2', '63-2'] as const
const ALARMS = ['26-1', '63-1', '71'] as const
/** Cores of a contact, and of the cable. */
const PAIR = 2
const CORES = 12

/**
 * Control cables of a unit transformer: its contacts in the 125 V DC of trip and alarm, and for the first one of a block the measured
 * temperature of its winding in a shielded pair of its own: the surge of a trip coil stays out of it (IEEE 525).
 */
export function transformerControl(
  wiring: Wiring,
  { tag }: Pick<Transformer, 'tag'>,
  module: SiteModule,
  channel: number,
): Connection[] {
  const { head, block } = wiring
  const shared = { service: 'control' as const, block_id: block.block_id }
  const [trip, warn] = [PAIR * TRIPS.length, PAIR * ALARMS.length]
  return [
    connection({
      ...shared,
      connection_id: connectionId('C', tag, head.designation, '01'),
      description: `Contacts of ${tag}, 125 V DC: trip ${TRIPS.join(', ')} (${trip}), alarm ${ALARMS.join(', ')} (${warn}); ${trip + warn} of ${CORES} cores, ${CORES - trip - warn} spare`,
      ...mated(wiring, module, head, 'X', channel, `X${channel}`),
      length: cableLength(headRoute(wiring, module, { slot: 'X', channel })),
      cable: controlCable(CORES, 'trip'),
    }),
    ...(channel === 1
      ? [
          connection({
            ...shared,
            connection_id: connectionId('C', tag, head.designation, '02'),
            description: `Winding temperature of ${tag}, 4-20 mA to xfm-01, one pair`,
            ...mated(wiring, module, head, 'Y', channel, `Y${channel}`),
            length: cableLength(headRoute(wiring, module, { slot: 'Y', channel })),
            cable: controlCable(PAIR, 'pairs'),
          }),
        ]
      : []),
  ]
}
