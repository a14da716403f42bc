import type { EnergySupply } from '@edp/schemas'

/** Short-circuit power of the utility at 13.8 kV, MVA. Source: `assumption` until the utility confirms it. */
export const UTILITY_MVA = 500

/** Subtransient reactance of a generating plant, per unit. Source: `assumption`, typical of 2- and 4-pole machines. */
const GENERATOR_XD = 0.15

/**
 * Most short-circuit power that a plant feeds into one block, MVA. Source: `assumption`: a large plant feeds a block over
 * a station transformer or a reactor that limits it.
 */
const PLANT_MVA_MAX = 300

/** Fault current of inverters over their rated current. Source: `assumption`, makers' data. */
const INVERTER_FAULT = 1.2

/** Short-circuit power of a supply of a rating, MVA. */
export function supplyMva(kind: EnergySupply['kind'], ratedKva: number): number {
  switch (kind) {
    case 'utility':
      return UTILITY_MVA
    case 'solar':
      return inverterMva(ratedKva)
    case 'generator':
    case 'nuclear':
      return Math.min(ratedKva / 1000 / GENERATOR_XD, PLANT_MVA_MAX)
  }
}

/** The machine behind a supply of a rating, kVA; null for a utility and for inverters. */
export function machineOf(kind: EnergySupply['kind'], ratedKva: number): EnergySupply['machine'] {
  return kind === 'generator' || kind === 'nuclear'
    ? { rating_kva: Math.round(ratedKva), reactance_pu: GENERATOR_XD }
    : null
}

/** Short-circuit power of inverters, MVA. */
function inverterMva(ratedKva: number): number {
  return (INVERTER_FAULT * ratedKva) / 1000
}

/**
 * Short-circuit power at the medium-voltage bus, MVA, from the powers of its supplies: all that can be connected at once. Where the grid is backup only,
 * utility and on-site source are interlocked, so the stronger of them counts; otherwise they may run in parallel.
 */
export function busMva(powers: readonly number[], interlocked: boolean, inverterKva: number): number {
  const sources = interlocked ? Math.max(0, ...powers) : powers.reduce((sum, mva) => sum + mva, 0)
  return sources + inverterMva(inverterKva)
}
