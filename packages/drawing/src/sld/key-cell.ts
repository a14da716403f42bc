import type { BlockElectrical, Primitive, SiteModel } from '@edp/schemas'

import type { TextOptions } from '../sheet/pen.ts'
import { summaryOf, type BlockSummary } from './block-summary.ts'
import { Descent } from './descent.ts'
import { drawKeyFrame, type KeyPlace } from './key-frame.ts'
import { kilovoltamperes, volts } from './labels.ts'
import { ratingCounts } from './key-transformer.ts'
import { ink } from './sld-style.ts'

/** Size of a block whose transformers and collectors are drawn as one each, mm. */
export const KEY_CELL = { width: 158, height: 134 } as const

/** Writes a small text of a block's cell. */
type Note = (x: number, y: number, value: string, options?: TextOptions) => Primitive

/** A block in a few lines: all its transformers as one, and all its battery units. */
export function drawKeyCell(
  site: SiteModel,
  block: BlockElectrical,
  at: readonly [number, number],
  place: KeyPlace,
): Primitive[] {
  const { style, sheetOf } = place
  const [x0] = at
  const summary = summaryOf(site, block)
  const link = { sheet_id: sheetOf(block.supplies[0]?.tag ?? '') }
  const id = (tag: string): string => `${block.block_id}/${tag}`
  const note: Note = (x, y, value, options = {}) =>
    ink.text.text([x, y], style.data, value, { ...options, link })
  const { items, bus } = drawKeyFrame(block, summary, { at, ...KEY_CELL, first: 16, pitch: 50 }, place)
  return [
    ...items,
    ...transformerGroup(block, summary, x0 + 16, bus, id, note),
    ...batteryGroup(block, summary, x0 + 92, bus, id, note),
  ]
}

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
    note(
      x + 2,
      bus_y + 2,
      [summary.sections, countOf(block.bus_ties.length, 'tie', ' open')]
        .filter((part) => part !== '')
        .join(', '),
      { net },
    ),
  )
  const down = new Descent(x, bus_y, net, ink.lv).wire(4)
  down.device('BREAKER-LV', { id: id('feeders') }).wire(10)
  items.push(
    ...down.items,
    note(x + 5, bus_y - 8, `${feeders.length} feeders A and B`, { net }),
    note(x + 5, bus_y - 12, ratingCounts(feeders).join(', '), { net }),
    ink.equipment.box([x - 8, down.y - 14], 66, 14, { net }),
    note(x - 5, down.y - 6, countOf(summary.containers_count, 'compute container'), { net }),
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
    note(x + 5, line.y - 9, countOf(block.bess_branches.length, 'collector'), { net }),
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

/** `2 ties open`; empty where there is none. */
function countOf(count: number, what: string, state = ''): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}${state}`
}
