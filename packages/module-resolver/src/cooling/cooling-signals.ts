import type { CoolingSignal } from '@edp/schemas'

import { CDU_CONTROLLER, LEAK_PANEL, REJECTION_CONTROLLER } from './cooling-controllers.ts'
import { LOAD_SHED_BREAKER, LOAD_SHED_RELAY } from './load-shed.ts'

/** Panel of the breaker that sheds the nodes. */
const PANEL = LOAD_SHED_BREAKER.split('.')[0] ?? ''

/** Cable of the signals between container and heat rejection unit. */
export const REJECTION_CABLE = 'C-HRU'

/**
 * Hard wires between the controllers, by the cable that carries them. Design choice: what trips does not depend on the network,
 * contacts are closed in service, so that a broken wire or a controller without supply is a trip. While XV-101 is not open, TT-101
 * measures what stands: its signal is held at the value of a fault, so that hru-01 takes its own sensor.
 */
export function coolingSignals(chiller: boolean): CoolingSignal[] {
  return [
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
    signal(
      REJECTION_CABLE,
      `Heat rejection enabled; open: P-101A/B ${chiller ? 'and CH-101 ' : ''}stop (I2)`,
      CDU_CONTROLLER,
      REJECTION_CONTROLLER,
    ),
    signal(
      REJECTION_CABLE,
      'TT-101, 4-20 mA, 3.6 mA while XV-101 is not open; lost: TT-103',
      CDU_CONTROLLER,
      REJECTION_CONTROLLER,
    ),
    signal(REJECTION_CABLE, 'Common fault; open: alarm', REJECTION_CONTROLLER, CDU_CONTROLLER),
  ]
}

/** A pair of cores. */
function signal(cable: string, text: string, from: string, to: string): CoolingSignal {
  return { cable, signal: text, from, to, cores_count: 2 }
}
