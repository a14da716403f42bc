import { roundTo, type BlockElectrical } from '@edp/schemas'

import { NEUTRAL_A } from './earthing-transformer.ts'

/**
 * Pick-ups of what measures an earth fault: current over that which the neutral resistor lets flow, voltage over that between phase and
 * earth. A fifth sees faults up to four fifths of a winding from its neutral. Source: `assumption` within IEEE C37.101 and IEEE 142
 * practice, the study sets them.
 */
const CURRENT_SHARE = 0.2
const VOLTAGE_PCT = { '59N': 10, '64': 20 } as const

/** Pick-ups of what measures an earth fault in some blocks. */
interface EarthFaultSettings {
  readonly pickup_a: number
  /** Functions that measure the current. */
  readonly currents: readonly string[]
  readonly voltages: readonly { readonly code: string; readonly pct: number }[]
}

/** Pick-ups of the earth-fault functions that the breakers of some blocks have; null where no resistor limits the current. */
export function earthFaultSettings(blocks: readonly BlockElectrical[]): EarthFaultSettings | null {
  const limited = blocks.some(
    ({ earthing_transformer, supplies }) =>
      earthing_transformer !== null || supplies.some(({ machine }) => machine !== null),
  )
  if (!limited) return null
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
  return {
    pickup_a: roundTo(CURRENT_SHARE * NEUTRAL_A, 0),
    currents: ['50N/51N', '51G'].filter((code) => used.has(code)),
    voltages: (['59N', '64'] as const).flatMap((code) =>
      used.has(code) ? [{ code, pct: VOLTAGE_PCT[code] }] : [],
    ),
  }
}

/** The pick-ups of what measures a current and of what measures a voltage, one after the other. */
export function earthFaultText({ pickup_a, currents, voltages }: EarthFaultSettings): string {
  return [
    ...(currents.length === 0 ? [] : [`${currents.join(' and ')} at ${pickup_a} A`]),
    ...voltages.map(({ code, pct }) => `${code} at ${pct} % of the voltage to earth`),
  ].join(', ')
}

/** What the sheets say of them; nothing where no resistor limits the current. */
export function earthFaultNotes(blocks: readonly BlockElectrical[]): string[] {
  const settings = earthFaultSettings(blocks)
  return settings === null
    ? []
    : [
        `Earth faults: ${earthFaultText(settings)}; the current is a fifth of the ${NEUTRAL_A} A of the neutral resistor, times as 51 of the same breaker. The study sets them.`,
      ]
}
