import { contactNames, type Connection, type SiteModule, type Transformer } from '@edp/schemas'

import { controlCable } from './cable-details.ts'
import { connectionId } from './connection-id.ts'
import { connection } from './connection-parts.ts'
import { headRoute } from './head-route.ts'
import { cableLength } from './lengths.ts'
import { mated, type Wiring } from './wiring.ts'

/** Cores of a contact, and of the cable. */
const PAIR = 2
const CORES = 12

/**
 * Control cables of a unit transformer: its contacts in the 125 V DC of trip and alarm, and for the first one of a block the measured
 * temperature of its winding in a shielded pair of its own: the surge of a trip coil stays out of it (IEEE 525).
 */
export function transformerControl(
  wiring: Wiring,
  { tag, contacts, winding_sensor: sensor }: Pick<Transformer, 'tag' | 'contacts' | 'winding_sensor'>,
  module: SiteModule,
  channel: number,
): Connection[] {
  const { head, block } = wiring
  const shared = { service: 'control' as const, block_id: block.block_id }
  const [trips, alarms] = [contactNames(contacts, 'trip'), contactNames(contacts, 'alarm')]
  const [trip, warn] = [PAIR * trips.length, PAIR * alarms.length]
  return [
    connection({
      ...shared,
      connection_id: connectionId('C', tag, head.designation, '01'),
      description: `Contacts of ${tag}, 125 V DC: trip ${trips.join(', ')} (${trip}), alarm ${alarms.join(', ')} (${warn}); ${trip + warn} of ${CORES} cores, ${CORES - trip - warn} spare`,
      ...mated(wiring, module, head, 'X', channel, `X${channel}`),
      length: cableLength(headRoute(wiring, module, { slot: 'X', channel })),
      cable: controlCable(CORES, 'trip'),
    }),
    ...(sensor !== null
      ? [
          connection({
            ...shared,
            connection_id: connectionId('C', tag, head.designation, '02'),
            description: `Winding temperature of ${tag}, ${sensor.signal} to ${sensor.read_by}, one pair`,
            ...mated(wiring, module, head, 'Y', channel, `Y${channel}`),
            length: cableLength(headRoute(wiring, module, { slot: 'Y', channel })),
            cable: controlCable(PAIR, 'pairs'),
          }),
        ]
      : []),
  ]
}
