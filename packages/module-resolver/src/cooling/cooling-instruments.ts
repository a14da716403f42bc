import { roundTo, type Instrument, type PipeLine } from '@edp/schemas'

import { hasBypass, hasTrimChiller, type CoolingPlan } from './cooling-plan.ts'

/** Alarm and trip limits of the technology supply, degC: liquid class limit of the nodes. */
const SUPPLY_HIGH_HIGH_C = 45
/** Alarm above the setpoint, K. */
const SUPPLY_HIGH_K = 3

/** The fields of an instrument that are rarely set. */
type Details = Partial<Pick<Instrument, 'setpoint' | 'alarms' | 'action' | 'signal'>>

/** Instruments and control functions of one container's cooling; letters of ISA-5.1. Ranges and limits: design choice. */
export function coolingInstruments(plan: CoolingPlan, lines: readonly PipeLine[]): Instrument[] {
  const at = (
    tag: string,
    description: string,
    location: string,
    sequence: string | null,
    range: string,
    details: Details = {},
  ): Instrument => ({
    tag,
    description,
    location,
    line_no: sequence === null ? null : lineOf(lines, sequence),
    range,
    setpoint: details.setpoint ?? '',
    alarms: details.alarms ?? '',
    action: details.action ?? '',
    signal: details.signal ?? '4-20 mA',
  })
  return [
    ...facilityInstruments(plan, at),
    ...technologyInstruments(plan, at),
    ...leakInstruments(at),
    ...airInstruments(plan, at),
  ]
}

type At = (
  tag: string,
  description: string,
  location: string,
  sequence: string | null,
  range: string,
  details?: Details,
) => Instrument

function lineOf(lines: readonly PipeLine[], sequence: string): string {
  const found = lines.find((line) =>
    line.line_no.includes(`-${sequence.slice(0, 1)}{c}${sequence.slice(1)}-`),
  )
  if (found === undefined) throw new RangeError(`no line ${sequence}`)
  return found.line_no
}

function facilityInstruments(plan: CoolingPlan, at: At): Instrument[] {
  const supply_c = plan.climate.facility_supply_c
  const low = roundTo(plan.facility_flow_lpm * 0.8, 0)
  const outputs = [
    'fan speed of AC-101',
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
      action: 'low flow starts standby pump',
    }),
    at('TT-102', 'Facility return temperature', 'CDU primary outlet', '104', '-50..100 degC'),
    at('PT-101', 'Facility pump suction pressure', 'heat rejection unit', '105', '0..10 bar', {
      alarms: 'L 0.8, LL 0.5 bar',
      action: 'LL trips P-101',
    }),
    at('TT-110', 'Outdoor air temperature', 'heat rejection unit', null, '-50..60 degC', {
      action: plan.climate.adiabatic ? 'opens XV-103 above 24 degC' : 'low-ambient fan control',
    }),
  ]
}

function technologyInstruments(plan: CoolingPlan, at: At): Instrument[] {
  const supply_c = plan.climate.technology_supply_c
  const flow = plan.technology_flow_lpm
  const share = (part: number): number => roundTo(flow * part, 0)
  return [
    at('TT-201', 'Technology supply temperature', 'CDU outlet', '201', '0..80 degC', {
      setpoint: `${supply_c} degC`,
      alarms: `H ${supply_c + SUPPLY_HIGH_K}, HH ${SUPPLY_HIGH_HIGH_C} degC`,
      action: 'input of TIC-201',
    }),
    at('TIC-201', 'Technology supply temperature control', 'PLC', null, '0..80 degC', {
      setpoint: `${supply_c} degC, reset by TY-301`,
      action: 'TCV-101',
      signal: 'Modbus',
    }),
    at('FT-201', 'Technology flow', 'CDU outlet', '201', '0..300 L/min', {
      setpoint: `${share(1)} L/min`,
      alarms: `L ${share(0.85)}, LL ${share(0.7)} L/min`,
      action: 'LL starts standby pump',
    }),
    at('PT-201', 'Supply pressure', 'supply manifold', '201', '0..10 bar', { alarms: 'H 3.5 bar' }),
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
      action: 'L starts P-203',
    }),
    at('TT-202', 'Technology return temperature', 'CDU inlet', '202', '0..80 degC', {
      alarms: 'H 58, HH 62 degC',
    }),
    at('PDT-202', 'Filter differential pressure', 'F-201A/B', '202', '0..2 bar', {
      alarms: 'H 0.5, HH 0.8 bar',
    }),
    at('AT-201', 'pH of the coolant', 'side stream', '207', '0..14 pH', {
      alarms: 'L 7.0, H 10.5',
      signal: 'Modbus',
    }),
    at('AT-202', 'Conductivity of the coolant', 'side stream', '207', '0..5 mS/cm', { signal: 'Modbus' }),
    at('LSL-201', 'Fill tank low', 'V-201', null, 'switch', { alarms: 'L', signal: 'dry contact' }),
    at('LSLL-201', 'Fill tank empty', 'V-201', null, 'switch', {
      alarms: 'LL',
      action: 'trips P-201A/B and P-203',
      signal: 'dry contact',
    }),
  ]
}

function leakInstruments(at: At): Instrument[] {
  const technology = 'closes XV-201/202, trips P-201A/B'
  const contact = { signal: 'dry contact' } as const
  return [
    at('LSH-203', 'Leak in drip tray', 'DT-201', null, 'switch', {
      ...contact,
      alarms: 'H',
      action: technology,
    }),
    at('LDS-201', 'Leak rope, CDU', 'CDU base', null, 'rope', {
      ...contact,
      alarms: 'H',
      action: technology,
    }),
    at('LDS-202', 'Leak rope, manifolds', 'below manifolds', null, 'rope', {
      ...contact,
      alarms: 'H',
      action: technology,
    }),
    at('LDS-203', 'Leak rope, racks', 'rack row', null, 'rope', {
      ...contact,
      alarms: 'H',
      action: technology,
    }),
    at('LDS-204', 'Leak rope, interface plate', 'CD plate', null, 'rope', {
      ...contact,
      alarms: 'H',
      action: 'closes XV-101/102, trips P-101A/B',
    }),
  ]
}

function airInstruments(plan: CoolingPlan, at: At): Instrument[] {
  return [
    at('TT-301', 'Cold aisle temperature', 'cold aisle', null, '0..60 degC', {
      alarms: 'H 32 degC',
      action: 'input of TY-301 and the air units',
    }),
    at('MT-301', 'Cold aisle humidity', 'cold aisle', null, '0..100 % RH', { action: 'input of TY-301' }),
    at('TY-301', 'Dew point', 'PLC', null, '-20..40 degC', {
      setpoint: `dew point + 3 K <= ${plan.climate.technology_supply_c} degC`,
      action: 'raises the setpoint of TIC-201',
      signal: 'Modbus',
    }),
  ]
}
