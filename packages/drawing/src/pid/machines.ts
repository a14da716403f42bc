import type { Point, UsePrimitive } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { DATA_MM, TAG_MM, type PidCanvas } from './pid-canvas.ts'

/** Where the tag of a machine stands, and what stands below it. */
export interface MachineLabel {
  readonly at: Point
  readonly halign?: 'left' | 'centre' | 'right'
  readonly lines?: readonly string[]
}

/** Equipment with its tag; text lines stand below the tag. */
export function machine(
  canvas: PidCanvas,
  tag: string,
  symbol: string,
  at: Point,
  label: MachineLabel,
  options: { readonly rotation_deg?: UsePrimitive['rotation_deg']; readonly net?: string } = {},
): void {
  const { rating } = canvas.equipment(tag)
  const attributes = { TAG: tag, RATING: rating, MODULE_ID: canvas.moduleIdAt(at) }
  canvas.items.push(pen('M-EQPT').use(symbol, at, { ...options, id: tag, attributes }))
  const align = label.halign === undefined ? {} : { halign: label.halign }
  canvas.items.push(pen('M-ANNO-TAGS').text(label.at, TAG_MM, tag, { id: tag, ...align }))
  for (const [index, value] of (label.lines ?? []).entries())
    canvas.note([label.at[0], label.at[1] - 4.2 * (index + 1)], value, align, DATA_MM)
}
