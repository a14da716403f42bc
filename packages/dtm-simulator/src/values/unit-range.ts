/** Lowest and highest value that is simulated. */
export type Range = readonly [low: number, high: number]

/**
 * Ranges of simulated values by UCUM unit: a plant in normal operation. Assumption throughout; they decide how a value
 * looks on a screen and nothing else. Every range can be told in 16 bits under a suitable scale.
 */
const RANGES: Readonly<Record<string, Range>> = {
  '%': [5, 95],
  '1': [0.9, 1],
  A: [1, 120],
  'A.h': [100, 280],
  By: [1e6, 4e9],
  Cel: [18, 45],
  F: [1e-6, 9e-6],
  Hz: [59.9, 60.1],
  'L/min': [100, 400],
  'L/s': [1, 12],
  Ohm: [1e5, 9e5],
  V: [220, 240],
  VA: [200, 700],
  W: [200, 700],
  Wh: [1e6, 9e6],
  cs: [1e5, 9e8],
  deg: [0, 180],
  h: [100, 9000],
  hPa: [980, 1030],
  kPa: [90, 300],
  kV: [12, 14],
  kVA: [10, 900],
  kW: [10, 900],
  kvar: [5, 50],
  'm/s': [0, 15],
  min: [10, 90],
  mm: [0, 20],
  s: [1, 30_000],
  var: [50, 500],
  varh: [1e4, 9e5],
}

/** Range of a value without a unit, or with one that the table does not list. */
const PLAIN: Range = [1, 100]

/** Range of the simulated values in a unit. */
export function rangeOf(unit: string | undefined): Range {
  return unit !== undefined && Object.hasOwn(RANGES, unit) ? (RANGES[unit] ?? PLAIN) : PLAIN
}
