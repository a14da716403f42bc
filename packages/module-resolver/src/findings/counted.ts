/** The form of a word that goes with a number: `is` for one, `are` for others. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many
}

/** A number with its noun: `1 block`, `2 blocks`; `many` for nouns without a plain s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${plural(count, one, many)}`
}
