import { roundTo, type BlockElectrical, type Breaker, type EarthFault } from '@edp/schemas'

import { STEP_S } from './grading.ts'
import { earthCore } from './instrument-transformers.ts'
import { NEUTRAL_A } from './neutral-current.ts'
import type { Duty } from './protection-functions.ts'

/**
 * Pick-ups of what measures an earth fault: current over that which the neutral resistor lets flow, voltage over that between phase and
 * earth. A fifth sees faults up to four fifths of a winding from its neutral. Source: `assumption` within IEEE C37.101 and IEEE 142
 * practice, the study sets them.
 */
const CURRENT_SHARE = 0.2
const VOLTAGE_PCT = { '59N': 10, '64': 20 } as const

/**
 * Least pick-up of the sum of phase cores over their primary current: below it the cores' own errors look like an earth fault. Source:
 * `assumption`, makers' data. Only an incomer of a utility measures so, whose earth faults are of the order of its short circuits.
 */
const RESIDUAL_SHARE = 0.1

/** How each duty measures an earth fault: over a core around its cable, in a neutral, or as the sum of its phase cores. */
type Measured = 'core balance' | 'neutral' | 'residual'

/**
 * Times of 51G and 51N, s: a transformer's cable before the sources of its bus, they before what earths it, so that one fault takes out
 * one circuit. 59N sees every earth fault of the bus and is last. Source: `assumption`, IEEE 242 for the step; the study confirms them.
 */
const EARTH_FAULT = {
  skid_primary: { measured: 'core balance', delay_s: STEP_S },
  transformer: { measured: 'core balance', delay_s: 2 * STEP_S },
  collector: { measured: 'core balance', delay_s: 2 * STEP_S },
  plant: { measured: 'core balance', delay_s: 2 * STEP_S },
  plant_beside_battery: { measured: 'core balance', delay_s: 2 * STEP_S },
  utility: { measured: 'residual', delay_s: 3 * STEP_S },
  utility_no_export: { measured: 'residual', delay_s: 3 * STEP_S },
  generator: { measured: 'neutral', delay_s: 3 * STEP_S },
  earthing: { measured: 'neutral', delay_s: 3 * STEP_S },
} as const satisfies Partial<Record<Duty, { readonly measured: Measured; readonly delay_s: number }>>

/** Duties of medium-voltage breakers. */
export type MvDuty = keyof typeof EARTH_FAULT

/** Times of what sees an earth fault in the voltage, s: 64 of a skid's own winding, 59N after all that measures current. */
const VOLTAGE_S = { '59N': 4 * STEP_S, '64': STEP_S } as const

/** Time of 59N, s. */
export const LAST_S = roundTo(VOLTAGE_S['59N'], 1)

/** Greatest time of 51G of what hangs on a bus beside the source that earths it, s. */
export const BEHIND_S = roundTo(EARTH_FAULT.collector.delay_s, 1)

/** Pick-up of 51G, A. */
const EARTH_PICKUP_A = roundTo(CURRENT_SHARE * NEUTRAL_A, 0)

/** Earth-fault protection of a medium-voltage breaker whose phase cores have a primary current, A. */
export function earthFaultOf(duty: MvDuty, primaryA: number): EarthFault {
  const { measured, delay_s } = EARTH_FAULT[duty]
  const residual = measured === 'residual'
  return {
    function: residual ? '51N' : '51G',
    pickup_a: residual ? Math.max(EARTH_PICKUP_A, roundTo(RESIDUAL_SHARE * primaryA, 0)) : EARTH_PICKUP_A,
    delay_s: roundTo(delay_s, 1),
    core_balance_ct: measured === 'core balance' ? earthCore() : null,
  }
}

/** Breakers of a block with relays of their own, those of the skids included. */
function breakersOf({
  supplies,
  transformers,
  bess_branches,
  earthing_transformer,
}: BlockElectrical): Breaker[] {
  return [
    ...supplies.map(({ breaker }) => breaker),
    ...transformers.map(({ primary_breaker }) => primary_breaker),
    ...bess_branches.flatMap(({ breaker, units }) => [
      breaker,
      ...units.flatMap((unit) => [unit.ac_breaker, unit.ring_main.breaker]),
    ]),
    ...(earthing_transformer === null ? [] : [earthing_transformer.breaker]),
  ]
}

/** Pick-ups of what measures an earth fault in some blocks. */
interface EarthFaultSettings {
  readonly pickup_a: number
  /** Whether an incomer measures the sum of its phase cores. */
  readonly residual: boolean
  readonly voltages: readonly { readonly code: string; readonly pct: number; readonly delay_s: number }[]
}

/** Pick-ups of the earth-fault functions that the breakers of some blocks have; null where no resistor limits the current. */
export function earthFaultSettings(blocks: readonly BlockElectrical[]): EarthFaultSettings | null {
  const limited = blocks.some(
    ({ earthing_transformer, supplies }) =>
      earthing_transformer !== null || supplies.some(({ machine }) => machine !== null),
  )
  if (!limited) return null
  const used = new Set(blocks.flatMap(breakersOf).flatMap(({ functions }) => functions))
  return {
    pickup_a: EARTH_PICKUP_A,
    residual: used.has('51N'),
    voltages: (['59N', '64'] as const).flatMap((code) =>
      used.has(code) ? [{ code, pct: VOLTAGE_PCT[code], delay_s: roundTo(VOLTAGE_S[code], 1) }] : [],
    ),
  }
}

/** The pick-ups of what measures a current and of what measures a voltage, one after the other. */
export function earthFaultText({ pickup_a, residual, voltages }: EarthFaultSettings): string {
  return [
    `51G at ${pickup_a} A`,
    ...(residual ? [`51N of a utility at ${RESIDUAL_SHARE * 100} % of its cores or more`] : []),
    ...voltages.map(
      ({ code, pct, delay_s }) => `${code} at ${pct} % of the voltage to earth after ${delay_s} s`,
    ),
  ].join(', ')
}

/** What the sheets say of them; nothing where no resistor limits the current. */
export function earthFaultNotes(blocks: readonly BlockElectrical[]): string[] {
  const settings = earthFaultSettings(blocks)
  return settings === null
    ? []
    : [
        `Earth faults: ${earthFaultText(settings)}; the current of 51G is a fifth of the ${NEUTRAL_A} A of the neutral resistor. 51G measures over a core-balance CT (CBCT, ${earthCore().ratio}) around the cable or over a CT in the neutral${settings.residual ? ', 51N the sum of the phase cores' : ''}. Times are in the table of grading: one fault takes out one circuit. The study sets them.`,
      ]
}
