import { fitText, wrapText, type Area, type Primitive, type SymbolDefinition } from '@edp/schemas'

import { pen } from './pen.ts'
import { scaled } from './scaled.ts'

const ink = pen('G-ANNO-TEXT')
const SYMBOL_WIDTH_MM = 16
const CELL_HEIGHT_MM = 11

/** A legend in an area, and the symbols that it did not hold. */
export interface PlacedLegend {
  readonly items: readonly Primitive[]
  readonly rest: readonly SymbolDefinition[]
  /** Right edge of its last column, mm. */
  readonly x1: number
}

/** Widths of the meaning of a symbol, in cap heights: the usual one, and one for a narrow strip. */
export const MEANING_HEIGHTS = { usual: 26, narrow: 18 } as const

/** Symbols with their meaning, column by column from the upper left of an area; large symbols are drawn smaller. */
export function placeLegend(
  symbols: readonly SymbolDefinition[],
  area: Area,
  text_mm: number,
  heading = 'LEGEND',
  meaning_heights: number = MEANING_HEIGHTS.usual,
): PlacedLegend {
  if (symbols.length === 0) return { items: [], rest: [], x1: area.x0 }
  const cell = { width: SYMBOL_WIDTH_MM + text_mm * meaning_heights, height: CELL_HEIGHT_MM }
  const top = area.y1 - text_mm * 2.4
  const rows = Math.max(1, Math.floor((top - area.y0) / cell.height))
  const columns = Math.max(0, Math.floor((area.x1 - area.x0) / cell.width))
  if (columns === 0) return { items: [], rest: symbols, x1: area.x0 }
  const shown = symbols.slice(0, rows * columns)
  const items: Primitive[] = [ink.text([area.x0, area.y1 - text_mm * 1.2], text_mm * 1.2, heading)]
  shown.forEach((symbol, index) => {
    const x = area.x0 + Math.floor(index / rows) * cell.width
    const y = top - (index % rows) * cell.height - cell.height / 2
    const [x0, y0, x1, y1] = symbol.bounds
    const scale = Math.min(
      1,
      (SYMBOL_WIDTH_MM - 3) / Math.max(x1 - x0, 1),
      (cell.height - 2) / Math.max(y1 - y0, 1),
    )
    const [cx, cy] = [x + SYMBOL_WIDTH_MM / 2, y]
    items.push(
      ...scaled(
        symbol.items,
        scale,
        cx - (scale * (x0 + x1)) / 2,
        cy - (scale * (y0 + y1)) / 2,
        'G-ANNO-TTLB',
        text_mm,
      ),
    )
    const room = cell.width - SYMBOL_WIDTH_MM - 3
    const lines = wrapText(symbol.description, text_mm, room)
    const kept =
      lines.length <= 3 ? lines : [...lines.slice(0, 2), fitText(lines.slice(2).join(' '), text_mm, room)]
    kept.forEach((line, i) =>
      items.push(
        ink.text([x + SYMBOL_WIDTH_MM + 1, y + (kept.length / 2 - i - 0.8) * text_mm * 1.45], text_mm, line),
      ),
    )
  })
  const x1 = area.x0 + Math.ceil(shown.length / rows) * cell.width
  return { items, rest: symbols.slice(shown.length), x1 }
}
