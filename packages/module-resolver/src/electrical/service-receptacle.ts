import { roundTo } from '@edp/schemas'

import { LV_V } from './system-voltages.ts'

/** What is plugged in at a heat rejection unit. Source: `assumption`, 80 % of a circuit of 15 A. */
export const PLUGGED_IN = { voltage_v: 120, current_a: 12 } as const

const WATT = PLUGGED_IN.voltage_v * PLUGGED_IN.current_a

/**
 * Service receptacle of a heat rejection unit over its control transformer between two phases: kW, and what it adds to those phases, A.
 * Source: NEC 2023, 210.63(A) asks for it.
 */
export const SERVICE_RECEPTACLE = { kw: roundTo(WATT / 1000, 1), current_a: WATT / LV_V } as const
