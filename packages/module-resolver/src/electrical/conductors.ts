/** A copper conductor size. */
export interface Conductor {
  readonly awg: string
  readonly mm2: number
  /** Ampacity, A, of the 75 and 90 degC columns, at most 3 current-carrying conductors in raceway, 30 degC. */
  readonly a75: number
  readonly a90: number
  /** Resistance at 75 degC and reactance in conduit, ohm/km. */
  readonly r_ohm_km: number
  readonly x_ohm_km: number
  /** Diameter and mass of an insulated 600 V single conductor, typical catalogue (assumption). */
  readonly od_mm: number
  readonly kg_m: number
}

const KFT_TO_KM = 3.2808

const c = (
  awg: string,
  mm2: number,
  a75: number,
  a90: number,
  r_kft: number,
  x_kft: number,
  od_mm: number,
  kg_m: number,
): Conductor => ({
  awg,
  mm2,
  a75,
  a90,
  r_ohm_km: r_kft * KFT_TO_KM,
  x_ohm_km: x_kft * KFT_TO_KM,
  od_mm,
  kg_m,
})

/** Copper conductors: ampacities NEC 2023 Table 310.16, impedances NEC Chapter 9 Table 9 (conservative column for all conduits). */
export const CONDUCTORS: readonly Conductor[] = [
  c('10', 5.26, 35, 40, 1.2, 0.05, 5.5, 0.06),
  c('8', 8.37, 50, 55, 0.78, 0.052, 6.8, 0.1),
  c('6', 13.3, 65, 75, 0.49, 0.051, 7.8, 0.15),
  c('4', 21.2, 85, 95, 0.31, 0.048, 9, 0.23),
  c('2', 33.6, 115, 130, 0.2, 0.045, 10.6, 0.36),
  c('1', 42.4, 130, 145, 0.16, 0.046, 12, 0.45),
  c('1/0', 53.5, 150, 170, 0.12, 0.044, 14.5, 0.55),
  c('2/0', 67.4, 175, 195, 0.1, 0.043, 16.5, 0.75),
  c('3/0', 85, 200, 225, 0.079, 0.042, 18.5, 0.9),
  c('4/0', 107.2, 230, 260, 0.063, 0.041, 20.5, 1.15),
  c('250', 127, 255, 290, 0.054, 0.041, 22, 1.35),
  c('300', 152, 285, 320, 0.045, 0.041, 23, 1.6),
  c('350', 177, 310, 350, 0.039, 0.04, 25, 1.85),
  c('400', 203, 335, 380, 0.035, 0.04, 26.5, 2.1),
  c('500', 253, 380, 430, 0.029, 0.039, 29, 2.6),
]

/** Ambient correction of the 90 degC column, NEC Table 310.15(B)(1). */
export const AMBIENT_FACTOR_90: Readonly<Record<number, number>> = { 30: 1, 40: 0.91, 50: 0.82 }

/** Equipment earthing conductor by overcurrent device, copper, NEC Table 250.122. */
const EARTHING: readonly (readonly [ocpd_a: number, awg: string, mm2: number])[] = [
  [20, '12', 3.31],
  [60, '10', 5.26],
  [100, '8', 8.37],
  [200, '6', 13.3],
  [300, '4', 21.2],
  [400, '3', 26.7],
  [500, '2', 33.6],
  [600, '1', 42.4],
  [800, '1/0', 53.5],
  [1000, '2/0', 67.4],
  [1200, '3/0', 85],
  [1600, '4/0', 107.2],
  [2000, '250', 127],
  [2500, '350', 177],
  [3000, '400', 203],
  [4000, '500', 253],
  [5000, '700', 355],
  [6000, '800', 405],
]

/** Equipment earthing conductor for an overcurrent device. */
export function earthingConductor(ocpd_a: number): { readonly awg: string; readonly mm2: number } {
  const [, awg, mm2] = EARTHING.find(([limit]) => limit >= ocpd_a) ?? [0, '800', 405]
  return { awg, mm2 }
}

/** Medium-voltage cable 15 kV, 133 %, copper, in duct, 90 degC (NEC 311.60(C) family); at least 250 kcmil for 25 kA in 0.5 s. */
export const MV_CABLES = [
  { awg: '250', mm2: 127, a: 325, r_ohm_km: 0.178, x_ohm_km: 0.134, od_mm: 34, kg_m: 2.1 },
  { awg: '350', mm2: 177, a: 390, r_ohm_km: 0.128, x_ohm_km: 0.128, od_mm: 37, kg_m: 2.7 },
  { awg: '500', mm2: 253, a: 465, r_ohm_km: 0.095, x_ohm_km: 0.122, od_mm: 42, kg_m: 3.6 },
  { awg: '750', mm2: 380, a: 565, r_ohm_km: 0.069, x_ohm_km: 0.115, od_mm: 46.5, kg_m: 5.0 },
] as const
