import type { AlarmLimit } from '@edp/schemas'

import { alarm } from './alarm-limits.ts'
import { OVERPRESSURE_PCT } from './relief-design.ts'

/** Pressures of a loop, bar gauge. */
export interface LoopPressures {
  /** Pre-charge of the expansion vessel. */
  readonly initial: number
  /** Greatest pressure at the vessel in operation, at least 0.5 bar below the relief valve (EN 12828). */
  readonly final: number
  /** Setting of the relief valve at the suction of the pumps. */
  readonly relief: number
}

/**
 * Settings of both loops (design choice). The relief valves stand at the suction: what they hold there, the head of the pump
 * comes on top of, and the sum has to stay within the design pressure. A common figure of 4.0 bar for the technology loop does
 * not, with nodes and their couplings made for 6 bar.
 */
export const PRESSURES = {
  technology: { initial: 1, final: 2, relief: 2.5 },
  facility: { initial: 1, final: 3.5, relief: 6 },
} as const satisfies Record<string, LoopPressures>

/** Pressures at the vessel that say how full a loop is, bar gauge. */
export interface FillPressures {
  /** What make-up fills to. */
  readonly filled: number
  readonly low: number
  /** The vessel gives nothing any more: pumps would run dry. */
  readonly dry: number
}

/**
 * Alarm, make-up and trip of a loop at its vessel: 0.3 bar above the pre-charge is the least in operation (EN 12828), filled to
 * 0.1 bar above that, tripped 0.2 bar below the pre-charge, where the vessel is empty (assumption).
 */
export function fillPressures({ initial }: LoopPressures): FillPressures {
  return { filled: initial + 0.4, low: initial + 0.3, dry: initial - 0.2 }
}

/** Alarms of the transmitter at the vessel. */
export function fillAlarms(loop: LoopPressures): AlarmLimit[] {
  const { low, dry } = fillPressures(loop)
  return [alarm('L', low, 'bar'), alarm('LL', dry, 'bar')]
}

/** Head of the pump against a shut valve over its duty head at full speed (assumption, flat curves of inline pumps). */
const SHUT_OFF = 1.2

/** Greatest pressure of a loop with its relief valve open and the pump against a shut valve, bar gauge. */
export function greatestPressure({ relief }: LoopPressures, head_kpa: number): number {
  return relief * (1 + OVERPRESSURE_PCT / 100) + (head_kpa * SHUT_OFF) / 100
}

/**
 * What a thermal relief has to pass, L/min: the richest mixture expands by 0.065 %/K, so that all heat to liquid of a container
 * (90 kW) drives out 0.98 L/min of what two valves shut in (API 521; expansion of the glycol table).
 */
export const THERMAL_LPM = 1
