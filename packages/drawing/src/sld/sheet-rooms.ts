import type { Area, Primitive, SymbolDefinition } from '@edp/schemas'

import { freeRooms } from '../sheet/free-rooms.ts'
import { packPanels, type Panel } from '../sheet/panels.ts'
import type { SldStyle } from './sld-style.ts'

/** Kept between a diagram and a table beside it, mm. */
const GAP_MM = 6
/** Least room that is worth a table, in cap heights. */
const LEAST = { width: 40, height: 8 } as const

/** A sheet while it is filled: what is drawn on it so far, and what room that leaves. */
export class SheetRooms {
  readonly items: Primitive[]
  private readonly symbols: readonly SymbolDefinition[]
  private readonly style: SldStyle

  constructor(items: readonly Primitive[], symbols: readonly SymbolDefinition[], style: SldStyle) {
    this.items = [...items]
    this.symbols = symbols
    this.style = style
  }

  /** Puts what fits beside what is there; returns the positions of the panels that do not fit. */
  add(panels: readonly Panel[]): readonly number[] {
    const packed = packPanels(panels, this.rooms())
    for (const items of packed.items) this.items.push(...items)
    return packed.rest
  }

  /** Puts all panels beside what is there, or none. */
  addAll(panels: readonly Panel[]): boolean {
    const packed = packPanels(panels, this.rooms())
    if (packed.rest.length > 0) return false
    for (const items of packed.items) this.items.push(...items)
    return true
  }

  private rooms(): Area[] {
    const { area, data } = this.style
    if (this.items.length === 0) return [area]
    return freeRooms(this.items, this.symbols, area, {
      width: LEAST.width * data,
      height: LEAST.height * data,
      gap: GAP_MM,
    })
  }
}
