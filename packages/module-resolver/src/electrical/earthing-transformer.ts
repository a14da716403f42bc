import { roundTo, type EarthingTransformer } from '@edp/schemas'

import { isByOthers, type BlockInput } from './block-input.ts'
import { mvBreaker } from './breakers.ts'
import { earthCore } from './instrument-transformers.ts'
import { DURATION_S, NEUTRAL_A } from './neutral-current.ts'
import { MV_V } from './system-voltages.ts'

/**
 * Greatest zero-sequence reactance over the zero-sequence resistance, three times that of the resistor. IEEE 142 asks for at
 * most 0.5, so that an arcing fault raises no transient overvoltage. Source: `assumption`, zig-zag transformers of makers.
 */
const REACTANCE_SHARE = 0.1

/** Continuous rating over the rating for 10 s of a zig-zag transformer of 2.4 to 13.8 kV. Source: `assumption`, IEEE 32 practice. */
const CONTINUOUS_SHARE = 0.064

/**
 * Earth source of a bus that batteries may feed alone: the transformers of their skids are deltas there. It is a zig-zag
 * transformer of low impedance with a resistor in its neutral, across which stands the voltage of a phase to earth.
 */
export function earthingTransformerOf(input: BlockInput, busKa: number): EarthingTransformer | null {
  if (input.bess === null || isByOthers(input)) return null
  const { ordinal } = input.block
  const phaseV = MV_V / Math.sqrt(3)
  const resistance = Math.ceil(phaseV / NEUTRAL_A)
  const shortTimeKva = (phaseV * NEUTRAL_A) / 1000
  return {
    tag: `ET${ordinal}`,
    module_id: input.head.module_id,
    connection: 'zig-zag',
    voltage_v: MV_V,
    neutral_a: NEUTRAL_A,
    duration_s: DURATION_S,
    reactance_ohm: Math.floor(3 * resistance * REACTANCE_SHARE),
    resistor: {
      tag: `NGR${ordinal}`,
      resistance_ohm: resistance,
      voltage_v: roundTo(phaseV, 0),
      current_a: NEUTRAL_A,
      duration_s: DURATION_S,
    },
    short_time_kva: roundTo(shortTimeKva, 0),
    continuous_kva: Math.ceil(shortTimeKva * CONTINUOUS_SHARE),
    neutral_ct: earthCore(),
    breaker: mvBreaker(`52-ET${ordinal}`, 'earthing', NEUTRAL_A / 3, busKa),
    scope: 'supply',
  }
}

/** Neutral current of a bolted earth fault, A: the resistor three times and the transformer's reactance. */
export function earthFaultCurrent({
  voltage_v,
  reactance_ohm,
  resistor,
}: Pick<EarthingTransformer, 'voltage_v' | 'reactance_ohm' | 'resistor'>): number {
  return (Math.sqrt(3) * voltage_v) / Math.hypot(3 * resistor.resistance_ohm, reactance_ohm)
}
