import { CONDUCTORS, PARALLEL_CONDUCTORS, type ConductorSize } from './conductor-table.ts'
import { groupingFactor, temperatureFactor90 } from './correction-factors.ts'
import { equipmentEarthing } from './earthing-conductors.ts'
import { voltageDrop } from './voltage-drop.ts'

/** Up to this current a single conductor per phase is used, A: the largest that electricians still pull and bend. */
const SINGLE_SET_MAX_A = 380

/** More sets than this are not pulled for voltage drop alone. */
const DROP_SETS_MAX = 12

/** Circuit that a low-voltage cable must carry. */
export interface LvCircuit {
  readonly phases: '3ph' | '1ph' | 'dc'
  readonly voltage_v: number
  readonly design_current_a: number
  /** Current that the conductors must be good for: rating or setting of their overcurrent device. */
  readonly required_a: number
  readonly power_factor: number
  readonly ambient_c: number
  /** Current-carrying conductors of one set; each set has its own raceway. */
  readonly loaded_conductors: number
  readonly length_m: number
  readonly drop_limit_pct: number
  /** Fewest sets, e.g. one per battery rack circuit. */
  readonly sets_min?: number
}

/** The cable that was chosen for a circuit. */
export interface LvCable {
  readonly conductor: ConductorSize
  readonly sets: number
  readonly temperature_factor: number
  readonly grouping_factor: number
  readonly ampacity_base_a: number
  readonly ampacity_derated_a: number
  readonly drop_v: number
  readonly drop_pct: number
  readonly earth: { readonly awg: string; readonly mm2: number }
  /** What decided the size. */
  readonly governed_by: 'ampacity' | 'voltage drop'
}

/** Ampacity of one conductor: 90 degC column derated, never above the 75 degC column of its terminations. */
export function deratedAmpacity(conductor: ConductorSize, ambientC: number, loaded: number): number {
  return Math.min(conductor.amps90 * temperatureFactor90(ambientC) * groupingFactor(loaded), conductor.amps75)
}

/**
 * Sizes a copper cable: first for ampacity, with sets in parallel (1/0 AWG and larger only) where one conductor is not
 * enough, then larger until the voltage drop limit holds. When no size within reach holds the limit the largest is
 * returned; its drop shows it.
 */
export function sizeLvCable(circuit: LvCircuit): LvCable {
  const byAmpacity = forAmpacity(circuit)
  if (byAmpacity.drop_pct <= circuit.drop_limit_pct) return byAmpacity
  const larger = candidates(byAmpacity.sets).find(
    ([conductor, sets]) =>
      (sets > byAmpacity.sets || conductor.mm2 > byAmpacity.conductor.mm2) &&
      carries(circuit, conductor, sets) &&
      dropOf(circuit, conductor, sets).pct <= circuit.drop_limit_pct,
  )
  const [conductor, sets] = larger ?? largestCandidate(byAmpacity.sets)
  return cable(circuit, conductor, sets, 'voltage drop')
}

function forAmpacity(circuit: LvCircuit): LvCable {
  const fewest = Math.max(circuit.sets_min ?? 1, Math.ceil(circuit.required_a / SINGLE_SET_MAX_A))
  for (let sets = fewest; ; sets += 1) {
    const sizes = sets === 1 ? CONDUCTORS : PARALLEL_CONDUCTORS
    const conductor = sizes.find((c) => carries(circuit, c, sets))
    if (conductor !== undefined) return cable(circuit, conductor, sets, 'ampacity')
  }
}

function carries(circuit: LvCircuit, conductor: ConductorSize, sets: number): boolean {
  return deratedAmpacity(conductor, circuit.ambient_c, circuit.loaded_conductors) * sets >= circuit.required_a
}

function candidates(fewestSets: number): (readonly [ConductorSize, number])[] {
  const counts = Array.from({ length: Math.max(DROP_SETS_MAX - fewestSets, 0) + 1 }, (_, i) => fewestSets + i)
  return counts.flatMap((sets) =>
    (sets === 1 ? CONDUCTORS : PARALLEL_CONDUCTORS).map((conductor) => [conductor, sets] as const),
  )
}

function largestCandidate(fewestSets: number): readonly [ConductorSize, number] {
  const [largest] = PARALLEL_CONDUCTORS.slice(-1)
  return [largest ?? CONDUCTORS[0], Math.max(fewestSets, DROP_SETS_MAX)]
}

function dropOf(circuit: LvCircuit, conductor: ConductorSize, sets: number): { volt: number; pct: number } {
  return voltageDrop({
    phases: circuit.phases,
    voltage_v: circuit.voltage_v,
    current_a: circuit.design_current_a,
    length_m: circuit.length_m,
    power_factor: circuit.power_factor,
    resistance_ohm_per_km: conductor.r / sets,
    reactance_ohm_per_km: conductor.x / sets,
  })
}

function cable(
  circuit: LvCircuit,
  conductor: ConductorSize,
  sets: number,
  governed_by: LvCable['governed_by'],
): LvCable {
  const drop = dropOf(circuit, conductor, sets)
  return {
    conductor,
    sets,
    temperature_factor: temperatureFactor90(circuit.ambient_c),
    grouping_factor: groupingFactor(circuit.loaded_conductors),
    ampacity_base_a: conductor.amps90 * sets,
    ampacity_derated_a: deratedAmpacity(conductor, circuit.ambient_c, circuit.loaded_conductors) * sets,
    drop_v: drop.volt,
    drop_pct: drop.pct,
    earth: equipmentEarthing(circuit.required_a),
    governed_by,
  }
}
