import type { Primitive } from '@edp/schemas'

import { ink, type SldStyle } from './sld-style.ts'

/** A relay bubble; a number with a stroke is written in two lines, as in 50/51. */
export function bubble(
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
