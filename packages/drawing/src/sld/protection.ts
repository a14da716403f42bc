import type { Breaker, Primitive } from '@edp/schemas'

import { relayDiameter } from '../symbols/sld/measuring.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** Where the relays of a breaker get their signals from and send their trip to. */
export interface ProtectionPlace {
  readonly style: SldStyle
  readonly breaker: Breaker
  /** The breaker's line. */
  readonly x: number
  readonly net: string
  /** Heights of voltage transformer (or null), current transformer (or null) and breaker. */
  readonly vt_y: number | null
  readonly ct_y: number | null
  readonly breaker_y: number
  /** Meter on the same instrument transformers. */
  readonly meter: string | null
}

/** Distance of the relays from the line, mm: room for the voltage transformer. */
const OFFSET_MM = 11
/** Two rows of relays are as high as their instrument transformers and breaker; more functions make them wider. */
function bubblesPerRow(count: number): number {
  return count <= 4 ? count : Math.max(4, Math.ceil(count / 2))
}

/**
 * The protection of a breaker right of its line: a frame with one bubble per function, fed by CT and VT, with its trip
 * line (dashed) to the breaker.
 */
export function protection(place: ProtectionPlace): Primitive[] {
  const { style, breaker, x, net, vt_y, ct_y, breaker_y } = place
  if (breaker.functions.length === 0) return []
  const d = relayDiameter(style.data)
  const perRow = bubblesPerRow(breaker.functions.length)
  const rows = Math.ceil(breaker.functions.length / perRow)
  const bubbles = { width: perRow * (d + 1) + 1, height: rows * (d + 1) + 1 }
  const taps = [vt_y, ct_y, breaker_y].filter((y) => y !== null)
  const reach = { top: Math.max(...taps) + 2, bottom: Math.min(...taps) - 2 }
  const height = Math.max(bubbles.height, reach.top - reach.bottom)
  const top = (reach.top + reach.bottom + height) / 2
  const left = x + OFFSET_MM
  const items: Primitive[] = [
    ink.relay.box([left, top - height], bubbles.width, height, { net }),
    ink.relay.line([x + 2.5, breaker_y], [left, breaker_y], { net, linetype: 'HIDDEN' }),
  ]
  if (ct_y !== null) items.push(ink.metering.line([x + 1.25, ct_y], [left, ct_y], { net }))
  if (vt_y !== null)
    items.push(
      ink.metering.use('VT', [x + 1.5, vt_y], { net }),
      ink.metering.line([x, vt_y], [x + 1.5, vt_y], { net }),
      ink.metering.line([x + 9.5, vt_y], [left, vt_y], { net }),
    )
  const firstRow = top - (height - bubbles.height) / 2 - 1 - d / 2
  breaker.functions.forEach((name, index) => {
    const cx = left + 1 + d / 2 + (index % perRow) * (d + 1)
    const cy = firstRow - Math.floor(index / perRow) * (d + 1)
    items.push(...bubble(style, cx, cy, name, breaker.tag, net))
  })
  if (place.meter !== null) {
    const cx = left + d / 2 + 1
    const cy = top + d / 2 + 1.5
    items.push(
      ink.metering.line([cx, top], [cx, top + 1.5], { net }),
      ink.metering.use('METER', [cx, cy], { net }),
      ink.text.text([cx + d / 2 + 1, cy], style.data, place.meter, { valign: 'middle', net }),
    )
  }
  return items
}

/** Width that the protection of a breaker takes right of its line, mm. */
export function protectionWidth(style: SldStyle, breaker: Breaker): number {
  const perRow = bubblesPerRow(breaker.functions.length)
  return OFFSET_MM + perRow * (relayDiameter(style.data) + 1) + 1
}

/** A relay bubble; a number with a stroke is written in two lines, as in 50/51. */
function bubble(
  style: SldStyle,
  x: number,
  y: number,
  name: string,
  breaker: string,
  net: string,
): Primitive[] {
  const [upper, lower] = splitNumber(name)
  const text = (value: string, dy: number): Primitive =>
    ink.relay.text([x, y + dy], style.data, value, { halign: 'centre', valign: 'middle', net })
  return [
    ink.relay.use('RELAY', [x, y], { attributes: { TAG: `${name} of ${breaker}` }, net }),
    ...(lower === undefined
      ? [text(upper, 0)]
      : [text(upper, style.data * 0.68), text(lower, -style.data * 0.68)]),
  ]
}

/** `50N/51N` in two lines, `81O/U` as 81 over O/U. */
function splitNumber(name: string): [string, string?] {
  const suffixes = /^(\d+)([A-Z]\/[A-Z])$/.exec(name)
  if (suffixes !== null) return [suffixes[1] ?? '', suffixes[2] ?? '']
  const [upper = '', lower] = name.split('/')
  return lower === undefined ? [upper] : [upper, lower]
}
