import type { CoolingValve, PipeLine } from '@edp/schemas'

import { hasBypass, type CoolingPlan } from './cooling-plan.ts'

/** Size of vents and drains. */
const SMALL_DN = 25

type FailPosition = CoolingValve['fail_position']

/**
 * Valves of one container's cooling. Motorised isolation closes and control valves open on loss of signal: a leak must
 * stop, and cooling must not.
 */
export function coolingValves(plan: CoolingPlan, lines: readonly PipeLine[]): CoolingValve[] {
  const lineOf = (sequence: string): PipeLine => {
    const found = lines.find((line) =>
      line.line_no.includes(`-${sequence.slice(0, 1)}{c}${sequence.slice(1)}-`),
    )
    if (found === undefined) throw new RangeError(`no line ${sequence}`)
    return found
  }
  const valve = (
    tag: string,
    kind: string,
    description: string,
    sequence: string,
    setting = '',
    fail_position: FailPosition = '-',
  ): CoolingValve => {
    const line = lineOf(sequence)
    return {
      tag,
      kind,
      description,
      line_no: line.line_no,
      dn: kind === 'vent' || kind === 'drain' ? SMALL_DN : line.dn,
      fail_position,
      setting,
    }
  }
  const pair = (tag: string, kind: string, description: string, sequence: string): CoolingValve[] =>
    ['A', 'B'].map((letter) => valve(`${tag}${letter}`, kind, `${description} ${letter}`, sequence))
  return [
    // Heat rejection unit.
    valve('HV-101', 'butterfly', 'Isolation, heat rejection unit supply', '107'),
    valve('HV-102', 'butterfly', 'Isolation, heat rejection unit return', '105'),
    ...pair('HV-103', 'butterfly', 'Suction of pump', '105'),
    ...pair('NRV-101', 'check', 'Discharge of pump', '106'),
    ...pair('HV-104', 'butterfly', 'Discharge of pump', '106'),
    valve(
      'BV-101',
      'balancing',
      'Balancing of the facility flow',
      '107',
      `${Math.round(plan.facility_flow_lpm)} L/min`,
    ),
    valve('HV-105', 'ball', 'Expansion vessel', '108', 'locked open'),
    valve(
      'PSV-101',
      'relief',
      'Relief of the facility loop',
      '108',
      `${plan.facility_relief_bar.toFixed(1)} bar(g)`,
    ),
    valve('HV-106', 'ball', 'Fill connection', '110', 'normally closed, capped'),
    valve('AAV-102', 'vent', 'Air vent at the cooler, high point', '106'),
    valve('DV-102', 'drain', 'Drain of the heat rejection unit, low point', '105', 'normally closed'),
    ...(plan.climate.adiabatic
      ? [
          valve('HV-107', 'ball', 'Isolation of make-up water', '111'),
          valve('XV-103', 'motorised', 'Make-up water to the pads', '111', 'opens above 24 degC', 'FC'),
        ]
      : []),
    ...(hasBypass(plan)
      ? [
          valve('TCV-102', 'three_way', 'Cooler bypass, low ambient', '106', 'TIC-101', 'FO'),
          valve('HV-108', 'ball', 'Drain-back', '113', 'normally closed'),
          valve('NRV-103', 'check', 'Discharge of refill pump', '114'),
          valve('HV-109', 'ball', 'Refill', '114', 'normally closed'),
        ]
      : []),
    // Facility side of the container.
    valve('XV-101', 'motorised', 'Isolation at container boundary, supply', '103', 'closes on leak', 'FC'),
    valve('XV-102', 'motorised', 'Isolation at container boundary, return', '104', 'closes on leak', 'FC'),
    valve('TCV-101', 'control', 'Holds TT-201 (TIC-201)', '104', 'TIC-201', 'FO'),
    valve('AAV-101', 'vent', 'Air vent, high point', '104'),
    valve('DV-101', 'drain', 'Drain, low point', '103', 'normally closed'),
    // Technology loop.
    valve('XV-201', 'motorised', 'Isolation of the supply manifold', '201', 'closes on leak', 'FC'),
    valve('XV-202', 'motorised', 'Isolation of the return manifold', '202', 'closes on leak', 'FC'),
    valve(
      'BV-201',
      'balancing',
      'Balancing of the technology flow',
      '202',
      `${Math.round(plan.technology_flow_lpm)} L/min`,
    ),
    ...pair('HV-201', 'butterfly', 'Inlet of filter', '202'),
    ...pair('HV-202', 'butterfly', 'Outlet of filter', '203'),
    ...pair('HV-203', 'butterfly', 'Suction of pump', '203'),
    ...pair('NRV-201', 'check', 'Discharge of pump', '204'),
    ...pair('HV-204', 'butterfly', 'Discharge of pump', '204'),
    valve('HV-205', 'ball', 'Expansion vessel', '205', 'locked open'),
    valve(
      'PSV-201',
      'relief',
      'Relief of the technology loop',
      '205',
      `${plan.technology_relief_bar.toFixed(1)} bar(g)`,
    ),
    valve('HV-206', 'ball', 'Outlet of fill tank', '206'),
    valve('NRV-203', 'check', 'Discharge of fill pump', '206'),
    valve('HV-207', 'ball', 'Side stream, inlet', '207'),
    valve('HV-208', 'ball', 'Side stream, outlet', '207'),
    valve('AAV-201', 'vent', 'Air vent, high point', '201'),
    valve('DV-201', 'drain', 'Drain, low point', '203', 'normally closed'),
  ]
}
