import type { BlockElectrical, Primitive } from '@edp/schemas'

import type { TextOptions } from '../sheet/pen.ts'
import type { BlockSummary } from './block-summary.ts'
import type { Place } from './column.ts'
import { Descent } from './descent.ts'
import { kilovoltamperes, kilowatts, ratingOf, volts } from './labels.ts'
import { ink } from './sld-style.ts'
import { SOURCES } from './source-label.ts'

/** Upper edge of a block to its medium-voltage bus, mm. */
const BUS_MM = 62

/** What a key sheet needs to know to draw a block. */
export interface KeyPlace extends Place {
  /** Sheet that details a supply, transformer or collector of the block. */
  readonly sheetOf: (tag: string) => string
}

/** Outline of a block on a key sheet, mm. */
export interface KeyOutline {
  /** Left and upper edge. */
  readonly at: readonly [number, number]
  readonly width: number
  readonly height: number
  /** From the left edge to the first supply, and from one to the next. */
  readonly first: number
  readonly pitch: number
}

/** The medium-voltage bus that a block hangs from. */
export interface KeyBus {
  readonly tag: string
  readonly y: number
}

/** Outline, heading, medium-voltage bus and supplies of a block, and the bus for what hangs from it. */
export function drawKeyFrame(
  block: BlockElectrical,
  summary: BlockSummary,
  outline: KeyOutline,
  { style, sheetOf, numberOf }: KeyPlace,
): { readonly items: Primitive[]; readonly bus: KeyBus } {
  const [x0, y0] = outline.at
  const right = x0 + outline.width
  const sheet_id = sheetOf(block.supplies[0]?.tag ?? block.transformers[0]?.tag ?? '')
  const link = { sheet_id }
  const id = (tag: string): string => `${block.block_id}/${tag}`
  const bus: KeyBus = { tag: id('MV'), y: y0 - BUS_MM }
  const note = (x: number, y: number, value: string, options: TextOptions = {}): Primitive =>
    ink.text.text([x, y], style.data, value, { ...options, link })
  const items: Primitive[] = [
    ink.boundary.box([x0 + 2, y0 - outline.height + 4], outline.width - 5, outline.height - 6),
    ink.tag.text([x0 + 6, y0 - 9], style.tag, `BLOCK ${summary.ordinal} - ${summary.head}`, { link }),
    note(right - 7, y0 - 8.5, `sheet ${numberOf(sheet_id)}`, { halign: 'right' }),
    note(right - 7, y0 - 13, `demand ${kilowatts(block.demand_kw)}`, { halign: 'right' }),
    ink.bus.line([x0 + 8, bus.y], [right - 10, bus.y], { net: bus.tag }),
  ]
  if (block.mv_bus !== null) {
    const { tag, voltage_v, rating_a, withstand_ka } = block.mv_bus
    const options = { halign: 'right', net: bus.tag } as const
    items.push(
      note(right - 10, bus.y + 6, tag, options),
      note(right - 10, bus.y + 2, `${volts(voltage_v)}, ${rating_a} A, ${withstand_ka} kA`, options),
    )
  }
  block.supplies.forEach((supply, index) => {
    const x = x0 + outline.first + index * outline.pitch
    const net = id(supply.tag)
    const line = new Descent(x, y0 - 16, net, ink.mv)
    line.device(SOURCES[supply.kind].symbol, { id: supply.module_id }).wire(6)
    line.device('BREAKER-MV', { id: supply.breaker.tag })
    line.becomes(bus.tag, ink.mv).wireTo(bus.y)
    items.push(
      ...line.items,
      ink.tag.text([x + 8, y0 - 21], style.tag, supply.tag, { net }),
      note(
        x + 8,
        y0 - 26,
        `${supply.kind === 'utility' ? 'import ' : ''}${kilovoltamperes(supply.rated_kva)}`,
        { net },
      ),
      note(x + 5, y0 - 39, supply.breaker.tag, { net }),
      note(x + 5, y0 - 43, ratingOf(supply.breaker), { net }),
      note(x + 5, y0 - 47, `normally ${supply.normally}`, { net }),
    )
  })
  return { items, bus }
}
