import { roundTo, type BlockElectrical } from '@edp/schemas'

import { NEUTRAL_A } from './earthing-transformer.ts'

/**
 * Pick-ups of what measures an earth fault: current over that which the neutral resistor lets flow, voltage over that between phase and
 * earth. A fifth sees faults up to four fifths of a winding from its neutral. Source: `assumption` within IEEE C37.101 and IEEE 142
 * practice, the study sets them.
 */
const CURRENT_SHARE = 0.2
const VOLTAGE_PCT = { '59N': 10, '64': 20 } as const

/** Pick-ups of the earth-fault functions that the breakers of some blocks have; nothing where no resistor limits the current. */
export function earthFaultNotes(blocks: readonly BlockElectrical[]): string[] {
  const limited = blocks.some(
    ({ earthing_transformer, supplies }) =>
      earthing_transformer !== null || supplies.some(({ machine }) => machine !== null),
  )
  if (!limited) return []
  const used = new Set(
    blocks.flatMap(({ supplies, transformers, bess_branches, earthing_transformer }) => [
      ...supplies.flatMap(({ breaker }) => breaker.functions),
      ...transformers.flatMap(({ primary_breaker }) => primary_breaker.functions),
      ...bess_branches.flatMap(({ breaker, units }) => [
        ...breaker.functions,
        ...units.flatMap((unit) => unit.ac_breaker.functions),
      ]),
      ...(earthing_transformer?.breaker.functions ?? []),
    ]),
  )
  const currents = ['50N/51N', '51G'].filter((code) => used.has(code))
  const voltages = (['59N', '64'] as const).filter((code) => used.has(code))
  const pickup = roundTo(CURRENT_SHARE * NEUTRAL_A, 0)
  return [
    `Earth faults: ${[
      `${currents.join(' and ')} at ${pickup} A, a fifth of the ${NEUTRAL_A} A of the neutral resistor`,
      ...voltages.map((code) => `${code} at ${VOLTAGE_PCT[code]} % of the voltage to earth`),
    ].join(', ')}; times as 51 of the same breaker. The study sets them.`,
  ]
}
