/** Standard ampere ratings of overcurrent devices, NEC 240.6(A). */
export const OCPD_A = [
  15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 225, 250, 300, 350, 400, 450,
  500, 600, 700, 800, 1000, 1200, 1600, 2000, 2500, 3000, 4000, 5000, 6000,
] as const

/** Frames of moulded-case and power circuit breakers, A (makers' ranges). */
const MCCB_FRAMES_A = [125, 250, 400, 600, 800, 1200] as const
const ACB_FRAMES_A = [800, 1600, 2000, 3200, 4000, 5000, 6000] as const
const MV_FRAMES_A = [600, 1200, 2000, 3000] as const
const BUS_A = [800, 1200, 1600, 2000, 2500, 3000, 4000, 5000, 6000] as const
const INTERRUPTING_KA = [10, 14, 18, 22, 25, 35, 42, 50, 65, 85, 100, 150, 200] as const
const MV_INTERRUPTING_KA = [16, 20, 25, 31.5, 40] as const
const CT_PRIMARY_A = [
  50, 75, 100, 150, 200, 250, 300, 400, 600, 800, 1000, 1200, 1500, 2000, 3000, 4000,
] as const

/** Transformer ratings, kVA, and impedance in per cent (pad-mounted, ANSI). */
const TRANSFORMERS = [
  [75, 4],
  [112.5, 4],
  [150, 4],
  [225, 4],
  [300, 4],
  [500, 4],
  [750, 5.75],
  [1000, 5.75],
  [1500, 5.75],
  [2000, 5.75],
  [2500, 5.75],
] as const

/** Ratings of battery skids, kVA (design choice). */
const SKID_KVA = [500, 1000, 1250, 1500, 2000, 2500, 3000, 3450, 4200] as const

/** Largest single unit transformer, kVA. */
export const TRANSFORMER_MAX_KVA = 2500

/** Smallest value of a series that is not below a figure. */
function next(series: readonly number[], value: number, what: string): number {
  const found = series.find((step) => step >= value - 1e-9)
  if (found === undefined) throw new RangeError(`no ${what} for ${value}`)
  return found
}

export const nextOcpd = (current_a: number): number => next(OCPD_A, current_a, 'overcurrent device')
export const nextMccbFrame = (trip_a: number): number => next(MCCB_FRAMES_A, trip_a, 'breaker frame')
export const nextAcbFrame = (trip_a: number): number => next(ACB_FRAMES_A, trip_a, 'breaker frame')
export const nextMvFrame = (current_a: number): number => next(MV_FRAMES_A, current_a, 'MV breaker')
export const nextBus = (current_a: number): number => next(BUS_A, current_a, 'busbar')
export const nextInterrupting = (ka: number): number => next(INTERRUPTING_KA, ka, 'interrupting rating')
export const nextMvInterrupting = (ka: number): number =>
  next(MV_INTERRUPTING_KA, ka, 'MV interrupting rating')
export const nextSkid = (kva: number): number => next(SKID_KVA, kva, 'battery skid')

/** Current transformer ratio: next primary above 1.25 times the current, secondary 5 A. */
export function ctRatio(current_a: number): string {
  return `${next(CT_PRIMARY_A, current_a * 1.25, 'current transformer')}:5`
}

/** A transformer rating with its impedance. */
export interface TransformerRating {
  readonly kva: number
  readonly impedance_pct: number
}

/** Next transformer of the series. */
export function nextTransformer(kva: number): TransformerRating {
  const found = TRANSFORMERS.find(([rating]) => rating >= kva - 1e-9)
  if (found === undefined) throw new RangeError(`no transformer for ${kva} kVA`)
  return { kva: found[0], impedance_pct: found[1] }
}

/** Three-phase current, A. */
export function current3(kva: number, voltage_v: number): number {
  return (kva * 1000) / (Math.sqrt(3) * voltage_v)
}

/** Short-circuit current at the secondary terminals, kA: FLA / (Z + S_T / S_source). */
export function shortCircuitKa(rating: TransformerRating, secondary_v: number, source_mva: number): number {
  return (
    current3(rating.kva, secondary_v) / (rating.impedance_pct / 100 + rating.kva / 1000 / source_mva) / 1000
  )
}
