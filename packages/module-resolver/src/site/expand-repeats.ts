import type { Repeat } from '@edp/schemas'

const PLACEHOLDER = /\{([a-z]+)([+-]\d+)?(?::0?(\d+))?\}/g

/** Entries of a catalogue with their arrays written out: `{n}`, `{n+10}` and `{n:02}` become the running number. */
export function expand<T extends { readonly array?: Repeat | undefined }>(entries: readonly T[]): T[] {
  return entries.flatMap((entry) => {
    const { array } = entry
    if (array === undefined) return [entry]
    const single: T = { ...entry }
    delete (single as { array?: Repeat | undefined }).array
    return Array.from({ length: array.count }, (_, i) => substituteAll(single, array.var, array.from + i))
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
