import { textWidth } from '@edp/schemas'

import { TEXT } from './comms-style.ts'

/** Cable numbers of one group: the only one, or the first, the last and how many there are. */
export function cableRange(ids: readonly string[]): string {
  return ids.length <= 1 ? cableSpan(ids) : `${cableSpan(ids)} (${ids.length})`
}

/** The same in a room so wide, mm; how many there are is said elsewhere where it does not hold that. */
export function cableNumbers(ids: readonly string[], room: number): string {
  const range = cableRange(ids)
  return textWidth(range, TEXT.data) <= room ? range : cableSpan(ids)
}

/** Cable numbers of one group by the first and the last, where their number is said beside them. */
function cableSpan(ids: readonly string[]): string {
  const [first = '', last = ''] = [ids[0], ids.at(-1)]
  return ids.length <= 1 ? first : `${first} .. ${last}`
}
