import type { BlockElectrical, Primitive, SiteModel } from '@edp/schemas'

import type { TextOptions } from '../sheet/pen.ts'
import { summaryOf } from './block-summary.ts'
import type { PlannedSheet } from './block-context.ts'
import type { Place } from './column.ts'
import { Descent } from './descent.ts'
import { batteryGroup, transformerGroup } from './key-groups.ts'
import { kilovoltamperes, kilowatts, volts } from './labels.ts'
import { ink, type SldStyle } from './sld-style.ts'

const SYMBOLS = { utility: 'UTILITY', generator: 'GENERATOR', nuclear: 'GENERATOR', solar: 'SOLAR' } as const

/** Cell of one block on the key one-line, for A1 in mm. */
const CELL = { width: 158, height: 134 } as const

/** The key one-line: every block in a few lines, from its supplies to its loads, with the sheet that details it. */
export function keySheets(
  site: SiteModel,
  sheetOf: (block: BlockElectrical) => string,
  style: SldStyle,
): PlannedSheet[] {
  const { area } = style
  const columns = Math.max(1, Math.floor((area.x1 - area.x0) / CELL.width))
  const rows = Math.max(1, Math.floor((area.y1 - area.y0) / CELL.height))
  const { blocks } = site.electrical
  const perSheet = columns * rows
  const count = Math.ceil(blocks.length / perSheet)
  return Array.from({ length: count }, (_, index): PlannedSheet => ({
    content: null,
    sheet_id: `key-${index + 1}`,
    title:
      count === 1
        ? 'Key one-line of all blocks'
        : `Key one-line of all blocks, part ${index + 1} of ${count}`,
    draw: (place) =>
      blocks.slice(index * perSheet, (index + 1) * perSheet).flatMap((block, position) => {
        const x = area.x0 + (position % columns) * CELL.width
        const y = area.y1 - Math.floor(position / columns) * CELL.height
        return drawCell(site, block, x, y, sheetOf(block), place)
      }),
  }))
}

function drawCell(
  site: SiteModel,
  block: BlockElectrical,
  x0: number,
  y0: number,
  sheet_id: string,
  place: Place,
): Primitive[] {
  const { style } = place
  const summary = summaryOf(site, block)
  const link = { sheet_id }
  const id = (tag: string): string => `${block.block_id}/${tag}`
  const note = (x: number, y: number, value: string, options: TextOptions = {}): Primitive =>
    ink.text.text([x, y], style.data, value, { ...options, link })
  const bus = { tag: id('MV'), y: y0 - 62 }
  const items: Primitive[] = [
    ink.boundary.box([x0 + 2, y0 - CELL.height + 4], CELL.width - 5, CELL.height - 6),
    ink.tag.text([x0 + 6, y0 - 9], style.tag, `BLOCK ${summary.ordinal} - ${summary.head}`, { link }),
    note(x0 + CELL.width - 7, y0 - 8.5, `sheet ${place.numberOf(sheet_id)}`, { halign: 'right' }),
    note(x0 + CELL.width - 7, y0 - 13, `demand ${kilowatts(block.demand_kw)}`, { halign: 'right' }),
    ink.bus.line([x0 + 8, bus.y], [x0 + CELL.width - 10, bus.y], { net: bus.tag }),
  ]
  if (block.mv_bus !== null)
    items.push(
      note(x0 + CELL.width - 10, bus.y + 6, block.mv_bus.tag, { halign: 'right', net: bus.tag }),
      note(
        x0 + CELL.width - 10,
        bus.y + 2,
        `${volts(block.mv_bus.voltage_v)}, ${block.mv_bus.rating_a} A, ${block.mv_bus.withstand_ka} kA`,
        {
          halign: 'right',
          net: bus.tag,
        },
      ),
    )
  block.supplies.forEach((supply, index) => {
    const x = x0 + 16 + index * 50
    const line = new Descent(x, y0 - 16, id(supply.tag), ink.mv)
    line.device(SYMBOLS[supply.kind], { id: supply.module_id }).wire(6)
    line.device('BREAKER-MV', { id: supply.breaker.tag })
    line.becomes(bus.tag, ink.mv).wireTo(bus.y)
    items.push(
      ...line.items,
      ink.tag.text([x + 8, y0 - 21], style.tag, supply.tag, { net: id(supply.tag) }),
      note(x + 8, y0 - 26, kilovoltamperes(supply.rated_kva), { net: id(supply.tag) }),
      note(x + 5, y0 - 39, supply.breaker.tag, { net: id(supply.tag) }),
      note(x + 5, y0 - 43, `normally ${supply.normally}`, { net: id(supply.tag) }),
    )
  })
  items.push(...transformerGroup(block, summary, x0 + 16, bus, id, note))
  items.push(...batteryGroup(block, summary, x0 + 92, bus, id, note))
  return items
}
