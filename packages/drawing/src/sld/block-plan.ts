import type { BessBranch, BlockElectrical, Connection, Primitive, SiteModel, Transformer } from '@edp/schemas'

import { offPageConnector } from '../sheet/off-page.ts'
import { drawCollector, collectorWidth } from './collector.ts'
import { packColumns, type Place } from './column.ts'
import { Descent } from './descent.ts'
import { labelStack, stackHeight, volts, type LabelLine } from './labels.ts'
import { boardDepth, drawLvPart, lvPartWidth, lvParts, mainHeight, type LvPart } from './lv-section.ts'
import { protectionWidth } from './protection.ts'
import { ink, type SldStyle } from './sld-style.ts'
import { drawSupply } from './supply.ts'
import { drawTransformer } from './transformer.ts'

/** A sheet before it has a number. */
export interface PlannedSheet {
  readonly sheet_id: string
  readonly title: string
  draw(place: Place): Primitive[]
}

/** What hangs from the medium-voltage bus: a transformer with or without its section, or a battery collector. */
type Hanging =
  | {
      readonly kind: 'section'
      readonly width: number
      readonly part: LvPart
      readonly transformer: Transformer | null
    }
  | {
      readonly kind: 'transformer'
      readonly width: number
      readonly transformer: Transformer
      readonly to: string
    }
  | { readonly kind: 'collector'; readonly width: number; readonly branch: BessBranch }

interface BlockContext {
  readonly block: BlockElectrical
  readonly style: SldStyle
  readonly ordinal: number
  readonly head: string
  /** Earth bonds of the switchgear container. */
  readonly bonds: readonly string[]
}

/**
 * The sheets of one block, from its supplies to its loads. Stacked, a section hangs below its transformer on one sheet;
 * otherwise low voltage has sheets of its own. What does not fit side by side goes on over off-page connectors.
 */
export function planBlock(site: SiteModel, block: BlockElectrical, style: SldStyle): PlannedSheet[] {
  const place = site.blocks.find((candidate) => candidate.block_id === block.block_id)
  const head = site.modules.find((module) => module.module_id === place?.grid_module_id)
  const context: BlockContext = {
    block,
    style,
    ordinal: place?.ordinal ?? 1,
    head: head?.designation ?? '',
    bonds: site.connections
      .filter((c: Connection) => c.service === 'earth' && c.from.module_id === head?.module_id)
      .map((c) => c.connection_id),
  }
  return style.stacked ? stackedSheets(context) : splitSheets(context)
}

function stackedSheets(context: BlockContext): PlannedSheet[] {
  const { block, style } = context
  const room = style.area.x1 - style.area.x0
  const sections = sectionParts(context, room - 2 * style.end - 12)
  const collectors = block.bess_branches.map((branch): Hanging => ({
    kind: 'collector',
    width: collectorWidth(style, branch),
    branch,
  }))
  const pages = pagesOf([...sections, ...collectors], room, style)
  const ids = pages.map((_, index) => sheetId(context, index))
  linkEnds(pages, ids)
  return pages.map((page, index) => mvSheet(context, page, index, ids))
}

function splitSheets(context: BlockContext): PlannedSheet[] {
  const { block, style } = context
  const room = style.area.x1 - style.area.x0
  const sections = sectionParts(context, room - 2 * style.end - 12)
  const lvPages = pagesOf(sections, room, style)
  const lvIds = lvPages.map((_, index) => `block-${context.ordinal}-lv${index + 1}`)
  linkEnds(lvPages, lvIds)
  const hanging: Hanging[] = [
    ...block.transformers.map((transformer): Hanging => {
      const page = lvPages.findIndex((parts) =>
        parts.some(
          (h) => h.kind === 'section' && h.part.main !== null && h.part.bus.tag === transformer.bus_tag,
        ),
      )
      const width =
        style.left + Math.max(style.right, protectionWidth(style, transformer.primary_breaker)) + 6
      return { kind: 'transformer', width, transformer, to: lvIds[page] ?? '' }
    }),
    ...block.bess_branches.map((branch): Hanging => ({
      kind: 'collector',
      width: collectorWidth(style, branch),
      branch,
    })),
  ]
  const mvPages = pagesOf(hanging, room, style)
  const mvIds = mvPages.map((_, index) => sheetId(context, index))
  const mvOf = (transformer: Transformer): string =>
    mvIds[
      mvPages.findIndex((page) => page.some((h) => h.kind === 'transformer' && h.transformer === transformer))
    ] ?? ''
  return [
    ...mvPages.map((page, index) => mvSheet(context, page, index, mvIds)),
    ...lvPages.map((page, index) => lvSheet(context, page, lvIds[index] ?? '', mvOf)),
  ]
}

function sheetId(context: BlockContext, index: number): string {
  return index === 0 ? `block-${context.ordinal}` : `block-${context.ordinal}-${index + 1}`
}

/** The parts of the sections with their ends still open. */
function sectionParts({ block, style }: BlockContext, room: number): Hanging[] {
  const parts = lvParts(block, Math.floor(room / style.feeder))
  return parts.map((piece, index): Hanging => {
    const transformer = block.transformers.find((t) => t.bus_tag === piece.bus.tag) ?? null
    const end = (other: (typeof parts)[number] | undefined, boundary: number): LvPart['left'] =>
      other === undefined
        ? null
        : {
            reference: `${block.block_id}/LV-${boundary}`,
            bus_tag: other.bus.tag,
            tie:
              other.bus.tag === piece.bus.tag
                ? null
                : (block.bus_ties[Math.min(other.index, piece.index)] ?? null),
            sheet_id: '',
            adjacent: false,
          }
    const part: LvPart = {
      bus: piece.bus,
      feeders: piece.feeders,
      main: piece.first ? (transformer?.secondary_breaker ?? null) : null,
      left: end(parts[index - 1], index),
      right: end(parts[index + 1], index + 1),
    }
    return {
      kind: 'section',
      width: lvPartWidth(style, part),
      part,
      transformer: piece.first ? transformer : null,
    }
  })
}

/** On one sheet if all fits, otherwise on several with room for the connectors at both ends of the bus. */
function pagesOf(hanging: readonly Hanging[], room: number, style: SldStyle): Hanging[][] {
  const total = hanging.reduce((sum, h) => sum + h.width, 0)
  const pages = total <= room - 6 ? [[...hanging]] : packColumns(hanging, room - 2 * style.end)
  return pages.length === 0 ? [[]] : pages
}

/** Says of every end of a section which sheet the next part is on. */
function linkEnds(pages: Hanging[][], ids: readonly string[]): void {
  const parts = pages.flatMap((page, sheet) =>
    page.flatMap((h, index) => (h.kind === 'section' ? [{ h, sheet, index }] : [])),
  )
  parts.forEach(({ h, sheet, index }, position) => {
    const to = (end: LvPart['left'], other: (typeof parts)[number] | undefined): LvPart['left'] =>
      end === null || other === undefined
        ? null
        : { ...end, sheet_id: ids[other.sheet] ?? '', adjacent: other.sheet === sheet }
    const part: LvPart = {
      ...h.part,
      left: to(h.part.left, parts[position - 1]),
      right: to(h.part.right, parts[position + 1]),
    }
    const page = pages[sheet]
    if (page !== undefined) page[index] = { ...h, part }
  })
}

/** A sheet with the medium-voltage bus and what hangs from it; the first one of a block also has the supplies. */
function mvSheet(
  context: BlockContext,
  page: readonly Hanging[],
  index: number,
  ids: readonly string[],
): PlannedSheet {
  const { block, style, ordinal, head } = context
  const names = page.map((h) =>
    h.kind === 'section' ? h.part.bus.tag : h.kind === 'collector' ? h.branch.tag : h.transformer.tag,
  )
  const what = index === 0 ? [...block.supplies.map((supply) => supply.tag), ...names] : names
  return {
    sheet_id: ids[index] ?? '',
    title: `Block ${ordinal}, ${head}: ${[...new Set(what)].join(', ')}`,
    draw: (place) => drawMvSheet(context, page, index, ids, place),
  }
  function drawMvSheet(
    { bonds }: BlockContext,
    hanging: readonly Hanging[],
    sheet: number,
    sheets: readonly string[],
    place: Place,
  ): Primitive[] {
    const bus = { tag: block.mv_bus?.tag ?? head, y: style.bus_y }
    const continued = { left: sheet > 0, right: sheet < sheets.length - 1 }
    const x0 = style.area.x0 + (continued.left ? style.end : 3)
    const items: Primitive[] = []
    let entry_y = bus.y + 26
    let right = x0
    if (sheet === 0)
      block.supplies.forEach((supply, position) => {
        const x = x0 + style.left + position * (style.left + style.right)
        const drawn = drawSupply(supply, x, bus, place)
        items.push(...drawn.items)
        entry_y = drawn.entry_y
        right = Math.max(right, x + style.right)
      })
    let x = x0
    let exit_y = bus.y - 10
    const lv_bus_y = lvBusY(context, place)
    for (const h of hanging) {
      const drawn = drawHanging(h, x, bus, lv_bus_y, context, place)
      items.push(...drawn.items)
      if (drawn.exit_y !== null) exit_y = drawn.exit_y
      x += h.width
    }
    const label = busLabel(context)
    const end = Math.max(x - 6, right + style.data * 26 + 4)
    items.push(
      ...(block.mv_bus === null ? [] : [ink.bus.line([x0, bus.y], [end, bus.y], { net: bus.tag })]),
      ...labelStack(style, end - 1, bus.y + stackHeight(style, label) + 1.5, label, {
        halign: 'right',
        net: bus.tag,
      }),
      ...enclosure(context, `${head} MV SWITCHGEAR`, [x0 - 2, exit_y + 0.8], [end + 2, entry_y - 0.8]),
      ...bonding(style, x0 + 3, exit_y + 0.8, bonds),
    )
    for (const side of ['left', 'right'] as const) {
      if (!continued[side]) continue
      const at = side === 'left' ? x0 : end
      const flag = at + (side === 'left' ? -5 : 5)
      const other = sheets[sheet + (side === 'left' ? -1 : 1)] ?? ''
      const reference = `${block.block_id}/MV-${side === 'left' ? sheet : sheet + 1}`
      items.push(
        ink.mv.line([at, bus.y], [flag, bus.y], { net: bus.tag }),
        ...connector(place, reference, [flag, bus.y], side, other, bus.tag, bus.tag),
      )
    }
    return items
  }
}

function drawHanging(
  h: Hanging,
  x: number,
  bus: { readonly tag: string; readonly y: number },
  lv_bus_y: number,
  context: BlockContext,
  place: Place,
): { readonly items: readonly Primitive[]; readonly exit_y: number | null } {
  const { style, head, block } = context
  if (h.kind === 'collector') return drawCollector(h.branch, x, bus, place)
  if (h.kind === 'transformer') {
    const { line, exit_y } = drawTransformer(h.transformer, x + style.left, bus, place)
    const reference = `${block.block_id}/${h.transformer.tag}`
    line.add(...connector(place, reference, [line.x, line.y], 'down', h.to, h.transformer.bus_tag, line.net))
    return { items: line.items, exit_y }
  }
  const start = x + (h.part.left === null ? 0 : style.end)
  const board = enclosure(
    context,
    `${head} LV BOARD`,
    [x + 1, lv_bus_y - boardDepth(style)],
    [x + h.width - 5, lv_bus_y + (h.part.main === null ? 22 : mainHeight(style) + 1)],
  )
  if (h.transformer === null || h.part.main === null)
    return { items: [...drawLvPart(h.part, x, null, lv_bus_y, place), ...board], exit_y: null }
  const { line, exit_y } = drawTransformer(h.transformer, start + style.left, bus, place)
  return { items: [...drawLvPart(h.part, x, line, lv_bus_y, place), ...board], exit_y }
}

/** Height of all low-voltage buses of a block: below its longest transformer feeder. */
function lvBusY({ block, style }: BlockContext, place: Place): number {
  const ends = block.transformers.map((t) => drawTransformer(t, 0, { tag: '', y: style.bus_y }, place).line.y)
  return Math.min(style.bus_y - 40, ...ends) - mainHeight(style) - 2
}

/** A sheet with low-voltage sections alone; each arrives over an off-page connector from its transformer. */
function lvSheet(
  context: BlockContext,
  page: readonly Hanging[],
  sheet_id: string,
  mvSheetOf: (transformer: Transformer) => string,
): PlannedSheet {
  const { block, style, ordinal, head } = context
  return {
    sheet_id,
    title: `Block ${ordinal}, ${head}: low voltage ${page.map((h) => (h.kind === 'section' ? h.part.bus.tag : '')).join(', ')}`,
    draw(place) {
      const top = style.area.y1 - 12
      const bus_y = top - mainHeight(style) - 6
      let x = style.area.x0 + 3
      return page.flatMap((h) => {
        if (h.kind !== 'section') return []
        const left = x
        x += h.width
        const start = left + (h.part.left === null ? 0 : style.end)
        const board = enclosure(
          context,
          `${head} LV BOARD`,
          [left + 1, bus_y - boardDepth(style)],
          [left + h.width - 5, bus_y + mainHeight(style) + 1],
        )
        if (h.transformer === null || h.part.main === null)
          return [...drawLvPart(h.part, left, null, bus_y, place), ...board]
        const line = new Descent(start + style.left, top, h.part.main.tag, ink.lv)
        const reference = `${block.block_id}/${h.transformer.tag}`
        line.add(
          ...connector(
            place,
            reference,
            [line.x, top],
            'up',
            mvSheetOf(h.transformer),
            h.transformer.tag,
            line.net,
          ),
        )
        return [...drawLvPart(h.part, left, line, bus_y, place), ...board]
      })
    },
  }
}

function connector(
  place: Place,
  reference: string,
  at: readonly [number, number],
  direction: 'left' | 'right' | 'up' | 'down',
  sheet_id: string,
  label: string,
  net: string,
): Primitive[] {
  return offPageConnector({
    reference,
    at,
    direction,
    layer: 'E-SYMB-EQPT',
    text_layer: 'E-ANNO-TEXT',
    text_mm: place.style.data,
    sheet_id,
    sheet_number: place.numberOf(sheet_id),
    label,
    label_place: 'beside',
    net,
  })
}

function busLabel({ block }: BlockContext): LabelLine[] {
  const bus = block.mv_bus
  if (bus === null) return []
  return [
    { value: bus.tag, tag: true, id: bus.module_id },
    { value: `${volts(bus.voltage_v)}, 3 ph, ${bus.rating_a} A` },
    { value: `Isc ${bus.short_circuit_ka} kA, withstand ${bus.withstand_ka} kA` },
  ]
}

/** Dashed boundary of an enclosure with its name in its upper right corner. */
function enclosure(
  { style, block }: BlockContext,
  name: string,
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
): Primitive[] {
  const others = block.mv_bus === null || block.mv_bus.scope === 'by_others'
  return [
    ink.boundary.box([x0, y0], x1 - x0, y1 - y0),
    ink.text.text([x1 - 1.5, y1 - style.data - 1.5], style.data, others ? `${name} - BY OTHERS` : name, {
      halign: 'right',
    }),
  ]
}

/** Earth bonds of the switchgear enclosure, hanging from its lower edge. */
function bonding(style: SldStyle, x: number, y: number, bonds: readonly string[]): Primitive[] {
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
