import {
  drawableText,
  textWidth,
  type Area,
  type Point,
  type Primitive,
  type SymbolDefinition,
  type TextPrimitive,
  type UsePrimitive,
} from '@edp/schemas'

/** Depth of descenders and rise of accents over the cap height, as a share of the cap height. */
const DESCENT = 0.28
const DESCENDING = /[gjpqy,;()[\]_|{}]/

/** Where the first character of a text stands: left end of its baseline, mm. */
export function textOrigin(text: TextPrimitive): Point {
  const [x, y] = text.at
  const width = text.halign === undefined || text.halign === 'left' ? 0 : drawnWidth(text)
  const along = text.halign === 'right' ? -width : -width / 2
  const up = baselineOffset(text)
  return text.rotation_deg === 90 ? [x - up, y + along] : [x + along, y + up]
}

/** Width of a text as it is drawn, mm. */
function drawnWidth(text: TextPrimitive): number {
  return textWidth(drawableText(text.value), text.height)
}

/** The box that a text covers, descenders included. */
export function textBox(text: TextPrimitive): Area {
  const width = drawnWidth(text)
  const [x, y] = textOrigin(text)
  const descent = DESCENDING.test(text.value) ? text.height * DESCENT : 0
  return text.rotation_deg === 90
    ? { x0: x - text.height, x1: x + descent, y0: y, y1: y + width }
    : { x0: x, x1: x + width, y0: y - descent, y1: y + text.height }
}

/** From the anchor of a text up to its baseline, mm; negative when the baseline is below the anchor. */
function baselineOffset(text: Pick<TextPrimitive, 'valign' | 'height'>): number {
  if (text.valign === 'middle') return -text.height / 2
  return text.valign === 'top' ? -text.height : 0
}

/** The box around primitives; uses count as their insertion point. */
export function boundsOf(items: readonly Primitive[]): Area {
  return around(items.map(primitiveBox))
}

/** The box around primitives with their symbols. */
export function inkBounds(items: readonly Primitive[], symbols: readonly SymbolDefinition[]): Area {
  const library = new Map(symbols.map((symbol) => [symbol.name, symbol]))
  return around(items.map((item) => drawnBox(item, library)))
}

/** The box around one primitive; a use covers what its symbol does, where that is known. */
export function drawnBox(item: Primitive, symbols: ReadonlyMap<string, SymbolDefinition>): Area {
  const symbol = item.kind === 'use' ? symbols.get(item.symbol) : undefined
  return item.kind === 'use' && symbol !== undefined ? usedBounds(item, symbol) : primitiveBox(item)
}

/** The box around one primitive; a use counts as its insertion point. */
export function primitiveBox(item: Primitive): Area {
  switch (item.kind) {
    case 'line':
      return pointsBox([item.from, item.to])
    case 'polyline':
      return pointsBox(item.points)
    case 'circle':
      return squareAt(item.centre, item.radius)
    case 'arc':
      return pointsBox(arcExtremes(item.centre, item.radius, item.start_deg, item.end_deg))
    case 'text':
      return textBox(item)
    case 'use':
      return squareAt(item.at, 0)
  }
}

function pointsBox(points: readonly Point[]): Area {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    if (x < x0) x0 = x
    if (x > x1) x1 = x
    if (y < y0) y0 = y
    if (y > y1) y1 = y
  }
  return { x0, y0, x1, y1 }
}

/** The box around boxes. */
function around(boxes: readonly Area[]): Area {
  return pointsBox(
    boxes.flatMap(({ x0, y0, x1, y1 }): Point[] => [
      [x0, y0],
      [x1, y1],
    ]),
  )
}

function squareAt([x, y]: Point, radius: number): Area {
  return { x0: x - radius, y0: y - radius, x1: x + radius, y1: y + radius }
}

/** Both ends of an arc and the quadrant points that it passes. */
function arcExtremes([x, y]: Point, radius: number, start_deg: number, end_deg: number): Point[] {
  const sweep = arcSweep(start_deg, end_deg)
  const angles = [start_deg, start_deg + sweep]
  for (let angle = Math.ceil(start_deg / 90) * 90; angle < start_deg + sweep; angle += 90) angles.push(angle)
  return angles.map((angle) => [x + radius * cosDeg(angle), y + radius * sinDeg(angle)])
}

/** Counter-clockwise sweep of an arc in degrees, 0 < sweep <= 360. */
export function arcSweep(start_deg: number, end_deg: number): number {
  const sweep = (((end_deg - start_deg) % 360) + 360) % 360
  return sweep === 0 ? 360 : sweep
}

/** Cosine of degrees, exact at the quadrants. */
export function cosDeg(angle: number): number {
  return sinDeg(angle + 90)
}

/** Sine of degrees, exact at the quadrants. */
export function sinDeg(angle: number): number {
  const turn = ((angle % 360) + 360) % 360
  if (turn === 0 || turn === 180) return 0
  if (turn === 90) return 1
  return turn === 270 ? -1 : Math.sin((turn * Math.PI) / 180)
}

/** A point of a symbol on the sheet. */
export function placed(use: UsePrimitive, [x, y]: Point): Point {
  const angle = use.rotation_deg ?? 0
  const [c, s] = [cosDeg(angle), sinDeg(angle)]
  return [use.at[0] + c * x - s * y, use.at[1] + s * x + c * y]
}

/** The box that a use of a symbol covers. */
export function usedBounds(use: UsePrimitive, symbol: SymbolDefinition): Area {
  const [x0, y0, x1, y1] = symbol.bounds
  return pointsBox([placed(use, [x0, y0]), placed(use, [x1, y1])])
}
