import {
  drawableText,
  FONT_SIZE_PER_CAP_HEIGHT,
  type Drawing,
  type Layer,
  type Point,
  type Primitive,
  type TextPrimitive,
  type UsePrimitive,
} from '@edp/schemas'

import { decimalText } from '../decimal-text.ts'
import { arcSweep, textOrigin, cosDeg, sinDeg } from '../sheet/bounds.ts'
import { Utf8Buffer } from '../utf8-buffer.ts'

/** Points per millimetre. */
export const POINTS_PER_MM = 72 / 25.4

/** A number as PDF writes it: at most three decimals, no exponent, no negative zero. */
function pdfNumber(value: number): string {
  return decimalText(Math.round(value * 1000) * 1000)
}

const n = pdfNumber
const xy = ([x, y]: Point): string => `${n(x)} ${n(y)}`

/** Encodes a text as the hexadecimal string of its glyphs. */
export type EncodeText = (text: string) => string

/** The content of every sheet, ASCII: one optional-content group per layer, in the order of the layers. */
export function sheetContents(drawing: Drawing, encode: EncodeText, fontKey: string): Uint8Array[] {
  const dashes = new Map(
    drawing.linetypes.map((type) => [type.name, `[${type.pattern_mm.map(n).join(' ')}] 0 d`]),
  )
  const dash = (linetype: string | undefined): string =>
    (linetype === undefined ? undefined : dashes.get(linetype)) ?? '[] 0 d'
  const paint = painter(dash, encode, fontKey)
  const symbols = new Map(drawing.symbols.map((symbol) => [symbol.name, symbol.items.map(paint).join('')]))
  return drawing.sheets.map((sheet) => {
    const layers = new Map<string, Primitive[]>(drawing.layers.map((layer) => [layer.name, []]))
    for (const item of sheet.items) layers.get(item.layer)?.push(item)
    const content = new Utf8Buffer()
    content.add(`q ${n(POINTS_PER_MM)} 0 0 ${n(POINTS_PER_MM)} 0 0 cm 1 J 1 j\n`)
    drawing.layers.forEach((layer, index) => {
      const items = layers.get(layer.name) ?? []
      if (items.length === 0 || layer.plot === false) return
      content.add(`/OC /L${index} BDC\n${penOf(layer)} ${dash(layer.linetype)}\n`)
      for (const item of items)
        content.add(item.kind === 'use' ? placedSymbol(item, symbols.get(item.symbol) ?? '') : paint(item))
      content.add('EMC\n')
    })
    content.add('Q\n')
    return content.end()
  })
}

function penOf(layer: Layer): string {
  const rgb = layer.rgb.map((part) => n(part / 255)).join(' ')
  return `${rgb} RG ${rgb} rg ${n(layer.lineweight_mm)} w`
}

function placedSymbol(use: UsePrimitive, body: string): string {
  const angle = use.rotation_deg ?? 0
  const [c, s] = [cosDeg(angle), sinDeg(angle)]
  return `q ${n(c)} ${n(s)} ${n(-s)} ${n(c)} ${xy(use.at)} cm\n${body}Q\n`
}

/** Operators of one primitive; a use is placed by the caller. */
function painter(
  dash: (linetype: string) => string,
  encode: EncodeText,
  fontKey: string,
): (item: Primitive) => string {
  const dashed = (linetype: string | undefined, operators: string): string =>
    linetype === undefined ? `${operators}\n` : `q ${dash(linetype)} ${operators} Q\n`
  return (item) => {
    switch (item.kind) {
      case 'line':
        return dashed(item.linetype, `${xy(item.from)} m ${xy(item.to)} l S`)
      case 'polyline': {
        const operator = item.filled === true ? 'f' : item.closed === true ? 's' : 'S'
        const points = item.points.map((point, index) => `${xy(point)} ${index === 0 ? 'm' : 'l'}`)
        return dashed(item.linetype, `${points.join(' ')} ${operator}`)
      }
      case 'circle':
        return `${arcPath(item.centre, item.radius, 0, 360)}${item.filled === true ? 'f' : 's'}\n`
      case 'arc':
        return `${arcPath(item.centre, item.radius, item.start_deg, item.end_deg)}S\n`
      case 'text':
        return textOperators(item, encode, fontKey)
      case 'use':
        return ''
    }
  }
}

/** Bezier curves of at most a quarter turn each. */
function arcPath([x, y]: Point, radius: number, start_deg: number, end_deg: number): string {
  const sweep = arcSweep(start_deg, end_deg)
  const parts = Math.ceil(sweep / 90)
  const step = sweep / parts
  const handle = (4 / 3) * Math.tan((step * Math.PI) / 720) * radius
  let path = `${n(x + radius * cosDeg(start_deg))} ${n(y + radius * sinDeg(start_deg))} m `
  for (let i = 0; i < parts; i += 1) {
    const [a, b] = [start_deg + i * step, start_deg + (i + 1) * step]
    const from: Point = [
      x + radius * cosDeg(a) - handle * sinDeg(a),
      y + radius * sinDeg(a) + handle * cosDeg(a),
    ]
    const to: Point = [
      x + radius * cosDeg(b) + handle * sinDeg(b),
      y + radius * sinDeg(b) - handle * cosDeg(b),
    ]
    path += `${xy(from)} ${xy(to)} ${n(x + radius * cosDeg(b))} ${n(y + radius * sinDeg(b))} c `
  }
  return path
}

function textOperators(item: TextPrimitive, encode: EncodeText, fontKey: string): string {
  const size = n(item.height * FONT_SIZE_PER_CAP_HEIGHT)
  const turn = item.rotation_deg === 90 ? '0 1 -1 0' : '1 0 0 1'
  return `BT /${fontKey} ${size} Tf ${turn} ${xy(textOrigin(item))} Tm ${encode(drawableText(item.value))} Tj ET\n`
}
