import type { ElectricalData, InsideEquipment } from '@edp/schemas'

import { OVERCURRENT_A } from '../electrical/standard-ratings.ts'
import { phasesOf } from './typical-cable.ts'
import type { Draft } from './typical.ts'

/** Most that the main behind a transformer is rated over its current. Source: NEC 2023, Table 450.3(B). */
const MAIN_SHARE = 1.25

/**
 * Main breaker of the board behind a UPS, whose output transformer derives a system of its own: the breaker before the UPS does not
 * protect what is behind (NEC 2023, 240.4(F), 408.36). Rated for the largest standard rating within 125 % of the output current, which
 * conductors of a secondary carry without the next step (240.21(C)). `ka` is the interrupting rating, kA; null without a board.
 */
export function upsOutput(
  device: string,
  { output, rated_kva }: ElectricalData,
  ka: number | null,
  drafts: readonly Draft[],
): InsideEquipment['output'] {
  const ways = drafts.flatMap(({ from }) => (from.on === device && from.service === 'power_lv' ? [from] : []))
  const widest = ways.find((way) => phasesOf(way) === '3ph') ?? ways[0]
  const voltage = widest?.rating.voltage_v
  if (output === undefined || rated_kva === undefined || widest === undefined || voltage === undefined)
    return null
  const three = phasesOf(widest) === '3ph'
  const current = (rated_kva * 1000) / (voltage * (three ? Math.sqrt(3) : 1))
  return {
    breaker: output.breaker,
    rated_a: upsOutputBreaker(current),
    // Phase and neutral, which is earthed, at one phase.
    poles: three ? 3 : 1,
    interrupting_ka: ka ?? 0,
    bus_a: output.bus_a,
    battery_breaker: output.battery_breaker,
  }
}

/** Largest standard rating within 125 % of an output current, A; the smallest one below that. */
export function upsOutputBreaker(current_a: number): number {
  return OVERCURRENT_A.findLast((step) => step <= MAIN_SHARE * current_a) ?? OVERCURRENT_A[0]
}

/** What is ordered, as the bill and a drawing write it. */
export function upsOutputText({ rated_a, poles, interrupting_ka, bus_a }: UpsOutput): string {
  return `${rated_a} A ${poles}P, ${interrupting_ka} kA, bus ${bus_a} A`
}

type UpsOutput = NonNullable<InsideEquipment['output']>
