import type { Primitive } from '@edp/schemas'

import type { Pen, UseOptions } from '../sheet/pen.ts'
import { MACHINE_HEIGHTS } from '../symbols/sld/machines.ts'
import { CORE_BALANCE_MM } from '../symbols/sld/measuring.ts'
import { SWITCHGEAR_HEIGHTS } from '../symbols/sld/switchgear.ts'
import { ink } from './sld-style.ts'

/** Symbols with an upper and a lower terminal on the line, and the distance between them, mm. */
const HEIGHTS = { ...SWITCHGEAR_HEIGHTS, ...MACHINE_HEIGHTS } as const

/** A symbol that a line can pass. */
export type LineSymbol = keyof typeof HEIGHTS

/**
 * A conductor drawn from top to bottom: wires and devices one below the other on one vertical. It knows how far down it
 * is, so that a column reads in the order of the current.
 */
export class Descent {
  readonly items: Primitive[] = []
  readonly x: number
  y: number
  net: string
  private pen: Pen

  constructor(x: number, y: number, net: string, pen: Pen) {
    this.x = x
    this.y = y
    this.net = net
    this.pen = pen
  }

  /** Goes on as another net with another pen: behind a transformer or a converter. */
  becomes(net: string, pen: Pen): this {
    this.net = net
    this.pen = pen
    return this
  }

  /** A wire of a length. */
  wire(length_mm: number): this {
    return this.wireTo(this.y - length_mm)
  }

  /** A wire down to a height on the sheet. */
  wireTo(y: number): this {
    if (this.y - y > 0.001) this.items.push(this.pen.line([this.x, this.y], [this.x, y], { net: this.net }))
    this.y = y
    return this
  }

  /** A device in the line; the rest of the line hangs from its lower terminal. */
  device(symbol: LineSymbol, options: UseOptions = {}): this {
    this.items.push(ink.equipment.use(symbol, [this.x, this.y], { net: this.net, ...options }))
    this.y -= HEIGHTS[symbol]
    return this
  }

  /** Current transformers around the line. */
  currentTransformer(): this {
    this.items.push(ink.metering.use('CT', [this.x, this.y], { net: this.net }))
    return this.wire(5)
  }

  /** A core-balance current transformer around the line. */
  coreBalance(): this {
    this.items.push(ink.metering.use('CORE-BALANCE', [this.x, this.y], { net: this.net }))
    return this.wire(CORE_BALANCE_MM)
  }

  /** Anything beside the line. */
  add(...items: readonly Primitive[]): this {
    this.items.push(...items)
    return this
  }
}

/** From the upper terminal of a symbol to its lower one, mm. */
export function heightOf(symbol: LineSymbol): number {
  return HEIGHTS[symbol]
}
