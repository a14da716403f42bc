import type { Repeat } from '@edp/schemas'

const PLACEHOLDER = /\{([a-z]+)([+-]\d+)?(?::0?(\d+))?\}/g

/** What entries with arrays have been written out to. A catalogue is read only, and the same for all sites. */
const copies = new WeakMap<object, readonly unknown[]>()

/**
 * Entries of a catalogue with their arrays written out: `{n}`, `{n+10}` and `{n:02}` become the running number. `field` is
 * where an entry says how often it is there.
 */
export function expand<F extends 'array' | 'for_each', T extends { readonly [K in F]?: Repeat | undefined }>(
  entries: readonly T[],
  field: F,
): T[] {
  return entries.flatMap((entry) => {
    const repeat: Repeat | undefined = entry[field]
    if (repeat === undefined) return [entry]
    const known = copies.get(entry) as readonly T[] | undefined
    if (known !== undefined) return known
    const single: Partial<T> = { ...entry }
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- one of two names
    delete single[field]
    const written = Array.from(
      { length: repeat.count },
      (_, i) => substituteAll(single, repeat.var, repeat.from + i) as T,
    )
    copies.set(entry, written)
    return written
  })
}

function substituteAll<T>(value: T, name: string, number: number): T {
  if (typeof value === 'string') return substitute(value, name, number) as T
  if (Array.isArray(value)) return value.map((v: unknown) => substituteAll(v, name, number)) as T
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([k, v]) => [k, substituteAll<unknown>(v, name, number)])
    return Object.fromEntries(entries) as T
  }
  return value
}

function substitute(text: string, name: string, value: number): string {
  return text.replace(
    PLACEHOLDER,
    (whole, variable: string, offset: string | undefined, width: string | undefined) =>
      variable === name ? String(value + Number(offset ?? 0)).padStart(Number(width ?? 0), '0') : whole,
  )
}
