/** A copper conductor size with its ampacities and impedance. */
export interface ConductorSize {
  /** AWG or kcmil designation as printed in the NEC. */
  readonly awg: string
  /** Cross section, mm2. */
  readonly mm2: number
  /** Ampacity at 75 degC terminations, A. NEC 2023 Table 310.16, copper, 30 degC, up to 3 conductors in a raceway. */
  readonly amps75: number
  /** Ampacity of the 90 degC column of the same table, A. */
  readonly amps90: number
  /** AC resistance at 75 degC, ohm per kilometre; NEC 2023 Chapter 9 Table 9, steel conduit column for every conduit. */
  readonly r: number
  /** Reactance, ohm per kilometre; NEC 2023 Chapter 9 Table 9. */
  readonly x: number
  /** Outer diameter of an XHHW-2 single, mm. Source: `assumption`, typical catalogue values. */
  readonly od: number
  /** Mass of an XHHW-2 single, kg per metre. Source: `assumption`, typical catalogue values. */
  readonly kg: number
}

/** ohm per 1000 ft to ohm per km. */
const KFT = 3.2808

function size(
  awg: string,
  mm2: number,
  amps75: number,
  amps90: number,
  rKft: number,
  xKft: number,
  od: number,
  kg: number,
): ConductorSize {
  return { awg, mm2, amps75, amps90, r: rKft * KFT, x: xKft * KFT, od, kg }
}

/**
 * Copper conductors, ascending. Ampacity: NEC 2023 Table 310.16. Impedance: NEC 2023 Chapter 9 Table 9; the steel conduit
 * resistance serves every conduit because published copies of the PVC column disagree, and it is the larger one.
 */
export const CONDUCTORS: readonly [ConductorSize, ...ConductorSize[]] = [
  size('14', 2.08, 20, 25, 3.1, 0.073, 3.4, 0.03),
  size('12', 3.31, 25, 30, 2.0, 0.068, 3.9, 0.04),
  size('10', 5.26, 35, 40, 1.2, 0.063, 4.5, 0.06),
  size('8', 8.37, 50, 55, 0.78, 0.065, 5.8, 0.1),
  size('6', 13.3, 65, 75, 0.49, 0.064, 6.8, 0.15),
  size('4', 21.2, 85, 95, 0.31, 0.048, 8.1, 0.23),
  size('3', 26.7, 100, 115, 0.25, 0.047, 8.7, 0.28),
  size('2', 33.6, 115, 130, 0.2, 0.045, 9.4, 0.35),
  size('1', 42.4, 130, 145, 0.16, 0.046, 11, 0.45),
  size('1/0', 53.5, 150, 170, 0.12, 0.044, 12, 0.56),
  size('2/0', 67.4, 175, 195, 0.1, 0.043, 13.2, 0.69),
  size('3/0', 85.0, 200, 225, 0.079, 0.042, 14.4, 0.86),
  size('4/0', 107.2, 230, 260, 0.063, 0.041, 15.8, 1.07),
  size('250 kcmil', 127, 255, 290, 0.054, 0.041, 17.4, 1.27),
  size('300 kcmil', 152, 285, 320, 0.045, 0.041, 18.8, 1.51),
  size('350 kcmil', 177, 310, 350, 0.039, 0.04, 20, 1.75),
  size('400 kcmil', 203, 335, 380, 0.035, 0.04, 21.2, 1.99),
  size('500 kcmil', 253, 380, 430, 0.029, 0.039, 23.3, 2.47),
]

/** Smallest size that may be laid in parallel. Source: NEC 2023, 310.10(G). */
const SMALLEST_PARALLEL_AWG = '1/0'

/** Sizes that are laid between modules: 10 AWG and larger, for mechanical strength. Source: design choice. */
export const FIELD_CONDUCTORS = CONDUCTORS.filter((c) => c.mm2 >= 5)

/** Sizes that may be laid in parallel. */
export const PARALLEL_CONDUCTORS = CONDUCTORS.slice(
  CONDUCTORS.findIndex((c) => c.awg === SMALLEST_PARALLEL_AWG),
)

/** The conductor of an AWG size. */
export function conductorOf(awg: string): ConductorSize {
  const found = CONDUCTORS.find((c) => c.awg === awg)
  if (found === undefined) throw new RangeError(`no copper conductor of size ${awg}`)
  return found
}

/** Largest table size whose copper is not more than that of a metric size, within 3 %; the safe way round. */
export function conductorForMetric(mm2: number): ConductorSize {
  return [...CONDUCTORS].reverse().find((c) => c.mm2 <= mm2 * 1.03) ?? CONDUCTORS[0]
}
