import type { BessBranch, BlockElectrical, EarthingTransformer, Transformer } from '@edp/schemas'

import { collectorWidth } from './collector.ts'
import { packColumns } from './column.ts'
import { lvPartWidth, lvParts, surgeWidth, type LvPart } from './lv-part.ts'
import { hangingWidth } from './protection.ts'
import type { SldStyle } from './sld-style.ts'

/** What the label of a connector reaches beyond the end of a bus, mm. */
const CONNECTOR_MM = 12

/** Left of the first feeder of a sheet and right of the last one, mm. */
const MARGINS_MM = 14

/** A section of the low-voltage board, or the part of one that a sheet holds, with the transformer above it. */
export interface HangingSection {
  readonly kind: 'section'
  readonly width: number
  readonly part: LvPart
  /** Null on the parts of a section after the first. */
  readonly transformer: Transformer | null
}

/** A transformer whose section is on another sheet. */
export interface HangingTransformer {
  readonly kind: 'transformer'
  readonly width: number
  readonly transformer: Transformer
  /** Sheet of its section. */
  readonly to: string
}

/** A battery collector with its chain of units. */
export interface HangingCollector {
  readonly kind: 'collector'
  readonly width: number
  readonly branch: BessBranch
}

/** The earthing transformer of a block. */
export interface HangingEarthing {
  readonly kind: 'earthing'
  readonly width: number
  readonly earthing: EarthingTransformer
}

/** What hangs from the medium-voltage bus. */
export type Hanging = HangingSection | HangingTransformer | HangingEarthing | HangingCollector

/** The sections of a block as parts that fit a sheet, their ends still without the sheets that they lead to. */
export function hangingSections(block: BlockElectrical, style: SldStyle): HangingSection[] {
  const parts = lvParts(block, mostFeeders(block, style))
  return parts.map((piece, index): HangingSection => {
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

/** Feeders of a section that one sheet holds. */
function mostFeeders({ lv_buses, feeders }: BlockElectrical, style: SldStyle): number {
  const room = style.area.x1 - style.area.x0 - 12 - surgeWidth(style)
  // The only section of a block has no bus beside it: its sheet goes on to the right alone, over the medium voltage.
  const whole = Math.floor((room - style.end - MARGINS_MM) / style.feeder)
  return lv_buses.length === 1 && feeders.length <= whole
    ? whole
    : Math.floor((room - 2 * style.end) / style.feeder)
}

/** The earthing transformer of a block, where it has one. */
export function hangingEarthing(block: BlockElectrical, style: SldStyle): HangingEarthing[] {
  const { earthing_transformer: earthing } = block
  return earthing === null
    ? []
    : [{ kind: 'earthing', width: hangingWidth(style, earthing.breaker), earthing }]
}

/** The battery collectors of a block. */
export function hangingCollectors(block: BlockElectrical, style: SldStyle): HangingCollector[] {
  return block.bess_branches.map((branch) => ({
    kind: 'collector',
    width: collectorWidth(style, branch),
    branch,
  }))
}

/** The transformers of a block without their sections; `sheetOf` names the sheet of a section. */
export function hangingTransformers(
  block: BlockElectrical,
  style: SldStyle,
  sheetOf: (bus_tag: string) => string,
): HangingTransformer[] {
  return block.transformers.map((transformer) => ({
    kind: 'transformer',
    width: hangingWidth(style, transformer.primary_breaker),
    transformer,
    to: sheetOf(transformer.bus_tag),
  }))
}

/** On one sheet if all fits, otherwise on several with room for the connectors at both ends of the bus. */
export function pagesOf<T extends Hanging>(hanging: readonly T[], style: SldStyle): T[][] {
  const room = style.area.x1 - style.area.x0
  const total = hanging.reduce((sum, h) => sum + h.width, 0)
  const pages = total <= room - 6 ? [[...hanging]] : packColumns(hanging, room - 2 * style.end - CONNECTOR_MM)
  return pages.length === 0 ? [[]] : pages
}

/** Says of every end of a section which sheet the next part is on. */
export function linkEnds<T extends Hanging>(pages: readonly (readonly T[])[], ids: readonly string[]): T[][] {
  const parts = pages.flatMap((page, sheet) =>
    page.flatMap((h) => (h.kind === 'section' ? [{ part: h.part, sheet }] : [])),
  )
  const positions = new Map(parts.map(({ part }, position) => [part, position]))
  return pages.map((page, sheet) =>
    page.map((h) => {
      if (h.kind !== 'section') return h
      const position = positions.get(h.part) ?? 0
      const to = (end: LvPart['left'], other: (typeof parts)[number] | undefined): LvPart['left'] =>
        end === null || other === undefined
          ? null
          : { ...end, sheet_id: ids[other.sheet] ?? '', adjacent: other.sheet === sheet }
      const part: LvPart = {
        ...h.part,
        left: to(h.part.left, parts[position - 1]),
        right: to(h.part.right, parts[position + 1]),
      }
      return { ...h, part }
    }),
  )
}
