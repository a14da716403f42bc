/** Cable numbers of one group: the only one, or the first, the last and how many there are. */
export function cableRange(ids: readonly string[]): string {
  const [first = '', last = ''] = [ids[0], ids.at(-1)]
  return ids.length <= 1 ? first : `${first} .. ${last} (${ids.length})`
}
