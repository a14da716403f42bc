import { drawingArea, type Primitive, type Sheet, type SiteModel, type SymbolDefinition } from '@edp/schemas'

import { PID_LAYERS } from '../sheet/layers.ts'
import { placeLegend } from '../sheet/legend.ts'
import { pen } from '../sheet/pen.ts'
import { placeTable, type Table } from '../sheet/table.ts'
import { legendTables } from './legend-codes.ts'
import { TABLE_STYLE } from './pid-tables.ts'

const TEXT_MM = 2.5
const LINE_PITCH = 4.5
const GAP_MM = 6
/** Columns of the sheet right of the symbols, from the left edge, mm. */
const CODES_X = 189
const TAGS_X = 284

/** Pens that the legend shows as lines, in its order. */
const LINES = [
  'M-PIPE-FWSS',
  'M-PIPE-FWSR',
  'M-PIPE-TCSS',
  'M-PIPE-TCSR',
  'M-PIPE-AUXL',
  'M-INST',
  'M-SIGL',
  'M-LEAK',
  'M-BNDY',
]

/** Sheet of the legend, in the list of sheets. */
export const LEGEND = { sheet_id: 'pid-legend', title: 'Legend and list of sheets' } as const

/** Legend of the diagram: its symbols, its lines, the letters of its tags and the codes of its line numbers; the list of its sheets. */
export function legendSheet(site: SiteModel, symbols: readonly SymbolDefinition[], list: Table): Sheet {
  const area = drawingArea('A3')
  const { letters, equipment, lines } = legendTables(site)
  const [codesX, tagsX] = [area.x0 + CODES_X, area.x0 + TAGS_X]
  const machines = placeTable(equipment, { ...area, x0: codesX }, TABLE_STYLE)
  const below = area.y1 - machines.height_mm - GAP_MM
  const codes = placeTable(lines, { ...area, x0: codesX, y1: below }, TABLE_STYLE)
  const tags = placeTable(letters, { ...area, x0: tagsX }, TABLE_STYLE)
  const samples = area.y1 - tags.height_mm - 1.5 * GAP_MM
  return {
    ...LEGEND,
    size: 'A3',
    items: [
      ...placeLegend(symbols, { ...area, x1: codesX }, TEXT_MM, 'SYMBOLS').items,
      ...machines.items,
      ...codes.items,
      ...tags.items,
      ...placeTable(list, { ...area, x0: codesX, y1: below - codes.height_mm - GAP_MM }, TABLE_STYLE).items,
      ...LINES.flatMap((name, index) => lineSample(name, tagsX, samples - index * LINE_PITCH)),
    ],
    notes: [],
  }
}

function lineSample(name: string, x: number, y: number): Primitive[] {
  const layer = PID_LAYERS.find((candidate) => candidate.name === name)
  return [
    pen(name).line([x, y], [x + 24, y]),
    pen('M-ANNO-TEXT').text([x + 28, y], TEXT_MM, layer?.description ?? name, { valign: 'middle' }),
  ]
}
