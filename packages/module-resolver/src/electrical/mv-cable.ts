import { voltageDrop } from './voltage-drop.ts'

/** A medium-voltage copper cable size. */
export interface MvConductor {
  readonly awg: string
  readonly mm2: number
  /** Ampacity in an underground duct, 90 degC conductor, 20 degC earth, A. */
  readonly amps: number
  /** Resistance at 90 degC, ohm per km. */
  readonly r: number
  readonly x: number
  readonly od: number
  readonly kg: number
}

/**
 * 15 kV, 133 % insulation, MV-105 or MV-90 copper, one three-phase circuit per duct. Ampacity: `assumption`, the family of
 * NEC 2023 Table 311.60(C)(77), to be confirmed with the maker; impedance after NEC Chapter 9 Table 9 at 90 degC;
 * diameter and mass: `assumption`, typical catalogue values. 2 AWG is the least at 15 kV (NEC 2023, Table 315.12(B)).
 */
const MV_CONDUCTORS: readonly [MvConductor, ...MvConductor[]] = [
  { awg: '2', mm2: 33.6, amps: 155, r: 0.66, x: 0.15, od: 23, kg: 0.85 },
  { awg: '1/0', mm2: 53.5, amps: 200, r: 0.41, x: 0.14, od: 25, kg: 1.1 },
  { awg: '2/0', mm2: 67.4, amps: 230, r: 0.33, x: 0.135, od: 26, kg: 1.25 },
  { awg: '4/0', mm2: 107.2, amps: 295, r: 0.21, x: 0.125, od: 29, kg: 1.75 },
  { awg: '250 kcmil', mm2: 127, amps: 325, r: 0.178, x: 0.122, od: 31, kg: 2.0 },
  { awg: '350 kcmil', mm2: 177, amps: 390, r: 0.128, x: 0.117, od: 34, kg: 2.6 },
  { awg: '500 kcmil', mm2: 253, amps: 465, r: 0.092, x: 0.111, od: 38, kg: 3.5 },
  { awg: '750 kcmil', mm2: 380, amps: 565, r: 0.064, x: 0.105, od: 43, kg: 4.9 },
]

/** Short-circuit constant of copper with XLPE insulation, A s^0.5 / mm2. Source: IEC 60364-5-54. */
const K_COPPER_XLPE = 143

/** Clearing time that a medium-voltage cable must stand, s. Source: `assumption`, time-overcurrent back-up. */
const MV_CLEARING_TIME_S = 0.5

/** The medium-voltage cable that was chosen for a circuit. */
export interface MvCable {
  readonly conductor: MvConductor
  readonly sets: number
  readonly temperature_factor: number
  readonly ampacity_base_a: number
  readonly ampacity_derated_a: number
  readonly drop_v: number
  readonly drop_pct: number
  readonly fault_minimum_mm2: number
}

function faultMinimumMm2(faultKa: number): number {
  return (faultKa * 1000 * Math.sqrt(MV_CLEARING_TIME_S)) / K_COPPER_XLPE
}

function groundFactor(groundC: number): number {
  return Math.sqrt((90 - groundC) / (90 - 20))
}

/** What the smallest cable carries that stands a fault current, kA, in ground of a temperature, A. */
export function leastMvAmpacity(groundC: number, faultKa: number): number {
  const smallest = MV_CONDUCTORS.find((c) => c.mm2 >= faultMinimumMm2(faultKa))
  return (smallest?.amps ?? 0) * groundFactor(groundC)
}

/**
 * Sizes a 13.8 kV copper cable in duct: for the fault current of the switchgear during the clearing time, then for
 * ampacity at the ground temperature, with sets in parallel where one is not enough.
 */
export function sizeMvCable(circuit: {
  readonly voltage_v: number
  /** Pick-up of its relay: what the cable must carry. */
  readonly current_a: number
  /** Load current, for the voltage drop. */
  readonly load_a: number
  readonly power_factor: number
  readonly ground_c: number
  readonly length_m: number
  readonly fault_ka: number
}): MvCable {
  const faultMinimum = faultMinimumMm2(circuit.fault_ka)
  const factor = groundFactor(circuit.ground_c)
  const strong = MV_CONDUCTORS.filter((c) => c.mm2 >= faultMinimum)
  for (let sets = 1; ; sets += 1) {
    const conductor = strong.find((c) => c.amps * factor * sets >= circuit.current_a)
    if (conductor === undefined) continue
    const drop = voltageDrop({
      phases: '3ph',
      voltage_v: circuit.voltage_v,
      current_a: circuit.load_a,
      length_m: circuit.length_m,
      power_factor: circuit.power_factor,
      resistance_ohm_per_km: conductor.r / sets,
      reactance_ohm_per_km: conductor.x / sets,
    })
    return {
      conductor,
      sets,
      temperature_factor: factor,
      ampacity_base_a: conductor.amps * sets,
      ampacity_derated_a: conductor.amps * factor * sets,
      drop_v: drop.volt,
      drop_pct: drop.pct,
      fault_minimum_mm2: faultMinimum,
    }
  }
}
