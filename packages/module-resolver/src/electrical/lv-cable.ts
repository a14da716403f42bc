import { FIELD_CONDUCTORS, PARALLEL_CONDUCTORS, type ConductorSize } from './conductor-table.ts'
import { groupingFactor, temperatureFactor90 } from './correction-factors.ts'
import { earthingOfArea, equipmentEarthing } from './earthing-conductors.ts'
import { voltageDrop } from './voltage-drop.ts'

/** Largest current of one set, A: 500 kcmil, the largest conductor that is still pulled and bent by hand. */
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
  /** Largest share of the ampacity that the design current may take, %; 100 when not given. */
  readonly utilisation_max_pct?: number
  readonly power_factor: number
  readonly ambient_c: number
  /** Current-carrying conductors of one set; each set has its own raceway. */
  readonly loaded_conductors: number
  readonly length_m: number
  readonly drop_limit_pct: number
  /** Sets are a multiple of this, e.g. one or two for each rack circuit of a battery; 1 when not given. */
  readonly sets_multiple?: number
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
  const larger = candidates(byAmpacity.sets, circuit.sets_multiple ?? 1).find(
    ([conductor, sets]) =>
      (sets > byAmpacity.sets || conductor.mm2 > byAmpacity.conductor.mm2) &&
      carries(circuit, conductor, sets) &&
      dropOf(circuit, conductor, sets).pct <= circuit.drop_limit_pct,
  )
  const [conductor, sets] = larger ?? largestCandidate(circuit, byAmpacity)
  return enlarged(cable(circuit, conductor, sets, 'voltage drop'), byAmpacity)
}

/** The earthing conductor grows with circuit conductors that are larger than ampacity asks for. */
function enlarged(chosen: LvCable, byAmpacity: LvCable): LvCable {
  const growth = chosen.conductor.mm2 / byAmpacity.conductor.mm2
  if (growth <= 1) return chosen
  return { ...chosen, earth: smaller(earthingOfArea(byAmpacity.earth.mm2 * growth), chosen.conductor) }
}

function forAmpacity(circuit: LvCircuit): LvCable {
  const step = circuit.sets_multiple ?? 1
  const fewest = Math.ceil(leastAmpacity(circuit) / SINGLE_SET_MAX_A / step) * step
  for (let sets = fewest; ; sets += step) {
    const conductor = sizesFor(sets).find((c) => carries(circuit, c, sets))
    if (conductor !== undefined) return cable(circuit, conductor, sets, 'ampacity')
  }
}

/** The conductor sizes that a circuit of so many sets may have. */
function sizesFor(sets: number): readonly ConductorSize[] {
  return sets === 1 ? FIELD_CONDUCTORS : PARALLEL_CONDUCTORS
}

/** Largest overcurrent device of small conductors, A. Source: NEC 2023, 240.4(D). */
export const SMALL_CONDUCTOR_MAX_A: Readonly<Record<string, number>> = { '14': 15, '12': 20, '10': 30 }

function carries(circuit: LvCircuit, conductor: ConductorSize, sets: number): boolean {
  return (
    circuit.required_a <= (SMALL_CONDUCTOR_MAX_A[conductor.awg] ?? Number.POSITIVE_INFINITY) &&
    deratedAmpacity(conductor, circuit.ambient_c, circuit.loaded_conductors) * sets >= leastAmpacity(circuit)
  )
}

/** What the cable has to carry by its overcurrent device and by its share for the design current, A. */
function leastAmpacity({ required_a, design_current_a, utilisation_max_pct = 100 }: LvCircuit): number {
  return Math.max(required_a, (100 * design_current_a) / utilisation_max_pct)
}

function candidates(fewestSets: number, step: number): (readonly [ConductorSize, number])[] {
  const steps = Math.max(Math.floor((DROP_SETS_MAX - fewestSets) / step), 0) + 1
  const counts = Array.from({ length: steps }, (_, i) => fewestSets + i * step)
  return counts.flatMap((sets) => sizesFor(sets).map((conductor) => [conductor, sets] as const))
}

function largestCandidate(circuit: LvCircuit, byAmpacity: LvCable): readonly [ConductorSize, number] {
  const last = candidates(byAmpacity.sets, circuit.sets_multiple ?? 1).at(-1)
  return last ?? [byAmpacity.conductor, byAmpacity.sets]
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
    // Each rack circuit of a battery has its own fuse, and its earthing conductor follows that one.
    earth: smaller(equipmentEarthing(circuit.required_a / (circuit.sets_multiple ?? 1)), conductor),
    governed_by,
  }
}

/** An earthing conductor need not be larger than the circuit conductors (NEC 2023, 250.122(A)). */
function smaller(earth: LvCable['earth'], conductor: ConductorSize): LvCable['earth'] {
  return earth.mm2 <= conductor.mm2 ? earth : { awg: conductor.awg, mm2: conductor.mm2 }
}
