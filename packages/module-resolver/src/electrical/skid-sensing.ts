import { roundTo, type VoltageInputs } from '@edp/schemas'

/** Functions of a skid's breaker that measure voltage. */
const MEASURING = ['27', '59', '64', '81O/U']

/** Range of voltage inputs over the rated voltage: the pick-up of 59 lies within it. Source: `assumption`, common relays. */
const RANGE = 1.2

/**
 * Voltage inputs of the relays of a skid's breaker, on the lines themselves over fuses. The winding is not earthed, so that an
 * earth fault lifts the sound phases to the full voltage to earth, until 64 trips: the inputs are rated for it.
 * Voltage transformers that earth such a system would invite ferroresonance. Source: design choice.
 */
export function skidVoltageInputs(voltage_v: number, functions: readonly string[]): VoltageInputs {
  return {
    functions: functions.filter((name) => MEASURING.includes(name)),
    rated_v: voltage_v,
    range_v: roundTo(voltage_v * RANGE, 0),
  }
}
