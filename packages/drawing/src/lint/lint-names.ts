import type { Drawing, Primitive } from '@edp/schemas'

import { FURNITURE_LAYERS } from '../sheet/layers.ts'
import type { DrawingProblem } from './drawing-problem.ts'

/** Layers, linetypes, symbols, attributes and sheets that do not exist, and sheets that exist twice. */
export function lintNames(drawing: Drawing): DrawingProblem[] {
  const layers = new Set([...FURNITURE_LAYERS, ...drawing.layers].map((layer) => layer.name))
  const linetypes = new Set(drawing.linetypes.map((type) => type.name))
  const attributes = new Map(drawing.symbols.map((symbol) => [symbol.name, new Set(symbol.attributes)]))
  const sheets = new Set(drawing.sheets.map((sheet) => sheet.sheet_id))

  const unknownOf = (item: Primitive): [DrawingProblem['code'], string][] => {
    const unknown: [DrawingProblem['code'], string][] = []
    if (!layers.has(item.layer)) unknown.push(['unknown_layer', `no layer ${item.layer}`])
    if ('linetype' in item && item.linetype !== undefined && !linetypes.has(item.linetype))
      unknown.push(['unknown_linetype', `no linetype ${item.linetype}`])
    if ('link' in item && item.link !== undefined && !sheets.has(item.link.sheet_id))
      unknown.push(['unknown_sheet', `no sheet ${item.link.sheet_id}`])
    if (item.kind !== 'use') return unknown
    const known = attributes.get(item.symbol)
    if (known === undefined) return [...unknown, ['unknown_symbol', `no symbol ${item.symbol}`]]
    for (const name of Object.keys(item.attributes ?? {}))
      if (!known.has(name))
        unknown.push(['unknown_attribute', `symbol ${item.symbol} has no attribute ${name}`])
    return unknown
  }

  const seen = new Set<string>()
  return drawing.sheets.flatMap(({ sheet_id, items }): DrawingProblem[] => {
    const twice: DrawingProblem[] = seen.has(sheet_id)
      ? [{ code: 'duplicate_sheet', sheet_id, message: `sheet ${sheet_id} occurs twice` }]
      : []
    seen.add(sheet_id)
    return [
      ...twice,
      ...items.flatMap((item) => unknownOf(item).map(([code, message]) => ({ code, sheet_id, message }))),
    ]
  })
}
