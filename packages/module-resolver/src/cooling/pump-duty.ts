/** Losses of the technology loop at design flow other than its mains, kPa; limits that the components are bought to. */
export const TECHNOLOGY_LOSSES_KPA = {
  'nodes and quick disconnects': 120,
  'rack manifold': 25,
  'CDU heat exchanger': 40,
  'filter, dirty': 35,
  'control valve': 25,
} as const

/** Loss that the control valve of the facility loop is sized for at design flow, kPa (assumption, its share of the head). */
export const CONTROL_VALVE_KPA = 25

/** Losses of the facility loop inside the container at design flow, kPa: what PDT-101 reads (assumption, limits to buy to). */
const CONTAINER_LOSSES_KPA = {
  'CDU heat exchanger': 40,
  'control valve TCV-101': CONTROL_VALVE_KPA,
  'strainer STR-101, dirty': 15,
} as const

/** Losses of the facility loop on the heat rejection unit, kPa (assumption, limits to buy to). */
const REJECTION_LOSSES_KPA = {
  'dry cooler coil': 60,
  'strainer STR-102, dirty': 15,
  'separator AS-101': 5,
} as const

/**
 * Share of the container's flow that the facility pumps pass in addition, always, beside it (assumption: makers of small inline
 * pumps ask for 10 % of the best-efficiency flow).
 */
export const LEAST_FLOW_SHARE = 0.1

/** What the technology pumps pass beside the nodes, through the analysers, L/min (makers' range 3 to 8). */
export const SAMPLE_LPM = 5

/** Evaporator of the trim chiller, kPa (assumption). */
const TRIM_CHILLER_LOSS_KPA = 50

/** Mains of a loop, supply and return together, m; of the facility loop with its hoses (assumption). */
export const TECHNOLOGY_MAINS_M = 20
const FACILITY_MAINS_M = 30

/** Efficiency of pump and drive at the design point (assumption, small inline pumps). */
const EFFICIENCY = 0.55

/** Motor margin over shaft power, and the motor sizes that the skid takes, kW. 2.2 kW is the common frame of all pumps. */
const MOTOR_MARGIN = 1.25
const MOTORS_KW = [2.2, 3, 4, 5.5, 7.5] as const

/** What a circulation pump has to do. */
export interface PumpLoad {
  readonly flow_lpm: number
  /** Losses of the components, kPa. */
  readonly losses_kpa: readonly number[]
  readonly mains_m: number
  readonly mains_pa_per_m: number
}

/** Duty of the circulation pumps. */
export interface PumpDuty {
  readonly mains_kpa: number
  readonly head_kpa: number
  readonly shaft_kw: number
  readonly motor_kw: number
}

/**
 * Head of a loop (sum of the component losses and of its mains, the mains rounded up to whole kPa), shaft power Q dp / eta
 * and the motor.
 *
 * @throws {RangeError} when no motor of the range is large enough.
 */
export function pumpDuty({ flow_lpm, losses_kpa, mains_m, mains_pa_per_m }: PumpLoad): PumpDuty {
  const mains_kpa = Math.ceil((mains_m * mains_pa_per_m) / 1000)
  const head_kpa = losses_kpa.reduce((sum, loss) => sum + loss, mains_kpa)
  const shaft_kw = ((flow_lpm / 60_000) * head_kpa) / EFFICIENCY
  const motor_kw = MOTORS_KW.find((size) => size >= shaft_kw * MOTOR_MARGIN)
  if (motor_kw === undefined) throw new RangeError(`no pump motor for ${shaft_kw} kW`)
  return { mains_kpa, head_kpa, shaft_kw, motor_kw }
}

/** Duty of the facility pumps, and what of it is lost inside the container, kPa. */
export interface FacilityDuty {
  readonly duty: PumpDuty
  readonly container_kpa: number
}

/** Duty of the facility pumps: heat rejection unit, hoses and the container's part. */
export function facilityDuty(flow_lpm: number, mains_pa_per_m: number, trim_chiller: boolean): FacilityDuty {
  const container = Object.values(CONTAINER_LOSSES_KPA)
  const losses_kpa = [
    ...container,
    ...Object.values(REJECTION_LOSSES_KPA),
    ...(trim_chiller ? [TRIM_CHILLER_LOSS_KPA] : []),
  ]
  return {
    duty: pumpDuty({ flow_lpm, losses_kpa, mains_m: FACILITY_MAINS_M, mains_pa_per_m }),
    container_kpa: container.reduce((sum, loss) => sum + loss, 0),
  }
}
