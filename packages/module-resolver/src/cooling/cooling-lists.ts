import { roundTo, type CoolingEquipment, type CoolingValve, type Instrument } from '@edp/schemas'

import type { ClimateRow } from './climate-table.ts'
import type { ExpansionVessel } from './expansion-vessel.ts'
import type { PumpDuty } from './pump-duty.ts'

interface EquipmentInput {
  readonly climate: ClimateRow
  readonly liquid_kw: number
  readonly technologyFlow: number
  readonly facilityFlow: number
  readonly duty: PumpDuty
  readonly technologyVessel: ExpansionVessel
  readonly facilityVessel: ExpansionVessel
  readonly limits: { readonly air_unit_kw: number; readonly cdu_heat_kw: number }
}

/** Equipment of one container's cooling; type letters of ISO 10628-2, loop 1xx facility, 2xx technology, 3xx air. */
export function coolingEquipment(input: EquipmentInput): CoolingEquipment[] {
  const { climate, liquid_kw, technologyFlow, facilityFlow, duty } = input
  const item = (tag: string, kind: string, description: string, rating: string, loop: CoolingEquipment['loop']): CoolingEquipment => ({ tag, kind, description, rating, loop })
  const flow = (lpm: number): string => `${roundTo(lpm, 0)} L/min`
  return [
    item('AC-101', 'dry_cooler', climate.rejection_description, `${roundTo(liquid_kw, 0)} kW`, 'facility'),
    item('P-101A', 'pump', 'Facility pump, duty, VFD', `${flow(facilityFlow)}, 2.2 kW`, 'facility'),
    item('P-101B', 'pump', 'Facility pump, standby, VFD', `${flow(facilityFlow)}, 2.2 kW`, 'facility'),
    item('T-101', 'vessel', 'Facility expansion vessel', `${input.facilityVessel.nominal_l} L`, 'facility'),
    item('STR-101', 'strainer', 'Y-strainer', '500 um', 'facility'),
    item('HX-201', 'heat_exchanger', 'CDU plate heat exchanger', `${input.limits.cdu_heat_kw} kW, 3 K approach`, 'technology'),
    item('P-201A', 'pump', 'Technology pump, duty, VFD', `${flow(technologyFlow)} at ${roundTo(duty.head_kpa, 0)} kPa, ${duty.motor_kw} kW`, 'technology'),
    item('P-201B', 'pump', 'Technology pump, standby, VFD', `${flow(technologyFlow)} at ${roundTo(duty.head_kpa, 0)} kPa, ${duty.motor_kw} kW`, 'technology'),
    item('F-201A', 'filter', 'Duplex filter, element A', '50 um', 'technology'),
    item('F-201B', 'filter', 'Duplex filter, element B', '50 um', 'technology'),
    item('T-201', 'vessel', 'Technology expansion vessel', `${input.technologyVessel.nominal_l} L`, 'technology'),
    item('V-201', 'tank', 'Fill and make-up tank', '50 L', 'technology'),
    item('P-203', 'pump', 'Fill pump', '10 L/min', 'technology'),
    item('MF-201S', 'manifold', 'Supply manifold', 'DN50', 'technology'),
    item('MF-201R', 'manifold', 'Return manifold', 'DN50', 'technology'),
    item('CRAH-301A', 'air_unit', 'Air unit for residual heat, duty', `${input.limits.air_unit_kw} kW`, 'air'),
    item('CRAH-301B', 'air_unit', 'Air unit for residual heat, duty', `${input.limits.air_unit_kw} kW`, 'air'),
    item('CRAH-301C', 'air_unit', 'Air unit for residual heat, standby', `${input.limits.air_unit_kw} kW`, 'air'),
  ]
}

/** Valves of one container's cooling. */
export function coolingValves(technologyDn: number, facilityDn: number, technologyRelief: number, facilityRelief: number): CoolingValve[] {
  const valve = (tag: string, kind: string, description: string, line: string, dn: number, fail_position: CoolingValve['fail_position'] = '-', setting = ''): CoolingValve => ({
    tag, kind, description, line_no: line, dn, fail_position, setting,
  })
  return [
    valve('XV-101', 'motorised', 'Isolation at container boundary, facility supply', 'FWSS', facilityDn, 'FC', 'closes on leak'),
    valve('XV-102', 'motorised', 'Isolation at container boundary, facility return', 'FWSR', facilityDn, 'FC', 'closes on leak'),
    valve('TCV-101', 'three_way', 'Facility control valve, holds TT-201', 'FWSR', facilityDn, 'FO', 'TIC-201'),
    valve('NRV-101A', 'check', 'Facility pump A', 'FWSS', facilityDn),
    valve('NRV-101B', 'check', 'Facility pump B', 'FWSS', facilityDn),
    valve('PSV-101', 'relief', 'Facility relief', 'FWSS', 25, '-', `${facilityRelief} bar(g)`),
    valve('AAV-101', 'vent', 'Facility air vent at high point', 'FWSR', 25),
    valve('DV-101', 'drain', 'Facility drain at low point', 'FWSS', 25),
    valve('NRV-201A', 'check', 'Technology pump A', 'TCSS', technologyDn),
    valve('NRV-201B', 'check', 'Technology pump B', 'TCSS', technologyDn),
    valve('HV-201A', 'butterfly', 'Technology pump A isolation', 'TCSR', technologyDn),
    valve('HV-201B', 'butterfly', 'Technology pump B isolation', 'TCSR', technologyDn),
    valve('XV-201', 'motorised', 'Isolation of supply manifold', 'TCSS', technologyDn, 'FC', 'closes on leak'),
    valve('XV-202', 'motorised', 'Isolation of return manifold', 'TCSR', technologyDn, 'FC', 'closes on leak'),
    valve('BV-201', 'balancing', 'Balancing of return manifold', 'TCSR', technologyDn),
    valve('PSV-201', 'relief', 'Technology relief', 'TCSS', 25, '-', `${technologyRelief} bar(g)`),
    valve('AAV-201', 'vent', 'Technology air vent at high point', 'TCSR', 25),
    valve('DV-201', 'drain', 'Technology drain at low point', 'TCSS', 25),
  ]
}

/** Instruments of one container's cooling; letters of ISA-5.1. Ranges and alarms: design choice. */
export function coolingInstruments(setpoint: number, technologyFlow: number, facilityFlow: number): Instrument[] {
  const instrument = (tag: string, description: string, location: string, line_no: string | null, range: string, point: string, alarms: string, action: string, signal: Instrument['signal'] = '4-20 mA'): Instrument => ({
    tag, description, location, line_no, range, setpoint: point, alarms, action, signal,
  })
  const flow = (lpm: number, share: number): number => roundTo(lpm * share, 0)
  return [
    instrument('TT-101', 'Facility supply temperature', 'CDU primary in', 'FWSS', '-50 to 100 degC', '', `H ${setpoint} degC`, ''),
    instrument('TT-102', 'Facility return temperature', 'CDU primary out', 'FWSR', '-50 to 100 degC', '', '', ''),
    instrument('FT-101', 'Facility flow', 'CDU primary', 'FWSS', '0 to 300 L/min', `${flow(facilityFlow, 1)} L/min`, `L ${flow(facilityFlow, 0.8)} L/min`, ''),
    instrument('TT-110', 'Outdoor air temperature', 'heat rejection unit', null, '-50 to 60 degC', '', '', 'fan speed'),
    instrument('TT-201', 'Technology supply temperature', 'CDU out', 'TCSS', '0 to 80 degC', `${setpoint} degC`, `H ${setpoint + 3} degC, HH 45 degC`, 'TIC-201 holds it by TCV-101'),
    instrument('TT-202', 'Technology return temperature', 'CDU in', 'TCSR', '0 to 80 degC', `${setpoint + 10} degC`, 'H 58 degC, HH 62 degC', ''),
    instrument('PT-201', 'Technology supply pressure', 'manifold', 'TCSS', '0 to 10 bar', '', 'LL 0.6, L 1.0, H 3.5 bar', ''),
    instrument('PT-202', 'Technology return pressure', 'manifold', 'TCSR', '0 to 10 bar', '', 'LL 0.6, L 1.0, H 3.5 bar', ''),
    instrument('PDT-201', 'Manifold differential pressure', 'across manifolds', 'TCSS', '0 to 4 bar', '1.5 bar', 'L 0.5, H 3.0 bar', 'PDIC-201 sets speed of P-201'),
    instrument('PDT-202', 'Filter differential pressure', 'F-201', 'TCSR', '0 to 2 bar', '', 'H 0.5, HH 0.8 bar', ''),
    instrument('FT-201', 'Technology flow', 'CDU out', 'TCSS', '0 to 300 L/min', `${flow(technologyFlow, 1)} L/min`, `L ${flow(technologyFlow, 0.85)}, LL ${flow(technologyFlow, 0.7)} L/min`, ''),
    instrument('AT-201', 'pH', 'side stream', 'TCSR', '0 to 14', '8 to 10.5', 'L 7.0', '', 'Modbus'),
    instrument('AT-202', 'Conductivity', 'side stream', 'TCSR', '0 to 5 mS/cm', '', '', '', 'Modbus'),
    instrument('LSL-201', 'Fill tank low', 'V-201', 'GF', '', '', 'L', '', 'dry contact'),
    instrument('LSLL-201', 'Fill tank empty', 'V-201', 'GF', '', '', 'LL', 'trips P-201', 'dry contact'),
    instrument('LSH-203', 'Drip tray leak', 'CDU base', null, '', '', 'H', 'closes XV-201/202', 'dry contact'),
    instrument('LDS-201', 'Leak rope', 'CDU and manifolds', null, '', '', 'H', 'closes XV-101/102', 'dry contact'),
    instrument('TT-301', 'Cold aisle temperature', 'cold aisle', null, '0 to 60 degC', '', 'H 32 degC', 'TY-301 dew point'),
    instrument('MT-301', 'Cold aisle humidity', 'cold aisle', null, '0 to 100 %', '', '', 'TY-301 keeps supply above dew point + 3 K'),
  ]
}
