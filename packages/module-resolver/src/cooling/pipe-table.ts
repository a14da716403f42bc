/** A stainless steel pipe size. */
export interface PipeSize {
  readonly dn: number
  readonly inner_diameter_mm: number
  /** Greatest flow, L/min. */
  readonly max_flow_lpm: number
}

/**
 * Stainless pipe, outer diameters of ISO 1127 with 2.0 mm wall (EN 10217-7). The greatest flow is the lesser of 1.2 m/s
 * up to DN50 (ASHRAE Handbook practice), 1.8 m/s up to DN100 and 2.4 m/s above, and of 400 Pa/m with PG25 at 40 degC.
 */
export const PIPES: readonly PipeSize[] = [
  { dn: 25, inner_diameter_mm: 29.7, max_flow_lpm: 38 },
  { dn: 32, inner_diameter_mm: 38.4, max_flow_lpm: 75 },
  { dn: 40, inner_diameter_mm: 44.3, max_flow_lpm: 110 },
  { dn: 50, inner_diameter_mm: 56.3, max_flow_lpm: 179 },
  { dn: 65, inner_diameter_mm: 72.1, max_flow_lpm: 405 },
  { dn: 80, inner_diameter_mm: 84.9, max_flow_lpm: 611 },
  { dn: 100, inner_diameter_mm: 110.3, max_flow_lpm: 1032 },
  { dn: 125, inner_diameter_mm: 135.7, max_flow_lpm: 2083 },
  { dn: 150, inner_diameter_mm: 164.3, max_flow_lpm: 3053 },
  { dn: 200, inner_diameter_mm: 215.1, max_flow_lpm: 5233 },
  { dn: 250, inner_diameter_mm: 269.0, max_flow_lpm: 8184 },
]

/** Hoses smaller than this serve one node each; larger ones are mains. */
export const MAIN_HOSE_DN_MIN = 32

/** Mains are at least DN50, so that every variant takes the same spare parts; DN65 from 50 % glycol on (viscosity). */
export const MAIN_DN_MIN = 50
export const VISCOUS_MAIN_DN_MIN = 65
export const VISCOUS_GLYCOL_PCT = 50

/**
 * Smallest pipe that carries a flow and is not below a size.
 *
 * @throws {RangeError} when the flow is above the largest pipe's.
 */
export function pipeFor(flow_lpm: number, dn_min: number): PipeSize {
  const found = PIPES.find((p) => p.dn >= dn_min && p.max_flow_lpm >= flow_lpm)
  if (found === undefined) throw new RangeError(`no pipe carries ${flow_lpm} L/min`)
  return found
}

/** Greatest velocity in hoses that the pipe table does not list, m/s. Source: `assumption`, quick-disconnect data. */
const SMALL_HOSE_VELOCITY_M_S = 3

/** A hose of a nominal size: its bore is the nominal size, its greatest flow that of the pipe of the same size. */
export function hoseOf(dn: number): PipeSize {
  const area_m2 = (Math.PI / 4) * (dn / 1000) ** 2
  const pipe = PIPES.find((p) => p.dn === dn)
  return {
    dn,
    inner_diameter_mm: dn,
    max_flow_lpm: pipe?.max_flow_lpm ?? SMALL_HOSE_VELOCITY_M_S * area_m2 * 60_000,
  }
}

/**
 * Water pipe of HDPE SDR11 by nominal size, outer diameter and wall, mm, and greatest flow at 1.2 m/s, L/min. Source: EN 12201-2, whose
 * wall of 32 mm is 3.0 mm, not the 2.9 mm of the ratio.
 */
const PLASTIC_PIPES = [{ dn: 25, outer_diameter_mm: 32, wall_mm: 3, max_flow_lpm: 38 }] as const

/**
 * The water pipe of a nominal size.
 *
 * @throws {RangeError} when none of that size is listed.
 */
export function plasticPipeOf(dn: number): PipeSize {
  const { outer_diameter_mm, wall_mm, max_flow_lpm } = plasticOf(dn)
  return { dn, inner_diameter_mm: outer_diameter_mm - 2 * wall_mm, max_flow_lpm }
}

/**
 * What a water pipe of a nominal size is ordered as.
 *
 * @throws {RangeError} when none of that size is listed.
 */
export function plasticPipeType(dn: number): string {
  const { outer_diameter_mm, wall_mm } = plasticOf(dn)
  return `HDPE pipe SDR11, ${outer_diameter_mm} x ${wall_mm.toFixed(1)} mm`
}

function plasticOf(dn: number): (typeof PLASTIC_PIPES)[number] {
  const found = PLASTIC_PIPES.find((p) => p.dn === dn)
  if (found === undefined) throw new RangeError(`no water pipe of DN${dn}`)
  return found
}

/** The row of a nominal size. */
export function pipeOf(dn: number): PipeSize {
  const found = PIPES.find((p) => p.dn === dn)
  if (found === undefined) throw new RangeError(`no pipe of DN${dn}`)
  return found
}
