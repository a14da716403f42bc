import { textWidth, type Point, type Primitive, type SymbolDefinition } from '@edp/schemas'

import { defineSymbol } from './define-symbol.ts'
import { INHERIT, pen } from './pen.ts'

const ink = pen(INHERIT)

/** Flag that points in the direction of flow; insertion point is where the line meets it. */
export const OFF_PAGE: SymbolDefinition = defineSymbol({
  name: 'OFF-PAGE',
  description: 'Continued on the sheet named',
  source: 'ISO 15519-1 practice: pentagon in the direction of flow',
  attributes: ['REF', 'SHEET'],
  items: [
    ink.polygon([
      [0, -2.5],
      [5, -2.5],
      [7.5, 0],
      [5, 2.5],
      [0, 2.5],
    ]),
  ],
})

/** Where a line leaves the sheet. */
export interface OffPage {
  /** The same text at both ends; no third connector may have it. */
  readonly reference: string
  readonly at: Point
  /** Where the flag points, away from the line that it ends. */
  readonly direction: 'right' | 'up' | 'left' | 'down'
  readonly layer: string
  readonly text_layer: string
  readonly text_mm: number
  /** The sheet at the other end: its id for the link, its printed number. */
  readonly sheet_id: string
  readonly sheet_number: string
  /** What goes there, e.g. `TO LVS1`. */
  readonly label: string
  /** Where the label of an upright flag stands: turned beyond its point, or level beside it. `beyond` when absent. */
  readonly label_place?: 'beyond' | 'beside'
  readonly net?: string
}

const ROTATION = { right: 0, up: 90, left: 180, down: 270 } as const

/**
 * An off-page connector: flag, label and sheet number; a click leads to the other sheet. Draw one on each of the two
 * sheets with the same `reference`; `lintDrawing` reports a reference without exactly one partner.
 */
export function offPageConnector(connector: OffPage): Primitive[] {
  const { at, direction, text_mm } = connector
  const net = connector.net === undefined ? {} : { net: connector.net }
  const link = { sheet_id: connector.sheet_id }
  const tag = pen(connector.text_layer)
  const flag = pen(connector.layer).use('OFF-PAGE', at, {
    rotation_deg: ROTATION[direction],
    offpage: connector.reference,
    attributes: { REF: connector.reference, SHEET: connector.sheet_number },
    link,
    ...net,
  })
  const lines = [connector.label, `SHEET ${connector.sheet_number}`]
  const [x, y] = at
  const across = direction === 'left' || direction === 'right'
  const width = Math.max(...lines.map((line) => textWidth(line, text_mm)))
  const texts = lines.map((value, index) => {
    const drop = (index - (lines.length - 1) / 2) * text_mm * 1.6
    if (across) {
      const sign = direction === 'right' ? 1 : -1
      return tag.text([x + sign * 9, y - drop], text_mm, value, {
        halign: sign > 0 ? 'left' : 'right',
        valign: 'middle',
        link,
        ...net,
      })
    }
    if (connector.label_place === 'beside') {
      const middle = y + (direction === 'up' ? 3.75 : -3.75)
      return tag.text([x + 4, middle - drop], text_mm, value, { valign: 'middle', link, ...net })
    }
    // Upright flags carry their label turned, so that neighbouring lanes stay narrow.
    const beyond = direction === 'down' ? y - 9 - width : y + 9
    return tag.text([x + drop, beyond], text_mm, value, { rotation_deg: 90, valign: 'middle', link, ...net })
  })
  return [flag, ...texts]
}
