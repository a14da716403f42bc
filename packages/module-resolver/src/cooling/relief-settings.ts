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
  facility: { initial: 1, final: 3, relief: 6 },
} as const satisfies Record<string, LoopPressures>

/** Pressure of an open relief valve over its setting. Source: ASME BPVC XIII and ISO 4126, 10 % accumulation. */
const ACCUMULATION = 1.1
/** Head of the pump against a shut valve over its duty head at full speed (assumption, flat curves of inline pumps). */
const SHUT_OFF = 1.2

/** Greatest pressure of a loop with its relief valve open and the pump against a shut valve, bar gauge. */
export function greatestPressure({ relief }: LoopPressures, head_kpa: number): number {
  return relief * ACCUMULATION + (head_kpa * SHUT_OFF) / 100
}

/** What a thermal relief has to pass, L/min (assumption: the heat of the racks in what two valves shut in expands less). */
export const THERMAL_LPM = 1

/** Setting and capacity of a relief valve as its list prints them. */
export function reliefSetting(bar: number, capacity_lpm: number): string {
  return `${bar.toFixed(1)} bar(g), at least ${capacity_lpm} L/min`
}
