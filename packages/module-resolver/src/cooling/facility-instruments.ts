import { roundTo, type Instrument } from '@edp/schemas'

import { alarm } from './alarm-limits.ts'
import { REJECTION_CONTROLLER } from './cooling-controllers.ts'
import { COLD_EXCESS_S, coldExcess, coldFlow, mayFreeze } from './cold-start.ts'
import { hasBypass, hasTrimChiller, type CoolingPlan } from './cooling-plan.ts'
import { provenFlow } from './flow-proof.ts'
import type { At, Details } from './instrument-row.ts'
import { fillAlarms, PRESSURES } from './relief-settings.ts'

/** Loop that lets the cold in no faster than the technology loop warms it. */
const SUPPLY_LOOP = 'TIC-201'
/** Alarms above and below the setpoint, K; below it the cooler or its bypass takes too much away. */
const SUPPLY_HIGH_K = 3
const SUPPLY_LOW_K = 10
/** Share of the design flow below which an open control valve is told (design choice). */
const FLOW_LOW = 0.8
/** Share of the difference below which the running pump does not do its duty, and how long at full speed, s (design choice). */
const DIFFERENCE_LOW = 0.6
const STANDBY_AFTER_S = 10

/** Instruments of the facility loop. */
export function facilityInstruments(plan: CoolingPlan, at: At): Instrument[] {
  const supply_c = plan.climate.facility_supply_c
  const difference = `${(plan.facility_difference_kpa / 100).toFixed(1)} bar`
  const outputs = [
    'fans of AC-101',
    ...(plan.climate.adiabatic ? ['XV-103 above 24 degC'] : []),
    ...(hasBypass(plan) ? ['TCV-102'] : []),
    ...(hasTrimChiller(plan) ? ['CH-101'] : []),
  ].join(', ')
  return [
    at('TT-101', 'Facility supply temperature', 'CDU primary inlet', '103', '-50..100 degC', {
      setpoint: `${supply_c} degC`,
      limits: [alarm('H', supply_c + SUPPLY_HIGH_K, 'degC'), alarm('L', supply_c - SUPPLY_LOW_K, 'degC')],
      action: 'input of TIC-101',
      restrains: mayFreeze(plan) ? [SUPPLY_LOOP] : [],
    }),
    at('TIC-101', 'Facility supply temperature control', REJECTION_CONTROLLER, null, '-50..100 degC', {
      setpoint: `${supply_c} degC`,
      action: outputs,
      controller: REJECTION_CONTROLLER,
      signal: 'software',
    }),
    at('FT-101', 'Facility flow', 'CDU primary inlet', '103', '0..300 L/min', facilityFlow(plan)),
    at('PT-102', 'Facility supply pressure', 'CDU primary inlet', '103', '0..10 bar'),
    at('PT-103', 'Facility return pressure', 'CDU primary outlet', '104', '0..10 bar'),
    at('PDT-102', 'Strainer differential pressure', 'STR-101', '103', '0..1 bar', {
      limits: [alarm('H', 0.3, 'bar')],
    }),
    at('TT-102', 'Facility return temperature', 'CDU primary outlet', '104', '-50..100 degC'),
    at('TT-103', 'Supply temperature at the cooler', 'heat rejection unit', '107', '-50..100 degC', {
      action: 'input of TIC-101 where TT-101 is lost or XV-101 shut',
    }),
    at('TT-104', 'Return temperature, before the least flow', 'heat rejection unit', '121', '-50..100 degC'),
    at('PT-101', 'Facility pump suction pressure', 'heat rejection unit', '105', '0..10 bar', {
      limits: fillAlarms(PRESSURES.facility),
      trips: [['I4', 'LL']],
    }),
    at('PI-101A', 'Discharge pressure of P-101A', 'P-101A', '106', '0..10 bar', { signal: 'local' }),
    at('PI-101B', 'Discharge pressure of P-101B', 'P-101B', '106', '0..10 bar', { signal: 'local' }),
    at('PDT-101', 'Differential pressure at the hoses', 'heat rejection unit', '120', '0..4 bar', {
      setpoint: difference,
      limits: [
        alarm('L', (plan.facility_difference_kpa * DIFFERENCE_LOW) / 100, 'bar', { when: 'at full speed' }),
      ],
      action: 'input of PDIC-101',
      trips: [['I5', 'L', STANDBY_AFTER_S]],
    }),
    at('PDIC-101', 'Facility differential pressure control', REJECTION_CONTROLLER, null, '0..4 bar', {
      setpoint: difference,
      action: 'speed of P-101A/B',
      controller: REJECTION_CONTROLLER,
      signal: 'software',
    }),
    ...(hasTrimChiller(plan) ? [flowProof(plan, at)] : []),
    ...positionSwitches(plan, at),
    at('LSH-102', 'Catch tank full', 'V-102', null, 'switch', {
      alarms: 'H',
      action: 'alarm by the common fault',
      signal: 'dry contact',
    }),
    ...(plan.climate.adiabatic
      ? [
          at('PSL-103', 'Pressure of the make-up water', 'make-up water', '111', 'switch', {
            limits: [alarm('L', 1, 'bar')],
            action: 'alarm by the common fault: dry operation',
            signal: 'dry contact',
          }),
        ]
      : []),
    ...(plan.heat_trace ? [tracing(at)] : []),
    ...(hasBypass(plan) ? drainBackLevels(at) : []),
    at('TT-110', 'Outdoor air temperature', 'heat rejection unit', null, '-50..60 degC', {
      action: 'input of TIC-101',
    }),
  ]
}

/** In the cold the flow limits the controller, and shuts the isolation valves where the control valve does not follow. */
function facilityFlow(plan: CoolingPlan): Details {
  const low = alarm('L', roundTo(plan.facility_flow_lpm * FLOW_LOW, 0), 'L/min', {
    when: 'with TCV-101 open',
  })
  if (!mayFreeze(plan)) return { limits: [low] }
  return {
    setpoint: `at most ${coldFlow(plan)} L/min in the cold`,
    limits: [low, alarm('H', coldExcess(plan), 'L/min', { when: 'in the cold' })],
    restrains: [SUPPLY_LOOP],
    trips: [['I12', 'H', COLD_EXCESS_S]],
  }
}

/** A chiller takes its own flow as proof: with TCV-101 shut the pumps run and pass it next to nothing. */
function flowProof(plan: CoolingPlan, at: At): Instrument {
  return at('FSL-101', 'Flow through CH-101', 'heat rejection unit', '115', 'switch', {
    limits: [alarm('L', provenFlow(plan), 'L/min', { when: 'with CH-101 called' })],
    trips: [['I15', 'L']],
    signal: 'dry contact',
  })
}

/** Sensor of the tracing: a circuit that fails is told before the pipe is cold. */
function tracing(at: At): Instrument {
  return at('TT-111', 'Pipe wall of the traced lines', 'heat rejection unit', '106', '-50..100 degC', {
    setpoint: 'tracing on below 5 degC',
    limits: [alarm('L', 3, 'degC')],
    action: 'switches the tracing; ground fault or lost circuit: common fault',
  })
}

/** The indoor tank that takes the outdoor coolant back. */
function drainBackLevels(at: At): Instrument[] {
  return [
    at('LSH-101', 'Drain-back tank full', 'V-101', null, 'switch', { alarms: 'H', signal: 'dry contact' }),
    at('LSL-101', 'Drain-back tank empty', 'V-101', null, 'switch', {
      alarms: 'L',
      trips: [['I14', 'L']],
      signal: 'dry contact',
    }),
  ]
}

/** Limit switches of the isolation valves; a shut path is told, and the pumps have BV-102. */
function positionSwitches(plan: CoolingPlan, at: At): Instrument[] {
  return (
    [
      ['ZS-101', 'XV-101', '103'],
      ['ZS-102', 'XV-102', '104'],
    ] as const
  ).map(([tag, valve, sequence]) =>
    at(tag, `Position of ${valve}`, valve, sequence, 'open, closed', {
      alarms: 'not open',
      ...(tag === 'ZS-101' && mayFreeze(plan) ? { restrains: [SUPPLY_LOOP] } : {}),
      signal: 'dry contact',
    }),
  )
}
