import { drawableText, FONT_SIZE_PER_CAP_HEIGHT, textWidth, type Drawing, type Layer, type Point, type Primitive, type Sheet, type SymbolDefinition } from '@edp/schemas'

import { arcSweep, baselineOffset, cosDeg, sinDeg } from '../sheet/bounds.ts'

/** Points per millimetre. */
export const POINTS_PER_MM = 72 / 25.4

/** A number as PDF writes it: at most three decimals, no exponent, no negative zero. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return String(rounded === 0 ? 0 : rounded)
}

const n = pdfNumber
const xy = ([x, y]: Point): string => `${n(x)} ${n(y)}`

/** Encodes a text as the hexadecimal string of its glyphs. */
export type EncodeText = (text: string) => string

/** Content of a sheet: one optional-content group per layer, in the order of the layers. */
export function sheetContent(drawing: Drawing, sheet: Sheet, encode: EncodeText, fontKey: string): string {
  const symbols = new Map(drawing.symbols.map((s) => [s.name, s]))
  const byLayer = new Map<string, string[]>(drawing.layers.map((l) => [l.name, []]))
  for (const item of sheet.items) byLayer.get(item.layer)?.push(paint(item, drawing, symbols, encode, fontKey))
  const parts = drawing.layers.flatMap((layer, index) => {
    const items = byLayer.get(layer.name) ?? []
    if (items.length === 0 || layer.plot === false) return []
    return [`/OC /L${index} BDC\n${penOf(layer, drawing)}${items.join('')}EMC\n`]
  })
  return `q ${n(POINTS_PER_MM)} 0 0 ${n(POINTS_PER_MM)} 0 0 cm 1 J 1 j\n${parts.join('')}Q\n`
}

function penOf(layer: Layer, drawing: Drawing): string {
  const rgb = layer.rgb.map((c) => n(c / 255)).join(' ')
  return `${rgb} RG ${rgb} rg ${n(layer.lineweight_mm)} w ${dash(layer.linetype, drawing)}\n`
}

function dash(linetype: string | undefined, drawing: Drawing): string {
  const pattern = drawing.linetypes.find((l) => l.name === linetype)?.pattern_mm ?? []
  return `[${pattern.map(n).join(' ')}] 0 d`
}

function paint(item: Primitive, drawing: Drawing, symbols: ReadonlyMap<string, SymbolDefinition>, encode: EncodeText, fontKey: string): string {
  switch (item.kind) {
    case 'line':
      return withDash(item.linetype, drawing, `${xy(item.from)} m ${xy(item.to)} l S\n`)
    case 'polyline':
      return withDash(item.linetype, drawing, `${item.points.map((p, i) => `${xy(p)} ${i === 0 ? 'm' : 'l'}`).join(' ')} ${item.filled === true ? 'f' : item.closed === true ? 's' : 'S'}\n`)
    case 'circle':
      return `${arcPath(item.centre, item.radius, 0, 360)}${item.filled === true ? 'f' : 's'}\n`
    case 'arc':
      return `${arcPath(item.centre, item.radius, item.start_deg, item.end_deg)}S\n`
    case 'text':
      return textOperators(item, encode, fontKey)
    case 'use': {
      const symbol = symbols.get(item.symbol)
      const angle = item.rotation_deg ?? 0
      const [c, s] = [cosDeg(angle), sinDeg(angle)]
      const body = (symbol?.items ?? []).map((part) => paint(part, drawing, symbols, encode, fontKey)).join('')
      return `q ${n(c)} ${n(s)} ${n(-s)} ${n(c)} ${xy(item.at)} cm\n${body}Q\n`
    }
  }
}

function withDash(linetype: string | undefined, drawing: Drawing, operators: string): string {
  return linetype === undefined ? operators : `q ${dash(linetype, drawing)} ${operators.trimEnd()} Q\n`
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
    const from: Point = [x + radius * cosDeg(a) - handle * sinDeg(a), y + radius * sinDeg(a) + handle * cosDeg(a)]
    const to: Point = [x + radius * cosDeg(b) + handle * sinDeg(b), y + radius * sinDeg(b) - handle * cosDeg(b)]
    path += `${xy(from)} ${xy(to)} ${n(x + radius * cosDeg(b))} ${n(y + radius * sinDeg(b))} c `
  }
  return path
}

function textOperators(item: Extract<Primitive, { kind: 'text' }>, encode: EncodeText, fontKey: string): string {
  const value = drawableText(item.value)
  const width = textWidth(value, item.height)
  const along = item.halign === 'right' ? -width : item.halign === 'centre' ? -width / 2 : 0
  const up = baselineOffset(item)
  const upright = item.rotation_deg === 90
  const [x, y] = upright ? [item.at[0] - up, item.at[1] + along] : [item.at[0] + along, item.at[1] + up]
  const matrix = upright ? `0 1 -1 0 ${n(x)} ${n(y)}` : `1 0 0 1 ${n(x)} ${n(y)}`
  return `BT ${fontKey} ${n(item.height * FONT_SIZE_PER_CAP_HEIGHT)} Tf ${matrix} Tm ${encode(value)} Tj ET\n`
}
