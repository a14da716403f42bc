import type { Primitive } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import type { PanelRow } from './block-panel.ts'
import { PENS, TEXT } from './comms-style.ts'

/** From the edge of the box to the middle of the first piece of equipment, and to where cables step to it, mm. */
export const NODE_X = 54
export const STEP_X = 40

/** A piece of equipment in the box at the far end with its tag and what is said of it. */
export function nodeAt(
  node: { readonly tag: string; readonly kind: keyof typeof NODE_SYMBOL; readonly ports: string },
  at: readonly [number, number],
  key: string,
  text: string,
  /** From the middle of the symbol to the text: right of it, or below where it is negative. */
  beside = -7.5,
): Primitive[] {
  return [
    PENS.equipment.use(NODE_SYMBOL[node.kind], at, {
      id: `${key}/${node.tag}`,
      net: `${key}/${node.tag}`,
      attributes: { TAG: node.tag, RATING: node.ports, MODULE_ID: key },
    }),
    PENS.tags.text([at[0], at[1] + 6.4], TEXT.data, node.tag, { halign: 'centre' }),
    ...(text === ''
      ? []
      : [PENS.text.text([at[0] + beside, at[1] - (beside > 0 ? 1.25 : 9)], TEXT.data, text)]),
  ]
}

/** A cable from the plate to its port on a switch that stands between two rows. */
export function stepItems(
  { group, y }: PanelRow,
  x: number,
  middle: number,
  line: typeof PENS.fibre,
  key: string,
  label: string,
): Primitive[] {
  const net = `${key}/${group.far_slot}`
  const port_y = y === middle ? y : middle + (y > middle ? 2.5 : -2.5)
  const text = PENS.text.text([x + 20, y + 1.2], TEXT.data, label, { net })
  const step =
    y === middle
      ? []
      : ([
          [x + STEP_X, y],
          [x + STEP_X, port_y],
        ] as const)
  const points = [[x, y], ...step, [x + NODE_X - 7.5, port_y]] as const
  return [line.path(points, { net }), text]
}
