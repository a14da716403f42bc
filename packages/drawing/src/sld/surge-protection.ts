import type { Primitive } from '@edp/schemas'

import { ink, type SldStyle } from './sld-style.ts'

/** From the bus to the lower end of the device, and from there to its type, mm. */
const HEIGHT_MM = 10
const CLEAR_MM = 2

/** A surge protective device below a bus, its type in two lines under it. */
export function surgeProtection(
  text: string,
  x: number,
  bus: { readonly net: string; readonly y: number },
  style: SldStyle,
): Primitive[] {
  const { net, y } = bus
  const [first = '', ...rest] = text.split(' ')
  return [
    ink.equipment.use('SPD', [x, y], { net }),
    ...[first, rest.join(' ')].map((value, index) =>
      ink.text.text([x, y - HEIGHT_MM - CLEAR_MM - style.data - index * style.pitch], style.data, value, {
        halign: 'centre',
        net,
      }),
    ),
  ]
}
