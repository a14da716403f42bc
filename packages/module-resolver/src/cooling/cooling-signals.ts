import type { CoolingSignal } from '@edp/schemas'

import { CDU_CONTROLLER, LEAK_PANEL, REJECTION_CONTROLLER } from './cooling-controllers.ts'
import { LOAD_SHED_BREAKER, LOAD_SHED_RELAY } from './load-shed.ts'

/** Panel of the breaker that sheds the nodes. */
const PANEL = LOAD_SHED_BREAKER.split('.')[0] ?? ''

/**
 * Hard wires between the controllers, by the cable that carries them. Design choice: what trips does not depend on the network,
 * contacts are closed in service, so that a broken wire or a controller without supply is a trip.
 */
export const COOLING_SIGNALS: readonly CoolingSignal[] = [
  signal('C-LKD', 'Leak at the CDU, LDS-201; open: I1, I2', LEAK_PANEL, CDU_CONTROLLER),
  signal('C-LKD', 'Leak at manifolds or racks, LDS-202/203; open: I1', LEAK_PANEL, CDU_CONTROLLER),
  signal('C-LKD', 'Leak at plate CD, LDS-204; open: I2', LEAK_PANEL, CDU_CONTROLLER),
  signal('C-LKD', 'Panel healthy; open: alarm', LEAK_PANEL, CDU_CONTROLLER),
  signal(
    'C-SHED',
    `${LOAD_SHED_RELAY}, undervoltage release of ${LOAD_SHED_BREAKER}; open: nodes off`,
    CDU_CONTROLLER,
    PANEL,
  ),
  signal('C-SHED', `${LOAD_SHED_BREAKER} is closed`, PANEL, CDU_CONTROLLER),
  signal('C-HRU', 'Facility pumps enabled; open: P-101A/B stop (I2)', CDU_CONTROLLER, REJECTION_CONTROLLER),
  signal('C-HRU', 'TT-101, 4-20 mA; lost: TT-103', CDU_CONTROLLER, REJECTION_CONTROLLER),
  signal('C-HRU', 'Common fault; open: alarm', REJECTION_CONTROLLER, CDU_CONTROLLER),
]

/** A pair of cores. */
function signal(cable: string, text: string, from: string, to: string): CoolingSignal {
  return { cable, signal: text, from, to, cores_count: 2 }
}
