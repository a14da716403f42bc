import { EdpError, type Drawing, type Primitive, type Problem } from '@edp/schemas'

/**
 * Checks what the writers rely on: layers, symbols and linetypes that exist, numbers that are finite.
 *
 * @throws {EdpError} `invalid_drawing` with every problem at once.
 */
export function checkDrawing(drawing: Drawing): void {
  const layers = new Set(['0', ...drawing.layers.map((l) => l.name)])
  const symbols = new Set(drawing.symbols.map((s) => s.name))
  const linetypes = new Set(drawing.linetypes.map((l) => l.name))
  const problems: Problem[] = []
  const demand = (ok: boolean, path: Problem['path'], message: string, input: unknown): void => {
    if (!ok) problems.push({ path, type: 'drawing', message, input })
  }
  const checkItems = (items: readonly Primitive[], path: Problem['path']): void => {
    items.forEach((item, index) => {
      const at = [...path, index]
      demand(layers.has(item.layer), [...at, 'layer'], 'no such layer', item.layer)
      if (item.kind === 'use') demand(symbols.has(item.symbol), [...at, 'symbol'], 'no such symbol', item.symbol)
      if ('linetype' in item && item.linetype !== undefined) demand(linetypes.has(item.linetype), [...at, 'linetype'], 'no such linetype', item.linetype)
      for (const value of numbersOf(item)) demand(Number.isFinite(value), at, 'expected finite numbers', value)
    })
  }
  drawing.layers.forEach((layer, index) => {
    if (layer.linetype !== undefined) demand(linetypes.has(layer.linetype), ['layers', index, 'linetype'], 'no such linetype', layer.linetype)
  })
  drawing.symbols.forEach((symbol, index) => { checkItems(symbol.items, ['symbols', index, 'items']) })
  drawing.sheets.forEach((sheet, index) => { checkItems(sheet.items, ['sheets', index, 'items']) })
  if (problems.length > 0) throw new EdpError('invalid_drawing', `drawing ${drawing.drawing_id}: ${problems.length} problems`, problems.slice(0, 50))
}

function numbersOf(item: Primitive): number[] {
  switch (item.kind) {
    case 'line':
      return [...item.from, ...item.to]
    case 'polyline':
      return item.points.flat()
    case 'circle':
      return [...item.centre, item.radius]
    case 'arc':
      return [...item.centre, item.radius, item.start_deg, item.end_deg]
    case 'text':
      return [...item.at, item.height]
    case 'use':
      return [...item.at]
  }
}
