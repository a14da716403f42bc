import { glycolOf } from './glycol-table.ts'

/** Temperature that the facility loop is filled at by a cart, degC (a mild day). */
export const FILL_C = 20

/** Hottest that a loop is taken to be, degC: it stands after a stop, the exchanger still warm. */
export const HOT_C = 60

/** A temperature, degC, and the density there, kg/m3. */
type Density = readonly [temperature_c: number, density_kg_m3: number]

/**
 * Densities of the mixtures of `GLYCOL` near their freezing point, when filled and when hot. Melinder (2010), as the property fit
 * of the International Institute of Refrigeration gives them for the mixture that has the density of the table at 40 degC.
 */
const DENSITIES: Readonly<Record<number, readonly Density[]>> = {
  25: densities(-10, 1028.7, 1019.9, 998.8),
  30: densities(-13, 1036, 1024.5, 1001.6),
  35: densities(-15, 1043, 1028.9, 1004.2),
  40: densities(-20, 1050.8, 1033, 1006.7),
  45: densities(-25, 1058.2, 1036.5, 1008.9),
  50: densities(-30, 1065.1, 1039.6, 1010.8),
  55: densities(-40, 1072.2, 1041.8, 1012.1),
}

/**
 * Growth of a mixture between two temperatures, % of its colder volume; the parabola through its densities is within 0.8 kg/m3
 * of the source.
 *
 * @throws {RangeError} for a share that the table of glycols does not have.
 */
export function expansionPct(from_c: number, to_c: number, vol_pct: number): number {
  return (densityAt(from_c, vol_pct) / densityAt(to_c, vol_pct) - 1) * 100
}

function densityAt(temperature_c: number, vol_pct: number): number {
  const points = DENSITIES[glycolOf(vol_pct).vol_pct] ?? []
  return points.reduce((sum, [at_c, density]) => {
    const others = points.filter(([other_c]) => other_c !== at_c)
    return (
      sum + others.reduce((part, [other_c]) => (part * (temperature_c - other_c)) / (at_c - other_c), density)
    )
  }, 0)
}

function densities(cold_c: number, cold: number, filled: number, hot: number): readonly Density[] {
  return [
    [cold_c, cold],
    [FILL_C, filled],
    [HOT_C, hot],
  ]
}
