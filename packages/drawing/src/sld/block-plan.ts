import type { BlockElectrical, SiteModel, Transformer } from '@edp/schemas'

import { blockContext, type BlockContext, type PlannedSheet } from './block-context.ts'
import {
  hangingCollectors,
  hangingEarthing,
  hangingSections,
  hangingTransformers,
  linkEnds,
  pagesOf,
  type Hanging,
  type HangingSection,
} from './hanging.ts'
import { lvSheet } from './lv-sheet.ts'
import { mvSheet } from './mv-sheet.ts'
import type { SldStyle } from './sld-style.ts'

/**
 * The sheets of one block, from its supplies to its loads. Stacked, a section hangs below its transformer on one sheet;
 * otherwise low voltage has sheets of its own. What does not fit side by side goes on over off-page connectors.
 */
export function planBlock(site: SiteModel, block: BlockElectrical, style: SldStyle): PlannedSheet[] {
  const context = blockContext(site, block, style)
  return style.stacked ? stackedSheets(context) : splitSheets(context)
}

function stackedSheets(context: BlockContext): PlannedSheet[] {
  const { block, style } = context
  const pages = pagesOf(
    [...hangingSections(block, style), ...hangingEarthing(block, style), ...hangingCollectors(block, style)],
    style,
  )
  const ids = pages.map((_, index) => sheetId(context, index))
  // The medium-voltage bus passes over sheets on which nothing hangs from it.
  const onBus = ids.filter((_, index) => index === 0 || !(pages[index] ?? []).every(isContinued))
  return linkEnds(pages, ids).map((page, index) => {
    const id = ids[index] ?? ''
    const position = onBus.indexOf(id)
    return position >= 0
      ? mvSheet(context, page, position, onBus)
      : lvSheet(context, page.filter(isContinued), id, () => '')
  })
}

/** A part of a section after its first one: its transformer and main breaker are on another sheet. */
function isContinued(h: Hanging): h is HangingSection {
  return h.kind === 'section' && h.part.main === null
}

function splitSheets(context: BlockContext): PlannedSheet[] {
  const { block, style } = context
  const pages = pagesOf(hangingSections(block, style), style)
  const lvIds = pages.map((_, index) => `block-${context.ordinal}-lv${index + 1}`)
  const lvPages = linkEnds(pages, lvIds)
  const lvSheetOf = (bus_tag: string): string =>
    lvIds[
      lvPages.findIndex((page) => page.some((h) => h.part.main !== null && h.part.bus.tag === bus_tag))
    ] ?? ''
  // Collectors with their skids are as high as a sheet: they have sheets without supplies above the bus.
  const collectors = hangingCollectors(block, style)
  const mvPages: Hanging[][] = [
    ...pagesOf([...hangingTransformers(block, style, lvSheetOf), ...hangingEarthing(block, style)], style),
    ...(collectors.length === 0 ? [] : pagesOf(collectors, style)),
  ]
  const mvIds = mvPages.map((_, index) => sheetId(context, index))
  const mvSheetOf = (transformer: Transformer): string =>
    mvIds[
      mvPages.findIndex((page) => page.some((h) => h.kind === 'transformer' && h.transformer === transformer))
    ] ?? ''
  return [
    ...mvPages.map((page, index) => mvSheet(context, page, index, mvIds)),
    ...lvPages.map((page, index) => lvSheet(context, page, lvIds[index] ?? '', mvSheetOf)),
  ]
}

function sheetId(context: BlockContext, index: number): string {
  return index === 0 ? `block-${context.ordinal}` : `block-${context.ordinal}-${index + 1}`
}
