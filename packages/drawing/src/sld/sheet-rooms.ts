import { drawingArea, type Area, type Primitive, type Sheet, type SymbolDefinition } from '@edp/schemas'

import { inkBounds } from '../sheet/bounds.ts'
import { FreeRooms } from '../sheet/free-rooms.ts'
import { moved } from '../sheet/moved.ts'
import { packPanels, type PackedPanels, type Panel } from '../sheet/panels.ts'
import type { SldStyle } from './sld-style.ts'

/** Kept between a diagram and a table beside it, mm. */
const GAP_MM = 6
/** Least room that is worth a table, in cap heights. */
const LEAST = { width: 40, height: 8 } as const

/** A sheet while it is filled: what is drawn on it so far, and what room that leaves. */
export class SheetRooms {
  readonly items: Primitive[] = []
  readonly size: Sheet['size']
  private readonly area: Area
  private readonly free: FreeRooms
  /** Rooms as long as nothing is added: tables that find no place ask every sheet. */
  private rooms: readonly Area[] | null = null
  private readonly symbols: readonly SymbolDefinition[]
  private readonly style: SldStyle

  constructor(
    items: readonly Primitive[],
    symbols: readonly SymbolDefinition[],
    style: SldStyle,
    size: Sheet['size'] = style.size,
  ) {
    this.size = size
    this.area = size === style.size ? style.area : drawingArea(size)
    this.symbols = symbols
    this.style = style
    this.free = new FreeRooms(this.area, symbols, {
      width: LEAST.width * style.data,
      height: LEAST.height * style.data,
      gap: GAP_MM,
    })
    this.put(items)
  }

  /** What is drawn so far on a smaller paper; `null` where that does not hold it. */
  smaller(size: Sheet['size']): SheetRooms | null {
    const area = drawingArea(size)
    const ink = inkBounds(this.items, this.symbols)
    const [dx, dy] = [Math.ceil(area.x0 - ink.x0), Math.floor(area.y1 - ink.y1)]
    if (ink.x1 + dx > area.x1 || ink.y0 + dy < area.y0) return null
    return new SheetRooms(moved(this.items, dx, dy), this.symbols, this.style, size)
  }

  /** Puts what fits beside what is there; returns the positions of the panels that do not fit. */
  add(panels: readonly Panel[]): readonly number[] {
    const packed = this.packed(panels)
    for (const items of packed.items) this.put(items)
    return packed.rest
  }

  /** Puts all panels beside what is there, or none. */
  addAll(panels: readonly Panel[]): boolean {
    const packed = this.packed(panels)
    if (packed.rest.length > 0) return false
    for (const items of packed.items) this.put(items)
    return true
  }

  private put(items: readonly Primitive[]): void {
    if (items.length === 0) return
    this.items.push(...items)
    this.free.take(items)
    this.rooms = null
  }

  private packed(panels: readonly Panel[]): PackedPanels {
    this.rooms ??= this.items.length === 0 ? [this.area] : this.free.rooms()
    return packPanels(panels, this.rooms)
  }
}
