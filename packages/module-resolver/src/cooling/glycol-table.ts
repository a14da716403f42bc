import type { Coolant } from '@edp/schemas'

/** Properties of a propylene-glycol mixture. */
export interface GlycolRow {
  readonly vol_pct: number
  readonly freeze_c: number
  /** kg/m3 at 40 degC. */
  readonly density_kg_m3: number
  /** kJ/kgK at 40 degC. */
  readonly specific_heat_kj_kgk: number
  /** mPas at 40 degC. */
  readonly viscosity_mpas: number
}

/**
 * Propylene glycol and water by volume. Freezing point, density, specific heat and viscosity: Melinder (2010), property
 * fit of the International Institute of Refrigeration, evaluated at 40 degC.
 */
export const GLYCOL: readonly GlycolRow[] = [
  row(25, -10.2, 1010.4, 3.961, 1.38),
  row(30, -13.3, 1014.0, 3.9, 1.61),
  row(35, -17.0, 1017.4, 3.832, 1.89),
  row(40, -21.4, 1020.6, 3.757, 2.2),
  row(45, -26.9, 1023.4, 3.676, 2.57),
  row(50, -33.5, 1025.8, 3.591, 3.0),
  row(55, -41.8, 1027.5, 3.504, 3.52),
]

/** Glycol share of the indoor technology loop in every climate, vol %: PG25, the biostatic floor (OCP). */
export const TECHNOLOGY_GLYCOL_PCT = 25

/** Expansion of PG25 from 0 to 50 degC, the range of the indoor loop, %. Same source. */
export const INDOOR_EXPANSION_PCT = 2.2

/** Water of the site's supply at 20 degC. Same source, 0 %. */
export const WATER: Coolant = {
  name: 'water',
  glycol_vol_pct: 0,
  freeze_c: 0,
  density_kg_m3: 999,
  specific_heat_kj_kgk: 4.187,
  viscosity_mpas: 1.01,
}

/** The freezing point stays at least this far below the coldest design temperature, K. */
const FREEZE_MARGIN_K = 3

/** Mixture of the outdoor loop and whether it alone protects from frost. */
export interface FreezeChoice {
  readonly glycol: GlycolRow
  readonly protects: boolean
}

/**
 * Freeze rule: the leanest mixture whose freezing point is 3 K below the extreme low; where none is, the richest, and
 * heat tracing with standby circulation has to do the rest.
 */
export function glycolFor(low_c: number): FreezeChoice {
  const enough = GLYCOL.find((g) => g.freeze_c <= low_c - FREEZE_MARGIN_K)
  return { glycol: enough ?? glycolOf(55), protects: enough !== undefined }
}

/** The row of a share that the table has. */
export function glycolOf(vol_pct: number): GlycolRow {
  const found = GLYCOL.find((g) => g.vol_pct === vol_pct)
  if (found === undefined) throw new RangeError(`no glycol mixture of ${vol_pct} vol %`)
  return found
}

/** The mixture as the site model describes a coolant. */
export function coolantOf(glycol: GlycolRow): Coolant {
  return {
    name: `PG${glycol.vol_pct}`,
    glycol_vol_pct: glycol.vol_pct,
    freeze_c: glycol.freeze_c,
    density_kg_m3: glycol.density_kg_m3,
    specific_heat_kj_kgk: glycol.specific_heat_kj_kgk,
    viscosity_mpas: glycol.viscosity_mpas,
  }
}

function row(
  vol_pct: number,
  freeze_c: number,
  density_kg_m3: number,
  specific_heat_kj_kgk: number,
  viscosity_mpas: number,
): GlycolRow {
  return { vol_pct, freeze_c, density_kg_m3, specific_heat_kj_kgk, viscosity_mpas }
}
