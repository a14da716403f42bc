import type { BlockElectrical, Primitive, SiteModel } from '@edp/schemas'

import type { TextOptions } from '../sheet/pen.ts'
import { summaryOf, type BlockSummary } from './block-summary.ts'
import type { PlannedSheet } from './block-context.ts'
import type { Place } from './column.ts'
import { Descent } from './descent.ts'
import { kilovoltamperes, kilowatts, volts } from './labels.ts'
import { ink, type SldStyle } from './sld-style.ts'

const SYMBOLS = { utility: 'UTILITY', generator: 'GENERATOR', nuclear: 'GENERATOR', solar: 'SOLAR' } as const

/** Cell of one block on the key one-line, for A1 in mm. */
const CELL = { width: 158, height: 160 } as const

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

type Note = (x: number, y: number, value: string, options?: TextOptions) => Primitive

/** All transformers of a block as one, with their number, down to the containers. */
function transformerGroup(
  block: BlockElectrical,
  summary: BlockSummary,
  x: number,
  bus: { readonly tag: string; readonly y: number },
  id: (tag: string) => string,
  note: Note,
): Primitive[] {
  const [transformer] = block.transformers
  const line = new Descent(x, bus.y, bus.tag, ink.mv).wire(6)
  const net = id('T')
  line.becomes(net, ink.mv)
  const items: Primitive[] = []
  if (transformer === undefined) line.wire(20)
  else {
    items.push(
      note(x + 8, line.y - 4, summary.transformers, { net }),
      note(
        x + 8,
        line.y - 8,
        `${block.transformers.length} x ${kilovoltamperes(transformer.rating_kva)}, ${transformer.impedance_pct} %Z`,
        { net },
      ),
      note(
        x + 8,
        line.y - 12,
        `${volts(transformer.primary_v)} / ${transformer.secondary_v} V, ${transformer.vector_group}`,
        { net },
      ),
    )
    line.device('TRANSFORMER', { id: id('transformers') })
  }
  line.becomes(net, ink.lv).wire(9)
  const bus_y = line.y
  const feeders = block.feeders.filter((feeder) => feeder.kind === 'compute')
  items.push(
    ...line.items,
    ink.bus.line([x - 8, bus_y], [x + 58, bus_y], { net }),
    note(x + 2, bus_y + 2, `${summary.sections}, ${block.bus_ties.length} ties open`, { net }),
  )
  const down = new Descent(x, bus_y, net, ink.lv).wire(4)
  down.device('BREAKER-LV', { id: id('feeders') }).wire(10)
  items.push(
    ...down.items,
    note(x + 5, bus_y - 8, `${feeders.length} feeders A and B`, { net }),
    note(
      x + 5,
      bus_y - 12,
      feeders[0] === undefined ? '' : `${feeders[0].breaker.frame_a} AF / ${feeders[0].breaker.trip_a} AT`,
      { net },
    ),
    ink.equipment.box([x - 8, down.y - 14], 66, 14, { net }),
    note(x - 5, down.y - 6, `${summary.containers_count} compute containers`, { net }),
    note(x - 5, down.y - 11, summary.containers, { net }),
  )
  return items.filter((item) => item.kind !== 'text' || item.value !== '')
}

/** All battery units of a block as one, with their number. */
function batteryGroup(
  block: BlockElectrical,
  summary: BlockSummary,
  x: number,
  bus: { readonly tag: string; readonly y: number },
  id: (tag: string) => string,
  note: Note,
): Primitive[] {
  const units = block.bess_branches.flatMap((branch) => branch.units)
  const [unit] = units
  if (unit === undefined) return []
  const net = id('B')
  const line = new Descent(x, bus.y, bus.tag, ink.mv).wire(4)
  line.add(
    note(x + 5, line.y - 5, summary.collectors, { net }),
    note(x + 5, line.y - 9, `${block.bess_branches.length} collectors`, { net }),
  )
  line
    .becomes(net, ink.mv)
    .device('BREAKER-MV', { id: id('collectors') })
    .wire(4)
  line.add(note(x + 8, line.y - 5, `${units.length} x ${kilovoltamperes(unit.transformer_kva)}`, { net }))
  line
    .device('TRANSFORMER', { id: id('skids') })
    .becomes(net, ink.lv)
    .wire(2)
  line.add(
    note(x + 7, line.y - 4, `${units.length} x ${kilovoltamperes(unit.pcs_kva)}`, { net }),
    note(x + 7, line.y - 8, `in ${unit.pcs_location}`, { net }),
  )
  line
    .device('PCS', { id: id('converters') })
    .becomes(net, ink.dc)
    .wire(4)
  const energy = units.reduce((sum, one) => sum + one.energy_mwh * 1000, 0) / 1000
  line.add(
    note(x + 6, line.y - 4, summary.batteries, { net }),
    note(x + 6, line.y - 8, `${units.length} units, ${Math.round(energy * 100) / 100} MWh`, { net }),
  )
  line.device('BATTERY', { id: id('batteries') })
  return line.items
}
