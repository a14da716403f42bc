import { AMBIENT_FACTOR_90, CONDUCTORS, earthingConductor, type Conductor } from './conductors.ts'

/** A circuit that a cable is sized for. */
export interface CableTask {
  readonly design_a: number
  readonly ocpd_a: number
  readonly voltage_v: number
  readonly phases: '3ph' | 'dc'
  readonly power_factor: number
  readonly length_m: number
  readonly ambient_c: number
  readonly grouping_factor: number
  readonly drop_limit_pct: number
}

/** A sized low-voltage cable: sets in parallel, one conduit each. */
export interface SizedCable {
  readonly conductor: Conductor
  readonly sets: number
  readonly earth: { readonly awg: string; readonly mm2: number }
  readonly temperature_factor: number
  readonly ampacity_base_a: number
  readonly ampacity_derated_a: number
  readonly drop_v: number
  readonly drop_pct: number
  readonly within_limit: boolean
}

/** Above this current a circuit gets parallel sets of at most 500 kcmil (practical limit of a single conductor). */
const SINGLE_SET_MAX_A = 420
const PER_SET_A = 380
/** Parallel conductors are 1/0 AWG or larger, NEC 310.10(G). */
const PARALLEL_MIN_MM2 = 53.5
const SETS_MAX = 16

/**
 * Sizes a copper cable: the derated 90 degC ampacity, capped by the 75 degC column of the terminations (NEC 110.14(C)),
 * is at least the overcurrent device; then larger sizes until the voltage drop is within its limit.
 *
 * @throws {RangeError} when even the largest parallel circuit cannot carry the current.
 */
export function sizeCable(task: CableTask): SizedCable {
  const least = task.ocpd_a > SINGLE_SET_MAX_A ? Math.ceil(task.ocpd_a / PER_SET_A) : 1
  let fallback: SizedCable | undefined
  for (let sets = least; sets <= SETS_MAX; sets += 1) {
    for (const conductor of CONDUCTORS) {
      if (sets > 1 && conductor.mm2 < PARALLEL_MIN_MM2) continue
      const sized = tryCable(task, conductor, sets)
      if (sized === null) continue
      if (sized.within_limit) return sized
      fallback ??= sized
      if (sets > least + 1) break
    }
    if (fallback !== undefined && sets > least + 1) break
  }
  if (fallback === undefined) throw new RangeError(`no cable for ${task.ocpd_a} A`)
  return fallback
}

function tryCable(task: CableTask, conductor: Conductor, sets: number): SizedCable | null {
  const temperature_factor = AMBIENT_FACTOR_90[task.ambient_c] ?? 0.82
  const derated = Math.min(conductor.a90 * temperature_factor * task.grouping_factor, conductor.a75) * sets
  if (derated < task.ocpd_a) return null
  const { drop_v, drop_pct } = voltageDrop(task, conductor, sets)
  return {
    conductor,
    sets,
    temperature_factor,
    earth: earthingConductor(task.ocpd_a),
    ampacity_base_a: conductor.a90 * sets,
    ampacity_derated_a: derated,
    drop_v,
    drop_pct,
    within_limit: drop_pct <= task.drop_limit_pct,
  }
}

/** Voltage drop b I L (R cos + X sin), b = sqrt 3 for three phases and 2 for DC. */
export function voltageDrop(
  task: Pick<CableTask, 'design_a' | 'length_m' | 'voltage_v' | 'phases' | 'power_factor'>,
  conductor: Pick<Conductor, 'r_ohm_km' | 'x_ohm_km'>,
  sets: number,
): { readonly drop_v: number; readonly drop_pct: number } {
  const dc = task.phases === 'dc'
  const sine = dc ? 0 : Math.sqrt(1 - task.power_factor ** 2)
  const impedance = dc
    ? conductor.r_ohm_km
    : conductor.r_ohm_km * task.power_factor + conductor.x_ohm_km * sine
  const drop_v = (dc ? 2 : Math.sqrt(3)) * (task.design_a / sets) * (task.length_m / 1000) * impedance
  return { drop_v, drop_pct: (100 * drop_v) / task.voltage_v }
}
