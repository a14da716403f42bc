import type { AssemblyPort, ElectricalData, InsideEquipment } from '@edp/schemas'

import { OVERCURRENT_A } from '../electrical/standard-ratings.ts'
import { phasesOf } from './typical-cable.ts'
import type { Draft } from './typical.ts'

/** Most that the main behind a transformer is rated over its current. Source: NEC 2023, Table 450.3(B). */
const MAIN_SHARE = 1.25

/**
 * Main breaker of the board behind a UPS, or of the panel behind the transformer in it, whose secondary is a system of its own: the breaker
 * before it does not protect what is behind (NEC 2023, 240.4(F), 408.36). Rated for the largest standard rating within 125 % of the output
 * current, which conductors of a secondary carry without the next step (240.21(C)). `ka` is the interrupting rating, kA; null without a
 * board.
 */
export function outputBreaker(
  device: string,
  { output, rated_kva }: ElectricalData,
  ka: number | null,
  drafts: readonly Draft[],
): InsideEquipment['output'] {
  const ways = drafts.flatMap(({ from }) => (from.on === device && from.service === 'power_lv' ? [from] : []))
  const secondary = secondaryOf(ways)
  if (output === undefined || rated_kva === undefined || secondary === null) return null
  return {
    breaker: output.breaker,
    rated_a: outputBreakerA((rated_kva * 1000) / secondary.volts),
    poles: secondary.poles,
    interrupting_ka: ka ?? 0,
    bus_a: output.bus_a,
    battery_breaker: output.battery_breaker ?? null,
  }
}

/** Poles of a main, and the voltage that its kVA gives the current of a pole by, V: sqrt 3 U, U, or U between both legs. */
function secondaryOf(
  ways: readonly AssemblyPort[],
): { readonly poles: number; readonly volts: number } | null {
  const three = ways.find((way) => phasesOf(way) === '3ph')
  const leg = ways.find(({ rating }) => rating.leg !== undefined)
  const volts = (three ?? leg ?? ways[0])?.rating.voltage_v
  if (volts === undefined) return null
  if (three !== undefined) return { poles: 3, volts: volts * Math.sqrt(3) }
  // The neutral is earthed and stays closed: a pole for each leg, or for the one phase.
  const legs = leg === undefined ? 1 : 2
  return { poles: legs, volts: legs * volts }
}

/** Largest standard rating within 125 % of an output current, A; the smallest one below that. */
export function outputBreakerA(current_a: number): number {
  return OVERCURRENT_A.findLast((step) => step <= MAIN_SHARE * current_a) ?? OVERCURRENT_A[0]
}

/** What is ordered, as the bill and a drawing write it. */
export function outputText({ rated_a, poles, interrupting_ka, bus_a }: Output): string {
  return `${rated_a} A ${poles}P, ${interrupting_ka} kA, bus ${bus_a} A`
}

type Output = NonNullable<InsideEquipment['output']>
