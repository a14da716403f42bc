import type { CoolingInterlock } from '@edp/schemas'

import { COLD_ALARM_BACK_C, COLD_HOLD_S, FREEZE_RELEASE_C, FREEZE_TRIP_C, mayFreeze } from './cold-start.ts'
import type { CoolingPlan } from './cooling-plan.ts'
import { CDU_CONTROLLER, REJECTION_CONTROLLER } from './cooling-controllers.ts'
import { hasBypass, hasTrimChiller } from './cooling-plan.ts'
import { DEW_POINT_K } from './dew-point.ts'
import { FLOW_PROVEN_S } from './flow-proof.ts'
import { LOAD_SHED_RELAY } from './load-shed.ts'
import { fillPressures, PRESSURES } from './relief-settings.ts'

/** Number of an interlock. */
export type InterlockNumber = `I${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15}`

type Interlock = Omit<CoolingInterlock, 'number'>
type InterlockBasis = Pick<CoolingPlan, 'climate' | 'facility' | 'technology'>

/** What the technology pumps and the nodes behind them lose together: without flow a cold plate heats within seconds. */
const TECHNOLOGY_STOP = ['P-201A', 'P-201B', LOAD_SHED_RELAY] as const

/** What I2 and I4 stop of the facility loop; with the pumps a trim chiller: its evaporator takes no standing coolant. */
function facilityStop(plan: InterlockBasis): { action: string; acts_on: readonly string[] } {
  return hasTrimChiller(plan)
    ? { action: 'stops P-101A/B and CH-101', acts_on: ['P-101A', 'P-101B', 'CH-101'] }
    : { action: 'stops P-101A/B', acts_on: ['P-101A', 'P-101B'] }
}

/** The dew point alone shuts the control valve where nothing freezes, else what comes first. */
function warmAgain(plan: InterlockBasis): string {
  const dew_point = `dew point + ${DEW_POINT_K.back} K`
  return mayFreeze(plan) ? `the higher of ${dew_point} and ${COLD_ALARM_BACK_C} degC` : dew_point
}

/** Held until somebody at the controller has seen the cause, and resets it when that is gone. */
function handReset(when: string): { latched: true; reset: string } {
  return { latched: true, reset: `by hand, ${when}` }
}

/** Ends by itself. */
function selfReset(when: string): { latched: false; reset: string } {
  return { latched: false, reset: `by itself, ${when}` }
}

/**
 * What the controllers do by themselves. Design choice: a leak stops the flow to it and is not fed, a pump never runs dry,
 * against a closed valve or above the pressure of its loop, and nodes without coolant are switched off. Each stands in one
 * controller; what it does to the other loop goes over the hard wires of `coolingSignals`.
 */
function interlocksOf(plan: InterlockBasis): Record<InterlockNumber, Interlock> {
  const facility = facilityStop(plan)
  return {
    I1: {
      controller: CDU_CONTROLLER,
      also_started_by: '',
      action: 'closes XV-201/202, stops P-201A/B and P-203, sheds the nodes',
      acts_on: ['XV-201', 'XV-202', 'P-203', ...TECHNOLOGY_STOP],
      ...handReset('tray and ropes dry'),
    },
    I2: {
      controller: CDU_CONTROLLER,
      also_started_by: '',
      action: `closes XV-101/102 and TCV-101, ${facility.action} over hard wire`,
      acts_on: ['XV-101', 'XV-102', 'TCV-101', ...facility.acts_on],
      ...handReset('tray and ropes dry'),
    },
    I3: {
      controller: CDU_CONTROLLER,
      also_started_by: '',
      action: 'stops P-201A/B, sheds the nodes',
      acts_on: TECHNOLOGY_STOP,
      ...handReset('above L'),
    },
    I4: {
      controller: REJECTION_CONTROLLER,
      also_started_by: '',
      ...facility,
      ...handReset('above L'),
    },
    I5: {
      controller: REJECTION_CONTROLLER,
      also_started_by: 'fault of the running pump',
      action: 'starts standby pump P-101A/B',
      acts_on: ['P-101A', 'P-101B'],
      ...selfReset('the failed pump by hand'),
    },
    I6: {
      controller: CDU_CONTROLLER,
      also_started_by: 'fault of the running pump',
      action: 'starts standby pump P-201A/B',
      acts_on: ['P-201A', 'P-201B'],
      ...selfReset('the failed pump by hand'),
    },
    I7: {
      controller: CDU_CONTROLLER,
      also_started_by: '',
      action: `runs P-203 to ${fillPressures(PRESSURES.technology).filled.toFixed(1)} bar, at most 5 min, then alarm`,
      acts_on: ['P-203'],
      ...selfReset('at its pressure; after 5 min by hand'),
    },
    I8: {
      controller: CDU_CONTROLLER,
      also_started_by: '',
      action: 'stops P-201A/B, sheds the nodes',
      acts_on: TECHNOLOGY_STOP,
      ...handReset('below H'),
    },
    I9: {
      controller: CDU_CONTROLLER,
      also_started_by: 'fault of both pumps',
      action: 'sheds the nodes, P-201A/B run on',
      acts_on: [LOAD_SHED_RELAY],
      ...handReset('flow and temperatures back'),
    },
    I10: {
      controller: CDU_CONTROLLER,
      also_started_by: '',
      action: 'stops P-203',
      acts_on: ['P-203'],
      ...selfReset('LSLL-201 and LSH-202 clear'),
    },
    I11: {
      controller: CDU_CONTROLLER,
      also_started_by: '',
      action: 'stops P-201A/B or keeps them from starting, sheds the nodes',
      acts_on: TECHNOLOGY_STOP,
      ...handReset('valves open'),
    },
    I12: {
      controller: CDU_CONTROLLER,
      also_started_by: `flows only with TT-101 below ${FREEZE_TRIP_C} degC or for ${COLD_HOLD_S} s after XV-101 has opened`,
      action: 'closes XV-101/102 and TCV-101 or keeps them shut, P-101A/B run on over BV-102',
      acts_on: ['XV-101', 'XV-102', 'TCV-101'],
      ...selfReset(`TT-201 above ${FREEZE_RELEASE_C} degC, flow above LL; after FT-101 H by hand`),
    },
    I13: {
      controller: CDU_CONTROLLER,
      also_started_by: '',
      action: 'closes TCV-101',
      acts_on: ['TCV-101'],
      ...selfReset(`TT-201 at ${warmAgain(plan)}`),
    },
    I14: {
      controller: CDU_CONTROLLER,
      also_started_by: '',
      action: 'stops P-103',
      acts_on: ['P-103'],
      ...selfReset('LSL-101 clear'),
    },
    I15: {
      controller: REJECTION_CONTROLLER,
      also_started_by: 'fault of both pumps P-101A/B',
      action: 'stops CH-101 or keeps it from starting',
      acts_on: ['CH-101'],
      ...selfReset(`flow above L for ${FLOW_PROVEN_S} s; failed pumps by hand`),
    },
  }
}

/** Interlocks that only some climates have. */
const WHERE: Partial<Record<string, (plan: InterlockBasis) => boolean>> = {
  I12: mayFreeze,
  I14: hasBypass,
  I15: hasTrimChiller,
}

/** The interlocks of one container in order. */
export function coolingInterlocks(plan: InterlockBasis): CoolingInterlock[] {
  return Object.entries(interlocksOf(plan))
    .filter(([number]) => WHERE[number]?.(plan) ?? true)
    .map(([number, interlock]) => ({ number, ...interlock }))
}
