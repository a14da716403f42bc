import type { Primitive } from '@edp/schemas'

import { connector, enclosure, type BlockContext, type PlannedSheet } from './block-context.ts'
import { busVoltage, busVoltageWidth } from './bus-voltage.ts'
import { drawCollector } from './collector.ts'
import type { Place } from './column.ts'
import { drawEarthing } from './earthing.ts'
import type { Hanging } from './hanging.ts'
import { labelStack, stackHeight } from './labels.ts'
import { lineUpOutline, type Cubicle } from './line-up-outline.ts'
import { boardDepth } from './lv-feeder.ts'
import { mainX } from './lv-part.ts'
import { drawLvPart, mainHeight } from './lv-section.ts'
import { contentOf } from './page-content.ts'
import { ink } from './sld-style.ts'
import { busEnd, busLabel, busLabelWidth, busY, type MvBus } from './mv-bus.ts'
import { sourceHeight } from './source-label.ts'
import { drawSupply, supplyWidth } from './supply.ts'
import { drawTransformer } from './transformer.ts'

/** A sheet with the medium-voltage bus and what hangs from it; the first one of a block also has the supplies. */
export function mvSheet(
  context: BlockContext,
  page: readonly Hanging[],
  index: number,
  ids: readonly string[],
): PlannedSheet {
  const { block, ordinal, head } = context
  const names = page.map((h) => nameOf(h))
  const what = index === 0 ? [...block.supplies.map((supply) => supply.tag), ...names] : names
  return {
    sheet_id: ids[index] ?? '',
    title: `Block ${ordinal}, ${head}: ${[...new Set(what)].join(', ')}`,
    content: contentOf(block, page, index === 0),
    draw: (place) => drawMvSheet(context, page, index, ids, place),
  }
}

function nameOf(h: Hanging): string {
  switch (h.kind) {
    case 'section':
      return h.part.bus.tag
    case 'transformer':
      return h.transformer.tag
    case 'earthing':
      return h.earthing.tag
    case 'collector':
      return h.branch.tag
  }
}

function drawMvSheet(
  context: BlockContext,
  page: readonly Hanging[],
  index: number,
  ids: readonly string[],
  place: Place,
): Primitive[] {
  const { block, style, head, bonds } = context
  const bus: MvBus = { tag: block.mv_bus?.tag ?? head, y: busY(context, index) }
  const before = index > 0 ? ids[index - 1] : undefined
  const after = ids[index + 1]
  const x0 = style.area.x0 + (before === undefined ? 3 : style.end + 3)
  // A section that goes on over its own connectors shares the ends of the sheet with the medium-voltage bus.
  const shares = (h: Hanging | undefined, side: 'left' | 'right'): boolean =>
    h?.kind === 'section' && h.part[side] !== null && !h.part[side].adjacent
  const x1 = before !== undefined && shares(page[0], 'left') ? x0 - style.end : x0
  const items: Primitive[] = []
  let entry_y = Math.min(bus.y + 26, style.area.y1 - style.pitch - 1)
  let right = x0
  let tail = busLabelWidth(style)
  if (index === 0) {
    tail += busVoltageWidth(style, block.mv_bus)
    right = suppliesX(context, page, x0, tail)
    const box = sourceHeight(style, block.supplies)
    for (const supply of block.supplies) {
      const drawn = drawSupply(supply, right + style.left, bus, box, place)
      items.push(...drawn.items)
      entry_y = drawn.entry_y
      right += supplyWidth(style, supply)
    }
    if (block.mv_bus !== null)
      items.push(...busVoltage(style, block.mv_bus, right + 2, bus.y, comparing(block)))
  }
  let x = x1
  const lv_bus_y = lvBusY(context, bus.y, place)
  const hung = page.map((h) => {
    const left = x
    x += h.width
    return drawHanging(h, left, bus, lv_bus_y, context, place)
  })
  items.push(...hung.flatMap((drawn) => drawn.items))
  const exit_y = Math.min(bus.y - 10, ...hung.map((drawn) => drawn.exit_y ?? Infinity))
  const label = busLabel(context)
  if (after !== undefined && shares(page.at(-1), 'right')) x -= style.end
  const end = Math.max(x - 6, right + tail)
  items.push(
    ...(block.mv_bus === null ? [] : [ink.bus.line([x0, bus.y], [end, bus.y], { net: bus.tag })]),
    ...labelStack(style, end - 1, bus.y + stackHeight(style, label) + 1.5, label, {
      halign: 'right',
      net: bus.tag,
    }),
    ...lineUpOutline(
      context,
      `${head} MV SWITCHGEAR`,
      { x0: x0 - 2, y0: exit_y + 0.8, x1: end + 2, y1: entry_y - 0.8 },
      hung.find((drawn) => drawn.cubicle !== undefined)?.cubicle ?? null,
    ),
    ...(index === 0 ? bonding(context, x0 + 3, exit_y + 0.8, bonds) : []),
  )
  const reference = `${block.block_id}/MV-`
  if (before !== undefined) items.push(...busEnd(bus, x0, 'left', `${reference}${index}`, before, place))
  if (after !== undefined) items.push(...busEnd(bus, end, 'right', `${reference}${index + 1}`, after, place))
  return items
}

/** Breakers whose synchronism check needs the voltage of the bus. */
function comparing({ supplies, bess_branches }: BlockContext['block']): string[] {
  return [...supplies, ...bess_branches].flatMap(({ breaker }) =>
    breaker.functions.includes('25') ? [breaker.tag] : [],
  )
}

/** Left edge of the supplies: the first stands above the first transformer where the bus is long enough. */
function suppliesX(
  { block, style }: BlockContext,
  page: readonly Hanging[],
  x0: number,
  tail: number,
): number {
  const [first] = page
  const wanted = first?.kind === 'section' ? mainX(style, first.part, x0) - style.left : x0
  const bus = page.reduce((sum, h) => sum + h.width, 0) - 6
  const supplies = block.supplies.reduce((sum, supply) => sum + supplyWidth(style, supply), 0)
  return Math.max(x0, Math.min(wanted, x0 + bus - supplies - tail))
}

function drawHanging(
  h: Hanging,
  x: number,
  bus: MvBus,
  lv_bus_y: number,
  context: BlockContext,
  place: Place,
): { readonly items: readonly Primitive[]; readonly exit_y: number | null; readonly cubicle?: Cubicle } {
  const { style, head, block } = context
  if (h.kind === 'collector') return drawCollector(h.branch, x, bus, place)
  if (h.kind === 'earthing') {
    const drawn = drawEarthing(h.earthing, x + style.left, bus, place)
    return { ...drawn, cubicle: { x0: x, x1: x + h.width - 2, y: drawn.cubicle_y } }
  }
  if (h.kind === 'transformer') {
    const { line, exit_y } = drawTransformer(h.transformer, x + style.left, bus, place)
    line.add(
      ...connector(place, {
        reference: `${block.block_id}/${h.transformer.tag}`,
        at: [line.x, line.y],
        direction: 'down',
        sheet_id: h.to,
        label: h.transformer.bus_tag,
        net: line.net,
      }),
    )
    return { items: line.items, exit_y }
  }
  const board = enclosure(
    context,
    `${head} LV BOARD`,
    [x - 2, lv_bus_y - boardDepth(style, h.part.feeders)],
    [x + h.width - 5, lv_bus_y + (h.part.main === null ? 22 : mainHeight(style) + 1)],
  )
  if (h.transformer === null || h.part.main === null)
    return { items: [...drawLvPart(h.part, x, null, lv_bus_y, place), ...board], exit_y: null }
  const { line, exit_y } = drawTransformer(h.transformer, mainX(style, h.part, x), bus, place)
  return { items: [...drawLvPart(h.part, x, line, lv_bus_y, place), ...board], exit_y }
}

/** Height of all low-voltage buses of a block: below its longest transformer feeder. */
function lvBusY({ block, style }: BlockContext, bus_y: number, place: Place): number {
  const ends = block.transformers.map((t) => drawTransformer(t, 0, { tag: '', y: bus_y }, place).line.y)
  return Math.min(bus_y - 40, ...ends) - mainHeight(style) - 2
}

/** Earth bonds of the switchgear enclosure, hanging from its lower edge. */
function bonding({ style }: BlockContext, x: number, y: number, bonds: readonly string[]): Primitive[] {
  if (bonds.length === 0) return []
  return [
    ink.earth.use('EARTH', [x, y]),
    ...labelStack(
      style,
      x + 4,
      y - 1.5,
      bonds.slice(0, 2).map((value) => ({ value })),
    ),
  ]
}
