import { roundTo, type Instrument } from '@edp/schemas'

import type { CoolingPlan } from './cooling-plan.ts'
import type { At } from './instrument-row.ts'
import { DESIGN_PRESSURE_BAR } from './line-draft.ts'

/** Alarm and trip limits of the technology supply, degC: liquid class limit of the nodes. */
const SUPPLY_HIGH_HIGH_C = 45
/** Alarm above the setpoint, K. */
const SUPPLY_HIGH_K = 3
/**
 * Supply pressure at which the pumps trip and the alarm before it, bar below the design pressure. At the expansion vessel's
 * 3.0 bar the manifold stands at 5.1 bar; at the relief setting it would pass the design pressure with the pumps running.
 */
const TRIP_BELOW_BAR = 0.3
const ALARM_BELOW_BAR = 0.6

/** Instruments of the technology loop. */
export function technologyInstruments(plan: CoolingPlan, at: At): Instrument[] {
  const supply_c = plan.climate.technology_supply_c
  const flow = plan.technology_flow_lpm
  const share = (part: number): number => roundTo(flow * part, 0)
  const below = (bar: number): string => (DESIGN_PRESSURE_BAR.technology - bar).toFixed(1)
  return [
    at('TT-201', 'Technology supply temperature', 'CDU outlet', '201', '0..80 degC', {
      setpoint: `${supply_c} degC`,
      alarms: `H ${supply_c + SUPPLY_HIGH_K}, HH ${SUPPLY_HIGH_HIGH_C} degC`,
      action: 'input of TIC-201',
      interlock: ['I9', 'HH'],
    }),
    at('TIC-201', 'Technology supply temperature control', 'PLC', null, '0..80 degC', {
      setpoint: `${supply_c} degC, reset by TY-301`,
      action: 'TCV-101',
      signal: 'Modbus',
    }),
    at('FT-201', 'Technology flow', 'CDU outlet', '201', '0..300 L/min', {
      setpoint: `${share(1)} L/min`,
      alarms: `L ${share(0.85)}, LL ${share(0.7)} L/min`,
      interlock: ['I6', 'LL'],
    }),
    at('PT-201', 'Supply pressure', 'supply manifold', '201', '0..10 bar', {
      alarms: `H ${below(ALARM_BELOW_BAR)}, HH ${below(TRIP_BELOW_BAR)} bar`,
      interlock: ['I8', 'HH'],
    }),
    at('PDT-201', 'Manifold differential pressure', 'across manifolds', '201', '0..4 bar', {
      setpoint: '1.5 bar',
      alarms: 'H 3.0, L 0.5 bar',
      action: 'input of PDIC-201',
    }),
    at('PDIC-201', 'Differential pressure control', 'PLC', null, '0..4 bar', {
      setpoint: '1.5 bar',
      action: 'speed of P-201A/B',
      signal: 'Modbus',
    }),
    at('PT-202', 'Return pressure', 'return manifold', '202', '0..10 bar', {
      alarms: 'L 1.0, LL 0.6 bar',
      interlock: ['I7', 'L'],
    }),
    at('TT-202', 'Technology return temperature', 'CDU inlet', '202', '0..80 degC', {
      alarms: 'H 58, HH 62 degC',
    }),
    at('PDT-202', 'Filter differential pressure', 'F-201A/B', '202', '0..2 bar', {
      alarms: 'H 0.5, HH 0.8 bar',
    }),
    at('PI-201A', 'Discharge pressure of P-201A', 'P-201A', '204', '0..10 bar', { signal: 'local' }),
    at('PI-201B', 'Discharge pressure of P-201B', 'P-201B', '204', '0..10 bar', { signal: 'local' }),
    at('AT-201', 'pH of the coolant', 'side stream', '207', '0..14 pH', {
      alarms: 'L 7.0, H 10.5',
      signal: 'Modbus',
    }),
    at('AT-202', 'Conductivity of the coolant', 'side stream', '207', '0..5 mS/cm', { signal: 'Modbus' }),
    at('LSL-201', 'Fill tank low', 'V-201', null, 'switch', { alarms: 'L', signal: 'dry contact' }),
    at('LSLL-201', 'Fill tank empty', 'V-201', null, 'switch', {
      alarms: 'LL',
      interlock: ['I3', 'LL'],
      signal: 'dry contact',
    }),
  ]
}
