import type { BlockElectrical, Connection, SiteModule } from '@edp/schemas'

import { sheddingTags } from '../electrical/interlocks.ts'
import { controlCable } from './cable-details.ts'
import { connectionId } from './connection-id.ts'
import { connection } from './connection-parts.ts'
import { headRoute } from './head-route.ts'
import { cableLength } from './lengths.ts'
import { mated, type Wiring } from './wiring.ts'

/** Cores of the cable, of a contact, and of the contacts that shed load: block of the transfer and load shed. */
const CORES = 12
const PAIR = 2
const SHED = 2 * PAIR

/** Control cable of a container: it has the cores for load shed in every block, used or not. */
export function containerControl(wiring: Wiring, container: SiteModule, channel: number): Connection {
  const { head, block } = wiring
  return connection({
    connection_id: connectionId('C', head.designation, container.designation, '01'),
    service: 'control',
    description: `${controlSignals(wiring.electrical)} of ${container.designation}`,
    block_id: block.block_id,
    ...mated(wiring, head, container, 'C1', channel),
    length: cableLength(headRoute(wiring, container, { slot: 'C1', channel })),
    cable: controlCable(CORES, 'signals'),
  })
}

/** What the cable carries in its block, by cores: who gives and who reads each contact. */
function controlSignals(block: BlockElectrical): string {
  const { emergency_off: off } = block
  const off_by = off === null ? 'a contact of the customer' : off.auxiliary.tag
  const read_by = off === null ? 'the customer' : `monitor modules of ${off.monitor.panel}`
  const sheds = sheddingTags(block).length > 0
  const spare = CORES - 3 * PAIR - (sheds ? SHED : 0)
  return [
    `Emergency power off by ${off_by} (${PAIR})`,
    `fire alarm (${PAIR}) and fault of its panel (${PAIR}) to ${read_by}`,
    ...(sheds ? [`block of the transfer and load shed (${SHED})`] : []),
    `${spare} of ${CORES} cores spare${sheds ? '' : `, ${SHED} of them for load shed`}`,
  ].join(', ')
}
