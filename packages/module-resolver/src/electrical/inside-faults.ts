import { LEAST_IMPEDANCE } from './transformers.ts'

/** Prospective three-phase current at a point, with its voltage. */
export interface FaultLevel {
  readonly ka: number
  readonly voltage_v: number
}

/** Copper at 75 degC over copper at 20 degC: a fault on cold conductors is the larger one. Source: 0.393 % per K. */
const HOT_OVER_COLD = 1 + 0.00393 * (75 - 20)

/**
 * Level behind a cable of some resistance at 75 degC and reactance, ohm per phase. The source counts as a reactance, which
 * leaves the most current.
 */
export function faultBehindCable(
  source: FaultLevel,
  resistance_ohm: number,
  reactance_ohm: number,
): FaultLevel {
  const perPhase = source.voltage_v / Math.sqrt(3) / 1000
  const impedance = Math.hypot(resistance_ohm / HOT_OVER_COLD, perPhase / source.ka + reactance_ohm)
  return { ka: perPhase / impedance, voltage_v: source.voltage_v }
}

/**
 * Current between a phase and the middle of the secondary over that between both phases: half the winding has less impedance than the
 * ratio of its turns alone gives. Source: point-to-point method of fuse makers for single-phase three-wire transformers.
 */
const MIDDLE_FACTOR = 1.5

/**
 * Level at the secondary terminals of a single-phase transformer between two phases, its neutral in the middle: the greater current, that
 * between one phase and neutral. `secondary_v` is the voltage to neutral. The source counts between phases with the current of a
 * three-phase fault, which leaves the most.
 */
function faultBehindSinglePhase(
  source: FaultLevel,
  { kva, impedance_pct, secondary_v }: { kva: number; impedance_pct: number; secondary_v: number },
): FaultLevel {
  const perUnit = (LEAST_IMPEDANCE * impedance_pct) / 100 + kva / (source.voltage_v * source.ka)
  return { ka: (MIDDLE_FACTOR * kva) / (2 * secondary_v) / perUnit, voltage_v: secondary_v }
}

/** Level at the secondary terminals of a transformer with the least impedance that its tolerance allows. */
export function faultBehindTransformer(
  source: FaultLevel,
  { kva, impedance_pct, secondary_v }: { kva: number; impedance_pct: number; secondary_v: number },
): FaultLevel {
  const sourceKva = Math.sqrt(3) * source.voltage_v * source.ka
  const perUnit = (LEAST_IMPEDANCE * impedance_pct) / 100 + kva / sourceKva
  return { ka: kva / (Math.sqrt(3) * secondary_v) / perUnit, voltage_v: secondary_v }
}

/** A cable between two devices, ohm per phase at 75 degC. */
export interface FaultLink {
  readonly from: string
  readonly to: string
  readonly voltage_v: number
  readonly resistance_ohm: number
  readonly reactance_ohm: number
}

/** A transformer, or a UPS with one, between what it is fed from and what it feeds. */
export interface FaultTransformer {
  readonly kva: number
  readonly impedance_pct: number
  /** Between two phases, with the neutral in the middle of its secondary. */
  readonly single_phase?: boolean
}

/**
 * Greatest level at the outgoing terminals of every device that the links reach from those of `known`. Each link is
 * followed once from each level of its start, in the order of the links.
 */
export function faultLevels(
  known: ReadonlyMap<string, FaultLevel>,
  links: readonly FaultLink[],
  transformers: ReadonlyMap<string, FaultTransformer>,
): Map<string, FaultLevel> {
  const levels = new Map(known)
  // A chain is at most as long as there are links.
  for (let pass = 0; pass < links.length; pass += 1) {
    let changed = false
    for (const link of links) {
      const source = levels.get(link.from)
      if (source === undefined) continue
      const level = arriving(source, link, links, transformers)
      if (level.ka <= (levels.get(link.to)?.ka ?? 0) + 1e-9) continue
      levels.set(link.to, level)
      changed = true
    }
    if (!changed) break
  }
  return levels
}

function arriving(
  source: FaultLevel,
  link: FaultLink,
  links: readonly FaultLink[],
  transformers: ReadonlyMap<string, FaultTransformer>,
): FaultLevel {
  const level = faultBehindCable(source, link.resistance_ohm, link.reactance_ohm)
  const transformer = transformers.get(link.to)
  const fed = links.filter((l) => l.from === link.to).map((l) => l.voltage_v)
  if (transformer === undefined || fed.length === 0) return level
  // The lowest voltage behind a single-phase one is that to its neutral, the highest behind any other that of its three-phase winding.
  return transformer.single_phase === true
    ? faultBehindSinglePhase(level, { ...transformer, secondary_v: Math.min(...fed) })
    : faultBehindTransformer(level, { ...transformer, secondary_v: Math.max(...fed) })
}
