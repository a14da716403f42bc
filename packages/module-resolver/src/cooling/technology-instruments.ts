import { roundTo, type Instrument } from '@edp/schemas'

import { alarm } from './alarm-limits.ts'
import { CDU_CONTROLLER } from './cooling-controllers.ts'
import { COLD_ALARM_C, COLD_HOLD_S, coldFlow, FREEZE_TRIP_C, mayFreeze } from './cold-start.ts'
import type { CoolingPlan } from './cooling-plan.ts'
import type { At, Trip } from './instrument-row.ts'
import { DESIGN_PRESSURE_BAR } from './line-draft.ts'
import { LOAD_SHED_BREAKER, LOAD_SHED_RELAY } from './load-shed.ts'
import { DEW_POINT_K } from './dew-point.ts'
import { SAMPLE_LPM } from './pump-duty.ts'
import { fillAlarms, PRESSURES } from './relief-settings.ts'

/** Alarm and trip limits of the technology supply, degC: liquid class limit of the nodes. */
const SUPPLY_HIGH_HIGH_C = 45
/** Alarm above the setpoint, K. */
const SUPPLY_HIGH_K = 3
/**
 * Supply pressure at which the pumps trip and the alarm before it, bar below the design pressure. At the expansion vessel's
 * 2.0 bar the manifold stands at 4.1 bar; the relief valve holds the loop without this trip (`PRESSURES`).
 */
const TRIP_BELOW_BAR = 0.5
const ALARM_BELOW_BAR = 1
/** Time that the standby pump has to bring the flow back before the nodes are shed, s (design choice). */
const SHED_AFTER_S = 15

/** Instruments of the technology loop. */
export function technologyInstruments(plan: CoolingPlan, at: At): Instrument[] {
  const supply_c = plan.climate.technology_supply_c
  const flow = plan.technology_flow_lpm
  const share = (part: number): number => roundTo(flow * part, 0)
  const below = (bar: number): number => DESIGN_PRESSURE_BAR.technology - bar
  const cold = mayFreeze(plan)
  const frost: readonly Trip[] = cold ? [['I12', 'LL']] : []
  return [
    at('TT-201', 'Technology supply temperature', 'CDU outlet', '201', '0..80 degC', {
      setpoint: `${supply_c} degC`,
      limits: [
        alarm('H', supply_c + SUPPLY_HIGH_K, 'degC'),
        alarm('HH', SUPPLY_HIGH_HIGH_C, 'degC'),
        alarm('L', cold ? COLD_ALARM_C : null, 'degC', { follows: `dew point + ${DEW_POINT_K.low} K` }),
        ...(cold ? [alarm('LL', FREEZE_TRIP_C, 'degC')] : []),
      ],
      action: 'input of TIC-201',
      trips: [['I9', 'HH'], ['I13', 'L'], ...frost],
    }),
    at('TIC-201', 'Technology supply temperature control', CDU_CONTROLLER, null, '0..80 degC', {
      setpoint: `${supply_c} degC, reset by UY-301`,
      action: `TCV-101${cold ? coldLimits(plan) : ''}`,
      signal: 'software',
    }),
    at('FT-201', 'Technology flow', 'CDU outlet', '201', '0..300 L/min', {
      setpoint: `${share(1)} L/min`,
      limits: [alarm('L', share(0.85), 'L/min'), alarm('LL', share(0.7), 'L/min')],
      trips: [['I6', 'LL'], ['I9', 'LL', SHED_AFTER_S], ...frost],
    }),
    at('PT-201', 'Supply pressure', 'supply manifold', '201', '0..10 bar', {
      limits: [alarm('H', below(ALARM_BELOW_BAR), 'bar'), alarm('HH', below(TRIP_BELOW_BAR), 'bar')],
      trips: [['I8', 'HH']],
    }),
    at('PDT-201', 'Manifold differential pressure', 'across manifolds', '201', '0..4 bar', {
      setpoint: '1.5 bar',
      limits: [alarm('H', 3, 'bar'), alarm('L', 0.5, 'bar')],
      action: 'input of PDIC-201',
    }),
    at('PDIC-201', 'Differential pressure control', CDU_CONTROLLER, null, '0..4 bar', {
      setpoint: '1.5 bar',
      action: 'speed of P-201A/B',
      signal: 'software',
    }),
    at('PT-202', 'Pump suction pressure, at the vessel', 'P-201A/B', '203', '0..10 bar', {
      limits: fillAlarms(PRESSURES.technology),
      trips: [
        ['I7', 'L'],
        ['I3', 'LL'],
      ],
    }),
    at('PT-203', 'Return pressure', 'CDU inlet', '202', '0..10 bar'),
    at('TT-202', 'Technology return temperature', 'return manifold', '202', '0..80 degC', {
      limits: [alarm('H', 58, 'degC'), alarm('HH', 62, 'degC')],
      trips: [['I9', 'HH']],
    }),
    at('PDT-202', 'Filter differential pressure', 'F-201A/B', '202', '0..2 bar', {
      limits: [alarm('H', 0.5, 'bar'), alarm('HH', 0.8, 'bar')],
    }),
    at('PI-201A', 'Discharge pressure of P-201A', 'P-201A', '204', '0..10 bar', { signal: 'local' }),
    at('PI-201B', 'Discharge pressure of P-201B', 'P-201B', '204', '0..10 bar', { signal: 'local' }),
    at('AT-201', 'pH of the coolant', 'side stream', '207', '0..14 pH', {
      limits: [alarm('L', 7, ''), alarm('H', 10.5, '')],
    }),
    at('AT-202', 'Conductivity of the coolant', 'side stream', '207', '0..5 mS/cm'),
    at('FI-202', 'Side stream flow', 'side stream', '207', '0..10 L/min', {
      setpoint: `${SAMPLE_LPM} L/min`,
      signal: 'local',
    }),
    at('LSH-202', 'Catch tank full', 'V-202', null, 'switch', {
      alarms: 'H',
      trips: [['I10', 'H']],
      signal: 'dry contact',
    }),
    at('LSL-201', 'Fill tank low', 'V-201', null, 'switch', { alarms: 'L', signal: 'dry contact' }),
    at('LSLL-201', 'Fill tank empty', 'V-201', null, 'switch', {
      alarms: 'LL',
      trips: [['I10', 'LL']],
      signal: 'dry contact',
    }),
    ...positionSwitches(at),
    at(LOAD_SHED_RELAY, 'Load shed of the nodes', CDU_CONTROLLER, null, 'contact', {
      action: `holds the undervoltage release of ${LOAD_SHED_BREAKER}; open: nodes off`,
      signal: 'dry contact',
    }),
  ]
}

/** What keeps TIC-201 from letting in more of the cold than the technology loop warms. */
function coldLimits(plan: CoolingPlan): string {
  return `, shut while XV-101 is (I2, I12); for ${COLD_HOLD_S} s after that and with TT-101 below ${FREEZE_TRIP_C} degC at most ${coldFlow(plan)} L/min (FT-101)`
}

/** Limit switches of the isolation valves: no pump against a shut manifold. */
function positionSwitches(at: At): Instrument[] {
  return (
    [
      ['ZS-201', 'XV-201', '201'],
      ['ZS-202', 'XV-202', '202'],
    ] as const
  ).map(([tag, valve, sequence]) =>
    at(tag, `Position of ${valve}`, valve, sequence, 'open, closed', {
      alarms: 'not open',
      trips: [['I11', 'L']],
      signal: 'dry contact',
    }),
  )
}
