import type { Area, Drawing, Primitive, Sheet, SymbolDefinition } from '@edp/schemas'

import { symbolsUsed } from './define-symbol.ts'
import { frameItems } from './frame.ts'
import { FURNITURE_LAYERS } from './layers.ts'
import { placeSamples, sampledLayers, sampleRoom, type LayerSample } from './layer-samples.ts'
import { MEANING_HEIGHTS, placeLegend, type PlacedLegend } from './legend.ts'
import { notesHeight, placeNotes } from './notes.ts'
import { stripAreas, titleBlockItems } from './title-strip.ts'

/**
 * The drawing as it is printed: every sheet gets frame, reference grid, title block, notes and legend from its data.
 * The writers call it; a generator does not.
 */
export function furnish(drawing: Drawing): Drawing {
  const names = new Set(drawing.layers.map((layer) => layer.name))
  return {
    ...drawing,
    layers: [...FURNITURE_LAYERS.filter((layer) => !names.has(layer.name)), ...drawing.layers],
    sheets: drawing.sheets.map((sheet, index) => ({
      ...sheet,
      items: [...furnitureOf(drawing, sheet, index), ...sheet.items],
    })),
  }
}

/** What the writers add to one sheet. */
export function furnitureOf(drawing: Drawing, sheet: Sheet, index: number): Primitive[] {
  const { notes } = stripAreas(sheet.size)
  const text_mm = notesHeight(sheet.size)
  const placed = placeNotes(sheet.notes, notes, text_mm)
  const sampled = sampledLayers(drawing, sheet)
  const symbols =
    sheet.legend === true
      ? wholeOrPart(symbolsUsed(drawing.symbols, [sheet]), { ...notes, x0: placed.x1 }, text_mm, sampled)
      : { items: [], x1: placed.x1 }
  const samples = placeSamples(
    sampled,
    { ...notes, x0: symbols.x1 },
    text_mm,
    symbols.items.length === 0 ? 'LEGEND' : null,
  )
  return [
    ...frameItems(sheet.size),
    ...titleBlockItems(drawing.title_block, sheet, index, drawing.sheets.length),
    ...placed.items,
    ...symbols.items,
    ...samples,
  ]
}

/**
 * The legend of a sheet, closer where its strip is narrow or the samples of layers beside it have no room otherwise; where that does not
 * hold all symbols, the heading says so.
 */
function wholeOrPart(
  symbols: readonly SymbolDefinition[],
  area: Area,
  text_mm: number,
  samples: readonly LayerSample[],
): PlacedLegend {
  const holdsSamples = ({ x1 }: PlacedLegend): boolean =>
    sampleRoom(samples, { ...area, x0: x1 }, text_mm).count >= samples.length
  const legend = placeLegend(symbols, area, text_mm)
  if (legend.rest.length === 0 && holdsSamples(legend)) return legend
  const { narrow } = MEANING_HEIGHTS
  const close = placeLegend(symbols, area, text_mm, undefined, narrow)
  if (close.rest.length === 0 || close.items.length === 0) return close
  return placeLegend(symbols, area, text_mm, 'LEGEND, IN PART', narrow)
}
