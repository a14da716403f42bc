import type { CoolingValve } from '@edp/schemas'

import type { CoolingPlan } from './cooling-plan.ts'
import { SAMPLE_LPM } from './pump-duty.ts'
import { CAPPED, CLOSED, LOCKED_OPEN, type Pair, type Valve } from './valve-row.ts'

/** Valves of the technology loop, between heat exchanger and manifolds. */
export function technologyValves(plan: CoolingPlan, valve: Valve, pair: Pair): CoolingValve[] {
  return [
    valve('XV-201', 'motorised', 'Isolation of the supply manifold', '201', 'closes on leak', 'FC'),
    valve('XV-202', 'motorised', 'Isolation of the return manifold', '202', 'closes on leak', 'FC'),
    valve(
      'BV-201',
      'balancing',
      'Balancing of the technology flow',
      '202',
      `${Math.round(plan.technology_flow_lpm)} L/min`,
    ),
    valve('HV-201A', 'butterfly', 'Inlet of filter A, in service', '202'),
    valve('HV-201B', 'butterfly', 'Inlet of filter B, ready', '202', CLOSED),
    ...pair('HV-202', 'butterfly', 'Outlet of filter', '202'),
    ...pair('HV-203', 'butterfly', 'Suction of pump', '203'),
    ...pair('NRV-201', 'check', 'Discharge of pump', '204'),
    ...pair('HV-204', 'butterfly', 'Discharge of pump', '204'),
    valve('HV-205', 'ball', 'Cap valve of the expansion vessel, with drain', '205', LOCKED_OPEN),
    valve('PSV-201', 'relief', 'Relief of the technology loop', '205'),
    valve('HV-206', 'ball', 'Outlet of fill tank', '206'),
    valve('NRV-203', 'check', 'Discharge of fill pump', '206'),
    valve('HV-210', 'ball', 'Make-up into the loop', '206'),
    valve('HV-207', 'ball', 'Side stream, inlet', '207'),
    valve('HV-208', 'regulating', 'Side stream, by FI-202', '207', `set to ${SAMPLE_LPM} L/min`),
    valve('HV-209', 'ball', 'Sampling', '207', CAPPED),
    valve('PSV-202', 'relief', 'Thermal relief between XV-201 and XV-202, closed', '202'),
    valve('AAV-201', 'vent', 'Air vent of the supply manifold, high point', '201'),
    valve('AAV-202', 'vent', 'Air vent of the return manifold, high point', '202'),
    valve('HV-211', 'ball', 'Filling of the loop', '216', CAPPED),
    valve('NRV-204', 'check', 'Filling of the loop', '216'),
    valve('HV-212', 'ball', 'Drain of DT-201, by a portable pump when a leak has been seen', '209', CAPPED),
    valve('DV-201', 'drain', 'Drain, low point', '203', CLOSED),
    valve('DV-202', 'drain', 'Emptying of V-202', '208', CLOSED),
    valve('DV-203', 'drain', 'Drain of the supply manifold', '201', CLOSED),
    valve('DV-204', 'drain', 'Drain of the return manifold', '202', CLOSED),
    valve('DV-205', 'drain', 'Drain of HX-201, technology side', '215', CLOSED),
  ]
}
