import type { CoolingSignal } from '@edp/schemas'

import { carriedSignals, type SignalLists } from './carried-signals.ts'
import type { CoolingCable } from './cooling-cables.ts'
import { CDU_CONTROLLER, LEAK_PANEL, REJECTION_CONTROLLER } from './cooling-controllers.ts'
import { LOAD_SHED_BREAKER, LOAD_SHED_RELAY } from './load-shed.ts'
import { LOST_SIGNAL } from './lost-signals.ts'

/** Panel of the breaker that sheds the nodes. */
const PANEL = LOAD_SHED_BREAKER.split('.')[0] ?? ''

/** Cable of the signals between container and heat rejection unit. */
export const REJECTION_CABLE = 'C-HRU'

/** What cores are called that carry nothing yet. */
export const SPARE = 'spare'

/**
 * Every hard wire of the cooling, by the cable that carries it: first those between the controllers, then what each of the other
 * cables brings or drives, each cable with its spare cores.
 */
export function coolingSignals(
  chiller: boolean,
  cables: readonly CoolingCable[],
  lists: SignalLists,
): CoolingSignal[] {
  const between = betweenControllers(chiller)
  const ids = new Set(between.map(({ cable }) => cable))
  const others = cables.filter(({ id }) => !ids.has(id))
  return [
    ...[...ids].flatMap((id) =>
      withSpares(
        between.filter(({ cable }) => cable === id),
        cables.find((cable) => cable.id === id),
      ),
    ),
    ...others.flatMap((cable) => withSpares(carriedSignals(cable, lists), cable)),
  ]
}

/** The cores that are left of a cable, as a row of their own. */
function withSpares(signals: readonly CoolingSignal[], cable: CoolingCable | undefined): CoolingSignal[] {
  const taken = signals.reduce((sum, { cores_count }) => sum + cores_count, 0)
  const left = (cable?.cores_count ?? taken) - taken
  const [first] = signals
  return first === undefined || left <= 0
    ? [...signals]
    : [...signals, { ...first, signal: SPARE, cores_count: left }]
}

/**
 * What the controllers tell each other. Design choice: what trips does not depend on the network,
 * contacts are closed in service, so that a broken wire or a controller without supply is a trip. While XV-101 is not open, TT-101
 * measures what stands: its signal is held at the value of a fault, so that hru-01 takes its own sensor.
 */
function betweenControllers(chiller: boolean): CoolingSignal[] {
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
      `TT-101, 4-20 mA, ${LOST_SIGNAL.below_ma} mA while XV-101 is not open; lost: TT-103`,
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
