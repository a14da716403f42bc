import { roundTo, type BlockElectrical, type Breaker, type Grading } from '@edp/schemas'

import type { Duty } from './protection-functions.ts'
import { MV_V } from './system-voltages.ts'

/** Least ratio of the setting of a breaker to the largest one behind it. Source: design choice, within what relays scatter. */
export const LEAST_RATIO = 1.1

/**
 * Least ratio of a breaker to the largest one behind it, from which the long-time bands of two electronic trip units do not
 * meet. Source: `assumption`, common practice of makers' selectivity tables.
 */
export const SELECTIVE_RATIO = 1.6

/**
 * Largest pick-up over the current that a source is made for. Source: IEEE C37.102 practice for 51V of a machine; service and plant:
 * `assumption`, unless their cable carries more anyway.
 */
export const MOST_OF_SOURCE = 1.5

/** Time between two relays in series, s. Source: IEEE 242, static relays with the opening time of a breaker of five cycles. */
export const STEP_S = 0.3

/**
 * Operating time of 51 or of the short-time stage of a trip unit at the greatest fault current, s: that of what is behind it and a step.
 * 50 has none. A setting group of an island has times of its own. Source: `assumption` for the lowest stages, the study confirms them.
 */
export const DELAY_S = {
  feeder: 0.1,
  skid: 0.1,
  main: STEP_S,
  tie: STEP_S,
  skid_primary: STEP_S,
  earthing: STEP_S,
  transformer: 2 * STEP_S,
  collector: 2 * STEP_S,
  utility: 3 * STEP_S,
  utility_no_export: 3 * STEP_S,
  generator: 3 * STEP_S,
  plant: 3 * STEP_S,
  plant_beside_battery: 3 * STEP_S,
} as const satisfies Record<Duty, number>

/** Next setting of a relay, A: whole amperes below 25 A, steps of 5 A from there on. */
export function nextSetting(amps: number): number {
  const wanted = roundTo(amps, 3)
  return wanted < 25 ? Math.ceil(wanted) : Math.ceil(roundTo(wanted / 5, 3)) * 5
}

/** Least pick-up above some settings, A; 0 above none. */
export function settingAbove(settings: readonly number[]): number {
  return nextSetting(LEAST_RATIO * Math.max(0, ...settings))
}

/**
 * Least pick-up of an incomer above the settings on its bus, A: above the largest that `mostA`, what its source stands, lets it be
 * above. What is set higher is graded by time.
 */
export function incomerAbove(settings: readonly number[], mostA: number): number {
  return settingAbove(settings.filter((amps) => settingAbove([amps]) <= mostA))
}

/**
 * A block whose medium-voltage breakers say what they are graded over, by current or by time alone. An earthing transformer carries no
 * load: nothing is graded over it.
 */
export function withGrading(block: BlockElectrical): BlockElectrical {
  const { earthing_transformer: earthing } = block
  const onBus = [
    ...block.transformers.map((transformer) => transformer.primary_breaker),
    ...block.bess_branches.map((branch) => branch.breaker),
  ]
  return {
    ...block,
    supplies: block.supplies.map((supply) => ({
      ...supply,
      breaker: graded(supply.breaker, 'utility', onBus),
    })),
    earthing_transformer:
      earthing === null ? null : { ...earthing, breaker: graded(earthing.breaker, 'earthing', []) },
    transformers: block.transformers.map((t) => ({
      ...t,
      primary_breaker: graded(t.primary_breaker, 'transformer', [t.secondary_breaker]),
    })),
    bess_branches: block.bess_branches.map((branch) => ({
      ...branch,
      breaker: graded(
        branch.breaker,
        'collector',
        branch.units.map((unit) => unit.ring_main.breaker),
      ),
      units: branch.units.map((unit) => ({
        ...unit,
        ring_main: {
          ...unit.ring_main,
          breaker: graded(unit.ring_main.breaker, 'skid_primary', [unit.ac_breaker]),
        },
      })),
    })),
  }
}

function graded(breaker: Breaker, duty: Duty, behind: readonly Breaker[]): Breaker {
  return { ...breaker, grading: gradingOf(breaker, duty, behind) }
}

/** What a breaker is graded over: the largest setting that it is above, and those that only its time is above. */
function gradingOf(breaker: Breaker, duty: Duty, behind: readonly Breaker[]): Grading {
  const ratio = (lower: Breaker): number =>
    roundTo(breaker.trip_a / ((lower.trip_a * lower.voltage_v) / MV_V), 3)
  const above = behind.filter((lower) => ratio(lower) >= LEAST_RATIO)
  const [largest] = [...above].sort((a, b) => ratio(a) - ratio(b))
  return {
    delay_s: roundTo(DELAY_S[duty], 1),
    over: largest?.tag ?? null,
    ratio: largest === undefined ? null : roundTo(ratio(largest), 2),
    by_time: behind.filter((lower) => ratio(lower) < LEAST_RATIO).map((lower) => lower.tag),
  }
}
