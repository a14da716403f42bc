import type { ClimateZone } from '@edp/schemas'

/** Ambient temperatures that cables are rated for, degC. */
interface CableAmbient {
  readonly air_c: number
  readonly ground_c: number
}

/** Source: `assumption`, design choice per climate zone; cables in air beside containers and in duct banks. */
export const CABLE_AMBIENT = {
  subarctic: { air_c: 40, ground_c: 20 },
  temperate: { air_c: 40, ground_c: 20 },
  arid_hot: { air_c: 50, ground_c: 35 },
  tropical: { air_c: 40, ground_c: 30 },
} as const satisfies Record<ClimateZone, CableAmbient>

/** Upper end of an ambient band and its factor for 90 degC conductors. Source: NEC 2023 Table 310.15(B)(1). */
const TEMPERATURE_FACTORS_90: readonly (readonly [upToC: number, factor: number])[] = [
  [10, 1.15],
  [15, 1.12],
  [20, 1.08],
  [25, 1.04],
  [30, 1],
  [35, 0.96],
  [40, 0.91],
  [45, 0.87],
  [50, 0.82],
  [55, 0.76],
  [60, 0.71],
  [65, 0.65],
  [70, 0.58],
  [75, 0.5],
  [80, 0.41],
]

/** Current-carrying conductors in one raceway and their factor. Source: NEC 2023 Table 310.15(C)(1). */
const GROUPING_FACTORS: readonly (readonly [upTo: number, factor: number])[] = [
  [3, 1],
  [6, 0.8],
  [9, 0.7],
  [20, 0.5],
  [30, 0.45],
  [40, 0.4],
]

/** Ambient correction of 90 degC conductors. */
export function temperatureFactor90(ambientC: number): number {
  const row = TEMPERATURE_FACTORS_90.find(([upTo]) => ambientC <= upTo)
  if (row === undefined) throw new RangeError(`no ambient correction above 80 degC, found ${ambientC}`)
  return row[1]
}

/** Adjustment for more than three current-carrying conductors in one raceway. */
export function groupingFactor(currentCarryingConductors: number): number {
  return GROUPING_FACTORS.find(([upTo]) => currentCarryingConductors <= upTo)?.[1] ?? 0.35
}
