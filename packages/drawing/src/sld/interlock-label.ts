import { wrapText } from '@edp/schemas'

import type { Place } from './column.ts'
import type { LabelLine } from './labels.ts'
import type { SldStyle } from './sld-style.ts'

/** The interlocks of a device as they stand beside it, in lines of a width; none where it has none. */
export function interlockTexts(tag: string, { interlocks, style }: Place, width: number): string[] {
  const tags = interlocks.get(tag)
  return tags === undefined ? [] : wrapText(`interlock ${tags}`, style.data, width)
}

/** The interlocks of a breaker or isolator, in lines that its column has room for. */
export function interlockLabel(tag: string, place: Place): LabelLine[] {
  return interlockTexts(tag, place, place.style.left - 5).map((value) => ({ value }))
}

/** Most lines by the interlocks of a site and its style: neither changes while it is drawn. */
const mostLines = new WeakMap<Place['interlocks'], WeakMap<SldStyle, number>>()

/** Lines that the interlocks of a device take at most, so that the breakers of a line-up stand alike. */
export function interlockLines(place: Place): number {
  const ofSite = mostLines.get(place.interlocks) ?? new WeakMap<SldStyle, number>()
  mostLines.set(place.interlocks, ofSite)
  const known = ofSite.get(place.style)
  if (known !== undefined) return known
  const lines = Math.max(1, ...[...place.interlocks.keys()].map((tag) => interlockLabel(tag, place).length))
  ofSite.set(place.style, lines)
  return lines
}
