import { EdpError, type Drawing, type Point, type Primitive, type Problem } from '@edp/schemas'

import { FURNITURE_LAYERS } from './sheet/layers.ts'
import { INHERIT } from './sheet/pen.ts'

const NAME = /^[A-Z0-9][A-Z0-9_-]{0,30}$/

/**
 * Checks what the writers rely on: names that exist, are unique and are safe in a file, and numbers that are finite.
 *
 * @throws {EdpError} `invalid_drawing` with every problem at once.
 */
export function checkDrawing(drawing: Drawing): void {
  const problems: Problem[] = []
  const object = (path: Problem['path'], message: string, input: unknown): void => {
    problems.push({ path, type: 'drawing', message: `${message}, found ${String(input)}`, input })
  }
  const demand = (ok: boolean, path: Problem['path'], message: string, input: unknown): void => {
    if (!ok) object(path, message, input)
  }
  const namesOf = (key: 'layers' | 'symbols' | 'linetypes'): Set<string> => {
    const names = new Set<string>()
    drawing[key].forEach(({ name }, index) => {
      demand(NAME.test(name), [key, index, 'name'], 'expected a name of A-Z, 0-9, _ and -', name)
      demand(!names.has(name), [key, index, 'name'], 'expected a unique name', name)
      names.add(name)
    })
    return names
  }
  const layers = namesOf('layers')
  for (const { name } of FURNITURE_LAYERS) layers.add(name)
  const symbols = namesOf('symbols')
  const linetypes = namesOf('linetypes')
  const sheets = new Set(drawing.sheets.map((sheet) => sheet.sheet_id))

  const checkItems = (
    items: readonly Primitive[],
    known: ReadonlySet<string>,
    path: Problem['path'],
  ): void => {
    items.forEach((item, index) => {
      // Paths are made for what is wrong only: there are a hundred thousand primitives on a large site.
      if (!known.has(item.layer)) object([...path, index, 'layer'], 'no such layer', item.layer)
      if (item.kind === 'use' && !symbols.has(item.symbol))
        object([...path, index, 'symbol'], 'no such symbol', item.symbol)
      if ('linetype' in item && item.linetype !== undefined && !linetypes.has(item.linetype))
        object([...path, index, 'linetype'], 'no such linetype', item.linetype)
      if ('link' in item && item.link !== undefined && !sheets.has(item.link.sheet_id))
        object([...path, index, 'link'], 'no such sheet', item.link.sheet_id)
      if (isFinitePrimitive(item)) return
      const wrong = numbersOf(item).find((value) => !Number.isFinite(value))
      object([...path, index], 'expected finite numbers', wrong)
    })
  }
  drawing.layers.forEach(({ linetype }, index) => {
    if (linetype !== undefined)
      demand(linetypes.has(linetype), ['layers', index, 'linetype'], 'no such linetype', linetype)
  })
  drawing.symbols.forEach((symbol, index) => {
    const path = ['symbols', index, 'items']
    checkItems(symbol.items, new Set([INHERIT, ...layers]), path)
    const nested = symbol.items.findIndex((item) => item.kind === 'use')
    demand(nested < 0, [...path, nested], 'expected a symbol without other symbols', symbol.name)
  })
  drawing.sheets.forEach((sheet, index) => {
    checkItems(sheet.items, layers, ['sheets', index, 'items'])
  })
  demand(
    sheets.size === drawing.sheets.length,
    ['sheets'],
    'expected unique sheet ids',
    drawing.sheets.length,
  )
  if (problems.length > 0)
    throw new EdpError(
      'invalid_drawing',
      `drawing ${drawing.drawing_id}: ${problems.length} problems`,
      problems,
    )
}

/** Whether all numbers of a primitive are finite; their list is made for what is wrong only. */
function isFinitePrimitive(item: Primitive): boolean {
  const finite = ([x, y]: Point): boolean => Number.isFinite(x) && Number.isFinite(y)
  switch (item.kind) {
    case 'line':
      return finite(item.from) && finite(item.to)
    case 'polyline':
      return item.points.every(finite)
    case 'circle':
      return finite(item.centre) && Number.isFinite(item.radius)
    case 'text':
      return finite(item.at) && Number.isFinite(item.height)
    case 'use':
      return finite(item.at)
    case 'arc':
      return numbersOf(item).every((value) => Number.isFinite(value))
  }
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
