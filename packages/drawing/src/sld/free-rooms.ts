import type { Area, Primitive, SymbolDefinition } from '@edp/schemas'

import { drawnBounds } from '../sheet/bounds.ts'
import type { SldStyle } from './sld-style.ts'

const GAP_MM = 8
/** Least room that is worth a table, in cap heights. */
const LEAST = { width: 50, height: 18 } as const

/** The rooms that a diagram leaves on its sheet: right of it over the whole height, and below it. */
export function freeRooms(
  items: readonly Primitive[],
  symbols: readonly SymbolDefinition[],
  style: SldStyle,
): Area[] {
  const drawn = drawnBounds(items, symbols)
  const beside = { ...style.area, x0: drawn.x1 + GAP_MM }
  const wide = isWorth(beside, style)
  const below = { ...style.area, x1: wide ? drawn.x1 : style.area.x1, y1: drawn.y0 - GAP_MM }
  return [...(wide ? [beside] : []), ...(isWorth(below, style) ? [below] : [])]
}

function isWorth(area: Area, style: SldStyle): boolean {
  return area.x1 - area.x0 >= LEAST.width * style.data && area.y1 - area.y0 >= LEAST.height * style.data
}
