import { roundTo, type Breaker, type Scope } from '@edp/schemas'

import {
  ctRatio,
  nextAcbFrame,
  nextInterrupting,
  nextMccbFrame,
  nextMvFrame,
  nextMvInterrupting,
  nextOcpd,
} from './ratings.ts'

export const MV_V = 13_800
export const LV_V = 480
const VT_MV = '14400:120'

/** Protection functions by duty, C37.2 numbers. */
const FUNCTIONS = {
  utility: ['50/51', '50N/51N', '27', '59', '81O/U', '25', '86'],
  transformer: ['50/51', '50G/51G', '49', '63', '26'],
  transformer_large: ['50/51', '50G/51G', '87T', '49', '63', '26'],
  main: ['LSIG', '27', '59'],
  feeder: ['LSIG'],
  collector: ['50/51', '50N/51N', '27', '59', '81O/U', '25'],
  generator: ['25', '27', '32', '40', '46', '50/51V', '51G', '59', '81O/U', '86'],
  plant: ['27', '59', '81O/U', '50/51', '25', '86'],
  tie: ['LSIG'],
} as const

export type Duty = keyof typeof FUNCTIONS

/** A medium-voltage vacuum breaker for a current. */
export function mvBreaker(
  tag: string,
  duty: Duty,
  current_a: number,
  short_circuit_ka: number,
  scope: Scope = 'supply',
  extra: readonly string[] = [],
): Breaker {
  const frame = nextMvFrame(current_a * 1.25)
  return {
    tag,
    kind: 'MV vacuum',
    voltage_v: MV_V,
    frame_a: frame,
    trip_a: frame,
    interrupting_ka: nextMvInterrupting(Math.max(short_circuit_ka, 25)),
    poles: 3,
    functions: [...FUNCTIONS[duty], ...extra],
    ct_ratio: ctRatio(current_a),
    vt_ratio: duty === 'transformer' || duty === 'transformer_large' ? null : VT_MV,
    scope,
  }
}

/** A low-voltage breaker: at least 1.25 times the design current (NEC 215.3), power circuit breaker above 800 A. */
export function lvBreaker(
  tag: string,
  duty: Duty,
  trip_a: number,
  short_circuit_ka: number,
  scope: Scope = 'supply',
): Breaker {
  const power = trip_a > 800
  return {
    tag,
    kind: power ? 'ACB' : 'MCCB',
    voltage_v: LV_V,
    frame_a: power ? nextAcbFrame(trip_a) : nextMccbFrame(trip_a),
    trip_a,
    interrupting_ka: nextInterrupting(short_circuit_ka),
    poles: 3,
    functions: FUNCTIONS[duty],
    ct_ratio: power ? ctRatio(trip_a / 1.25) : null,
    vt_ratio: duty === 'main' ? '480:120' : null,
    scope,
  }
}

/** Overcurrent device of a continuous load: 1.25 times the design current, next standard rating (NEC 215.3, 240.6). */
export function feederTrip(design_a: number): number {
  return nextOcpd(roundTo(design_a * 1.25, 3))
}
