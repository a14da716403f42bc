import { roundTo, type CoolingValve } from '@edp/schemas'

import { ISOLATION_STROKE_S, mayFreeze } from './cold-start.ts'
import { hasBypass, type CoolingPlan } from './cooling-plan.ts'
import { CONTROL_VALVE_KPA } from './pump-duty.ts'
import { CAPPED, CLOSED, LOCKED_OPEN, type Pair, type Valve } from './valve-row.ts'

/** A cooler that is drained in the cold takes in air by its vent. */
const VENT_AT_COOLER = {
  filled: 'Air vent at the cooler, high point',
  drained: 'Air vent and vacuum breaker at the cooler, high point',
} as const

/** Valves of the facility loop, from the heat rejection unit to the heat exchanger. */
export function facilityValves(plan: CoolingPlan, valve: Valve, pair: Pair): CoolingValve[] {
  const { open, close } = ISOLATION_STROKE_S
  const isolation = `closes on leak${mayFreeze(plan) ? ' and frost' : ''}, spring ${close} s; opens in ${open} s`
  return [
    // Heat rejection unit.
    valve('HV-101', 'butterfly', 'Isolation, heat rejection unit supply', '120'),
    valve('HV-102', 'butterfly', 'Isolation, heat rejection unit return', '121'),
    ...pair('HV-103', 'butterfly', 'Suction of pump', '105'),
    ...pair('NRV-101', 'check', 'Discharge of pump', '106'),
    ...pair('HV-104', 'butterfly', 'Discharge of pump', '106'),
    valve(
      'BV-101',
      'balancing',
      'Balancing of the facility flow, before the tee of BV-102',
      '107',
      `${Math.round(plan.pumped_flow_lpm)} L/min`,
    ),
    valve('HV-105', 'ball', 'Cap valve of the expansion vessel, with drain', '108', LOCKED_OPEN),
    valve('PSV-101', 'relief', 'Relief of the facility loop', '108'),
    valve('HV-106', 'ball', 'Filling, dosing and sampling', '110', CAPPED),
    valve('NRV-104', 'check', 'Filling', '110'),
    valve(
      'BV-102',
      'balancing',
      'Least flow of the facility pumps, always open',
      '116',
      `${Math.round(plan.least_flow_lpm)} L/min at ${(plan.facility_difference_kpa / 100).toFixed(1)} bar, locked`,
    ),
    valve('AAV-102', 'vent', VENT_AT_COOLER[hasBypass(plan) ? 'drained' : 'filled'], '106'),
    valve('AAV-103', 'vent', 'Air vent of AS-101', '105'),
    valve('DV-102', 'drain', 'Drain of the heat rejection unit, low point', '105', CLOSED),
    valve('DV-104', 'drain', 'Emptying of V-102', '109', CLOSED),
    ...(plan.climate.adiabatic
      ? [
          valve('HV-107', 'ball', 'Isolation of make-up water', '111'),
          valve('BFP-102', 'backflow', 'Backflow preventer, reduced pressure zone, ASSE 1013', '111'),
          valve('DV-103', 'drain', 'Drain of make-up water before frost', '111', CLOSED),
          valve('XV-103', 'motorised', 'Make-up water to the pads', '111', 'opens above 24 degC', 'FC'),
        ]
      : []),
    ...(hasBypass(plan)
      ? [
          valve('TCV-102', 'three_way', 'Cooler bypass, low ambient', '106', 'TIC-101', 'FB'),
          valve('HV-108', 'ball', 'Drain-back by hand, for long shut-downs', '113', CLOSED),
          valve('NRV-103', 'check', 'Discharge of refill pump', '114'),
          valve('HV-109', 'ball', 'Refill', '114', CLOSED),
        ]
      : []),
    // Facility side of the container.
    valve('XV-101', 'motorised', 'Isolation at container boundary, supply', '103', isolation, 'FC'),
    valve('XV-102', 'motorised', 'Isolation at container boundary, return', '104', isolation, 'FC'),
    valve(
      'TCV-101',
      'control',
      'Holds TT-201 (TIC-201)',
      '104',
      `TIC-201, Kv ${controlValveKv(plan)} m3/h`,
      'FO',
    ),
    // The check valve joins to them what XV-102 and a shut control valve hold in the return hose.
    valve('PSV-102', 'relief', 'Thermal relief between XV-101 and TCV-101, closed', '104'),
    valve('NRV-105', 'check', 'From the return hose past TCV-101 to PSV-102', '123', 'opens at 0.2 bar'),
    valve('AAV-101', 'vent', 'Air vent, high point', '103'),
    valve('DV-101', 'drain', 'Drain of HX-201, facility side', '104', CLOSED),
  ]
}

/** Flow coefficient that the control valve needs: m3/h of water at 1 bar, from the design flow at its share of the head. */
function controlValveKv({ facility, facility_flow_lpm }: CoolingPlan): number {
  const flow_m3_h = (facility_flow_lpm * 60) / 1000
  return roundTo(flow_m3_h * Math.sqrt(facility.density_kg_m3 / 1000 / (CONTROL_VALVE_KPA / 100)), 1)
}
