/** Losses of the technology loop at design flow other than its mains, kPa; limits that the components are bought to. */
const COMPONENT_LOSSES_KPA = {
  'nodes and quick disconnects': 120,
  'rack manifold': 25,
  'CDU heat exchanger': 40,
  'filter, dirty': 35,
  'control valve': 25,
} as const

/** Mains of the technology loop, supply and return together, m. */
const MAINS_M = 20

/** Efficiency of pump and drive at the design point (assumption, small inline pumps). */
const EFFICIENCY = 0.55

/** Motor margin over shaft power, and the motor sizes that the skid takes, kW. 2.2 kW is the common frame of all pumps. */
const MOTOR_MARGIN = 1.25
const MOTORS_KW = [2.2, 3, 4, 5.5, 7.5] as const

/** Duty of the circulation pumps. */
export interface PumpDuty {
  readonly mains_kpa: number
  readonly head_kpa: number
  readonly shaft_kw: number
  readonly motor_kw: number
}

/**
 * Head of the technology loop (sum of the component losses and of 20 m of mains, the mains rounded up to whole kPa),
 * shaft power Q dp / eta and the motor.
 *
 * @throws {RangeError} when no motor of the range is large enough.
 */
export function pumpDuty(flow_lpm: number, mains_pa_per_m: number): PumpDuty {
  const mains_kpa = Math.ceil((MAINS_M * mains_pa_per_m) / 1000)
  const head_kpa = Object.values(COMPONENT_LOSSES_KPA).reduce((sum, loss) => sum + loss, mains_kpa)
  const shaft_kw = ((flow_lpm / 60_000) * head_kpa) / EFFICIENCY
  const motor_kw = MOTORS_KW.find((size) => size >= shaft_kw * MOTOR_MARGIN)
  if (motor_kw === undefined) throw new RangeError(`no pump motor for ${shaft_kw} kW`)
  return { mains_kpa, head_kpa, shaft_kw, motor_kw }
}
