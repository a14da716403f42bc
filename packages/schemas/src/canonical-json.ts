/**
 * JSON text with one spelling per value: keys sorted by code point, no white space, no `undefined`, no `-0`. Two equal
 * values give equal text whatever the order of their keys.
 *
 * @throws {RangeError} for a number that is not finite.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

/** JSON document for people and machines: keys as the schema orders them, two spaces, LF, final newline. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, finite, 2)}\n`
}

/** Compares by UTF-16 code unit, never by locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Rounds half away from zero to a number of decimals, without a negative zero. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals
  const scaled = Math.abs(value) * factor
  const rounded = Math.round(scaled * (1 + Number.EPSILON)) / factor
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

function finite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`${key}: not a finite number`)
  return Object.is(value, -0) ? 0 : value
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return finite('', value)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => compareText(a, b))
      .map(([k, v]) => [k, sorted(v)]),
  )
}
