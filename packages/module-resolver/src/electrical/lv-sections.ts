import { roundTo, type Breaker, type Bus, type Transformer } from '@edp/schemas'

import { modulesOf, switchgearScope, type BlockInput } from './block-input.ts'
import { adjustableTrip, lvBreaker } from './breakers.ts'
import { faultFigure } from './fault-figure.ts'
import { sectionIndex, type Section } from './feeders.ts'
import { LV_BUS_A, nextRatingOrLargest } from './standard-ratings.ts'
import { LV_V } from './system-voltages.ts'
import { fullLoadCurrent, greatestShortCircuitKa } from './transformers.ts'

/** Fault current of a running motor over its full-load current. Source: IEEE 141 practice. */
const MOTOR_FAULT = 4
/** Power factor times efficiency of a compressor motor. Source: `assumption`. */
const MOTOR_PF_EFFICIENCY = 0.77
/** Protective device of every section that is supplied. Source: design choice, NFPA 70, 242.13 practice. */
const SURGE_PROTECTION = 'SPD type 1 + 2'

/** Motor contribution to a bus section, kA: the compressors of every container that has a feeder on it. */
export function motorKa(input: BlockInput, sections: number): number {
  const containers = modulesOf(input, 'compute_container').length
  const onSection = Array.from({ length: sections }, (_, section) =>
    Array.from({ length: containers }, (_, i) =>
      (['A', 'B'] as const).some((system) => sectionIndex(i, containers, sections, system) === section),
    ).filter(Boolean),
  )
  const most = Math.max(0, ...onSection.map((on) => on.length))
  const motorA = fullLoadCurrent(input.compressor_kw / MOTOR_PF_EFFICIENCY, LV_V)
  return (most * motorA * MOTOR_FAULT) / 1000
}

/** The bus of a low-voltage section: its frame follows the transformer, its short-circuit rating the main breaker. */
export function lvBus(input: BlockInput, transformer: Transformer, sections: number): Bus {
  const motors = motorKa(input, sections)
  return {
    tag: transformer.bus_tag,
    voltage_v: LV_V,
    rating_a: nextRatingOrLargest(LV_BUS_A, transformer.secondary_a),
    short_circuit_ka: faultFigure(transformer.short_circuit_ka + motors),
    greatest_ka: roundTo(greatestShortCircuitKa(transformer.rating_kva, LV_V) + motors, 1),
    withstand_ka: transformer.secondary_breaker.interrupting_ka,
    vt_ratio: null,
    surge_protection: SURGE_PROTECTION,
    module_id: input.head.module_id,
    scope: switchgearScope(input),
  }
}

/** Ties between neighbouring sections, normally open; each can carry one section. */
export function busTies(
  input: BlockInput,
  transformers: readonly Transformer[],
  sections: readonly Section[],
): Breaker[] {
  return transformers
    .slice(1)
    .map((transformer, index) =>
      lvBreaker(
        `52-TIE${input.first.tie + index}`,
        'tie',
        adjustableTrip(transformer.secondary_a),
        Math.max(...sections.map((s) => s.interrupting_ka)),
        switchgearScope(input),
      ),
    )
}
