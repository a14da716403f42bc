import { fractionOf } from './fraction.ts'
import { rangeOf } from './unit-range.ts'

/** What stands on the wire, decoded by its type: before scale, offset and labels. */
export type RawValue = number | string | boolean | readonly number[]

/** What the value means. */
export type EngineeringValue = number | string | boolean | readonly number[]

/** Labels that say that all is well, most wanted first; the first that a map has is simulated. */
const HEALTHY = ['ok', 'normal', 'batterynormal', 'up', 'on', 'no leak', 'enabled', 'closed', 'online']
/** Names of flags that a plant in order does not raise. */
const FAULT_NAME =
  /alarm|alrm|fail|warn|trip|fault|trouble|leak|restart|disabled|pulse|target|test|waiting|start_relay/i
const SIGNIFICANT_DIGITS = 12

/** The engineering value that is aimed at: somewhere in the range of its unit, always the same for a point. */
export function aimedAt(device_uuid: string, name: string, unit: string | undefined): number {
  const [low, high] = rangeOf(unit)
  return low + (high - low) * fractionOf(device_uuid, name)
}

/** A flag: never raised when its name tells of a fault, else by the fraction of the point. */
export function flagOf(device_uuid: string, name: string, index = 0): boolean {
  return !FAULT_NAME.test(name) && fractionOf(device_uuid, name, index) >= 0.5
}

/** Raw value of an enumeration: that of a healthy label, else the least; 1 where the map has no labels. */
export function enumRaw(labels: Readonly<Record<string, string>> | undefined): number {
  if (labels === undefined) return 1
  const entries = Object.entries(labels)
  for (const wanted of HEALTHY) {
    const found = entries.find(([, label]) => label.toLowerCase() === wanted)
    if (found !== undefined) return Number(found[0])
  }
  return Math.min(...entries.map(([raw]) => Number(raw)))
}

/** The nearest whole number within limits that is no sentinel. */
export function wholeWithin(
  value: number,
  [low, high]: readonly [number, number],
  invalid: readonly (number | string)[] = [],
): number {
  const refused = new Set(invalid.map(Number))
  let raw = Math.min(high, Math.max(low, Math.round(value)))
  while (refused.has(raw) && raw > low) raw -= 1
  while (refused.has(raw) && raw < high) raw += 1
  return raw
}

/** raw x scale x 10^exponent + offset, without the noise of binary fractions: 12 significant digits. */
export function scaled(raw: number, scale = 1, offset = 0, exponent = 0): number {
  return Number((raw * scale * 10 ** exponent + offset).toPrecision(SIGNIFICANT_DIGITS))
}
