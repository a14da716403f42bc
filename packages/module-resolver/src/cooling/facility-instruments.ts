import { roundTo, type Instrument } from '@edp/schemas'

import { hasBypass, hasTrimChiller, type CoolingPlan } from './cooling-plan.ts'
import type { At } from './instrument-row.ts'

/** Alarm above the setpoint, K. */
const SUPPLY_HIGH_K = 3

/** Instruments of the facility loop. */
export function facilityInstruments(plan: CoolingPlan, at: At): Instrument[] {
  const supply_c = plan.climate.facility_supply_c
  const low = roundTo(plan.facility_flow_lpm * 0.8, 0)
  const difference = `${(plan.facility_difference_kpa / 100).toFixed(1)} bar`
  const outputs = [
    'fan speed of AC-101',
    ...(plan.climate.adiabatic ? ['XV-103 above 24 degC outdoors'] : []),
    ...(hasBypass(plan) ? ['TCV-102'] : []),
    ...(hasTrimChiller(plan) ? ['CH-101'] : []),
  ].join(', ')
  return [
    at('TT-101', 'Facility supply temperature', 'CDU primary inlet', '103', '-50..100 degC', {
      setpoint: `${supply_c} degC`,
      alarms: `H ${supply_c + SUPPLY_HIGH_K} degC`,
      action: 'input of TIC-101',
    }),
    at('TIC-101', 'Facility supply temperature control', 'PLC', null, '-50..100 degC', {
      setpoint: `${supply_c} degC`,
      action: outputs,
      signal: 'Modbus',
    }),
    at('FT-101', 'Facility flow', 'CDU primary inlet', '103', '0..300 L/min', {
      alarms: `L ${low} L/min`,
      interlock: ['I5', 'L'],
    }),
    at('PDT-102', 'Strainer differential pressure', 'STR-101', '103', '0..1 bar', { alarms: 'H 0.3 bar' }),
    at('TT-102', 'Facility return temperature', 'CDU primary outlet', '104', '-50..100 degC'),
    at('PT-101', 'Facility pump suction pressure', 'heat rejection unit', '105', '0..10 bar', {
      alarms: 'L 0.8, LL 0.5 bar',
      interlock: ['I4', 'LL'],
    }),
    at('PI-101A', 'Discharge pressure of P-101A', 'P-101A', '106', '0..10 bar', { signal: 'local' }),
    at('PI-101B', 'Discharge pressure of P-101B', 'P-101B', '106', '0..10 bar', { signal: 'local' }),
    at('PDT-101', 'Differential pressure at the hoses', 'heat rejection unit', '107', '0..4 bar', {
      setpoint: difference,
      action: 'input of PDIC-101',
    }),
    at('PDIC-101', 'Facility differential pressure control', 'PLC', null, '0..4 bar', {
      setpoint: difference,
      action: 'speed of P-101A/B',
      signal: 'Modbus',
    }),
    at('TT-110', 'Outdoor air temperature', 'heat rejection unit', null, '-50..60 degC', {
      action: 'input of TIC-101',
    }),
  ]
}
