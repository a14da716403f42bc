import type { Repeat } from '@edp/schemas'

const PLACEHOLDER = /\{([a-z]+)([+-]\d+)?(?::0?(\d+))?\}/g

function substitute(text: string, name: string, value: number): string {
  return text.replace(
    PLACEHOLDER,
    (whole, variable: string, offset: string | undefined, width: string | undefined) =>
      variable === name ? String(value + Number(offset ?? 0)).padStart(Number(width ?? 0), '0') : whole,
  )
}

function substituteAll<T>(value: T, name: string, number: number): T {
  if (typeof value === 'string') return substitute(value, name, number) as T
  if (Array.isArray(value)) return value.map((v: unknown) => substituteAll(v, name, number)) as T
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([k, v]) => [k, substituteAll<unknown>(v, name, number)]),
    ) as T
  }
  return value
}

/** Entries after their repetition. */
export function expand<T extends { readonly array?: Repeat | undefined }>(entries: readonly T[]): T[] {
  return entries.flatMap((entry) => {
    const repeat = entry.array
    if (repeat === undefined) return [entry]
    const { array: _array, ...single } = entry
    return Array.from({ length: repeat.count }, (_, index) =>
      substituteAll(single as unknown as T, repeat.var, repeat.from + index),
    )
  })
}
