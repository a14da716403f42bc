/** Cable numbers of one group: the only one, or the first, the last and how many there are. */
export function cableRange(ids: readonly string[]): string {
  const [first = '', last = ''] = [ids[0], ids.at(-1)]
  return ids.length <= 1 ? first : `${first} .. ${last} (${ids.length})`
}

/** Cable numbers of one group by the first and the last, where their number is said beside them. */
export function cableSpan(ids: readonly string[]): string {
  const [first = '', last = ''] = [ids[0], ids.at(-1)]
  return ids.length <= 1 ? first : `${first} .. ${last}`
}
