import {
  EdpError,
  FONT_SIZE_PER_CAP_HEIGHT,
  SHEET_SIZES,
  drawableText,
  textWidth,
  type Drawing,
  type Point,
  type Primitive,
} from '@edp/schemas'

import { arcSweep, cosDeg, sinDeg, textOrigin } from '../sheet/bounds.ts'
import { furnished } from '../sheet/furnished.ts'

/**
 * Writes one sheet as SVG. Symbols and texts carry the `data-id` of the module or device that they stand for, and the
 * first symbol of each also the `id`, so that a page can overlay live values; a symbol's attributes follow as `data-tag`,
 * `data-module-id` and so on. Texts are as wide as they were laid out, whatever font the page has.
 *
 * @throws {EdpError} `invalid_drawing` for a drawing that cannot be drawn or a sheet that it does not have.
 * @example const svg = renderSvg(drawSld(site), 'block-1')
 */
export function renderSvg(drawing: Drawing, sheet_id: string): string {
  const ready = furnished(drawing)
  const sheet = ready.sheets.find((candidate) => candidate.sheet_id === sheet_id)
  if (sheet === undefined)
    throw new EdpError('invalid_drawing', `drawing ${drawing.drawing_id} has no sheet ${sheet_id}`)
  const symbols = new Map(ready.symbols.map((symbol) => [symbol.name, symbol.items]))
  const dashes = new Map(ready.linetypes.map((type) => [type.name, type.pattern_mm.map(n).join(' ')]))
  const ids = new Set<string>()

  const paint = (item: Primitive): string => {
    switch (item.kind) {
      case 'line':
        return path([item.from, item.to], '', dashOf(item.linetype))
      case 'polyline':
        return path(
          item.points,
          item.closed === true || item.filled === true ? 'Z' : '',
          dashOf(item.linetype),
          item.filled,
        )
      case 'circle':
        return `<circle cx="${n(item.centre[0])}" cy="${n(-item.centre[1])}" r="${n(item.radius)}"${item.filled === true ? SOLID : ''}/>`
      case 'arc':
        return `<path d="${arcPath(item.centre, item.radius, item.start_deg, item.end_deg)}"/>`
      case 'text': {
        const [x, y] = textOrigin(item)
        const place =
          item.rotation_deg === 90
            ? `transform="translate(${n(x)} ${n(-y)}) rotate(-90)"`
            : `x="${n(x)}" y="${n(-y)}"`
        const size = n(item.height * FONT_SIZE_PER_CAP_HEIGHT)
        const value = drawableText(item.value)
        const length = `textLength="${n(textWidth(value, item.height))}" lengthAdjust="spacingAndGlyphs"`
        return `<text ${place} font-size="${size}" ${length}${SOLID} stroke="none"${dataId(item.id)}>${escaped(value)}</text>`
      }
      case 'use': {
        const turn = item.rotation_deg === undefined ? '' : ` rotate(${-item.rotation_deg})`
        const place = `transform="translate(${n(item.at[0])} ${n(-item.at[1])})${turn}"`
        const own = item.id !== undefined && !ids.has(item.id) ? ` id="${escaped(item.id)}"` : ''
        if (item.id !== undefined) ids.add(item.id)
        const data = Object.entries(item.attributes ?? {}).map(
          ([name, value]) =>
            ` data-${name.toLowerCase().replaceAll('_', '-')}="${escaped(drawableText(value))}"`,
        )
        return `<g ${place}${own}${dataId(item.id)}${data.join('')} class="${item.symbol}">${(symbols.get(item.symbol) ?? []).map(paint).join('')}</g>`
      }
    }
  }
  const dashOf = (linetype: string | undefined): string =>
    linetype === undefined ? '' : ` stroke-dasharray="${dashes.get(linetype) ?? ''}"`

  const [width, height] = SHEET_SIZES[sheet.size]
  const groups = ready.layers.flatMap((layer) => {
    const items = sheet.items.filter((item) => item.layer === layer.name)
    if (items.length === 0 || layer.plot === false) return []
    const colour = `#${layer.rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`
    return [
      `<g class="${layer.name}" color="${colour}" stroke="${colour}" fill="none" stroke-width="${n(layer.lineweight_mm)}" stroke-linecap="round" stroke-linejoin="round"${dashOf(layer.linetype)}>${items.map(paint).join('')}</g>`,
    ]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 ${-height} ${width} ${height}" font-family="${FONTS}">`,
    `<title>${escaped(drawableText(`${drawing.title_block.document_type}, ${sheet.title}`))}</title>`,
    ...groups,
    '</svg>\n',
  ].join('\n')
}

/** The font of the other writers and those of its widths (Liberation Sans, Arial). */
const FONTS = "Arimo, 'Liberation Sans', Arial, Helvetica, sans-serif"

const SOLID = ' fill="currentColor"'

function n(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return String(rounded === 0 ? 0 : rounded)
}

function path(points: readonly Point[], end: string, dash: string, filled?: boolean): string {
  const d = points.map(([x, y]) => `${n(x)} ${n(-y)}`).join('L')
  return `<path d="M${d}${end}"${filled === true ? SOLID : ''}${dash}/>`
}

function arcPath([x, y]: Point, radius: number, start_deg: number, end_deg: number): string {
  const at = (angle: number): string => `${n(x + radius * cosDeg(angle))} ${n(-y - radius * sinDeg(angle))}`
  const large = arcSweep(start_deg, end_deg) > 180 ? 1 : 0
  return `M${at(start_deg)}A${n(radius)} ${n(radius)} 0 ${large} 0 ${at(end_deg)}`
}

function dataId(id: string | undefined): string {
  return id === undefined ? '' : ` data-id="${escaped(id)}"`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
