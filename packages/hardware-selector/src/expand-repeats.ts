import type { Repeat } from '@edp/schemas'

const PLACEHOLDER = /\{([a-z]+)([+-]\d+)?(?::0?(\d+))?\}/g

/** Names of an entry after its repetition: `{n:02}` in `id` becomes 01, 02 ... */
export function expandedIds(id: string, repeat: Repeat | undefined): string[] {
  if (repeat === undefined) return [id]
  return Array.from({ length: repeat.count }, (_, index) => substitute(id, repeat.var, repeat.from + index))
}

/** Replaces `{var}`, `{var+10}` and `{var:02}` by the running number. */
export function substitute(text: string, name: string, value: number): string {
  return text.replace(
    PLACEHOLDER,
    (whole, variable: string, offset: string | undefined, width: string | undefined) =>
      variable === name ? String(value + Number(offset ?? 0)).padStart(Number(width ?? 0), '0') : whole,
  )
}
