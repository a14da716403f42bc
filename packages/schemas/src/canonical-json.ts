/**
 * JSON text with one spelling per value: keys sorted by code point, no white space, no `undefined`, no `-0`. Two equal
 * values give equal text whatever the order of their keys.
 *
 * @throws {RangeError} for a number that is not finite.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(finite(value))
  if (Array.isArray(value)) return `[${value.map((element) => canonicalJson(element ?? null)).join(',')}]`
  const record = value as Readonly<Record<string, unknown>>
  const members: string[] = []
  for (const key of Object.keys(record).sort(compareText))
    if (record[key] !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(record[key])}`)
  return `{${members.join(',')}}`
}

/** JSON document for people and machines: keys as the schema orders them, two spaces, LF, final newline. */
export function jsonText(value: unknown): string {
  // The language writes faster without a function that sees every value.
  checkFinite('', value)
  return `${JSON.stringify(value, null, 2)}\n`
}

/**
 * Goes through a value and refuses numbers that JSON has no spelling for. Negative zero is written as 0 anyway.
 *
 * @throws {RangeError} naming the key of the first number that is not finite.
 */
function checkFinite(key: string, value: unknown): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${key}: not a finite number`)
  } else if (Array.isArray(value)) {
    for (const element of value) checkFinite(key, element)
  } else if (typeof value === 'object' && value !== null) {
    const record = value as Readonly<Record<string, unknown>>
    for (const name in record) checkFinite(name, record[name])
  }
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

function finite(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('not a finite number')
  return value
}
