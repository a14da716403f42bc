import type { Area, Drawing, Point } from '@edp/schemas'

import { primitiveBox, usedBounds } from '../src/sheet/bounds.ts'

const NEAR_MM = 0.3

/**
 * Whether what is drawn joins two points: pipes of some lines, hoses, and the symbols and boxes that stand between their
 * ends. A pipe joins another where its end lies on it; a symbol or box joins all pipes that end at its bounds.
 */
export function isConnected(
  drawing: Drawing,
  sheet_id: string,
  from: Point,
  to: Point,
  lines: readonly string[],
): boolean {
  const symbols = new Map(drawing.symbols.map((symbol) => [symbol.name, symbol]))
  const pipes: (readonly Point[])[] = []
  const bodies: Area[] = []
  for (const item of drawing.sheets.find((sheet) => sheet.sheet_id === sheet_id)?.items ?? []) {
    if (item.kind === 'use') {
      const symbol = symbols.get(item.symbol)
      // The heat exchanger keeps its two sides apart; an instrument joins no pipes.
      const joins = symbol !== undefined && !/^(HX|INST|INTERLOCK|FLOW-ARROW|TANK|VESSEL)/.test(item.symbol)
      if (joins && (item.net === undefined || !/^\d{3}$/.test(item.net) || lines.includes(item.net)))
        bodies.push(usedBounds(item, symbol))
    } else if (item.layer === 'M-EQPT' && item.kind === 'polyline') bodies.push(primitiveBox(item))
    else if (item.kind === 'polyline' && /^M-(PIPE|HOSE)/.test(item.layer) && lines.includes(item.net ?? ''))
      pipes.push(item.points)
  }
  return reached(pipes, bodies, from).some((pipe) => liesOn(pipe, to))
}

function reached(
  pipes: readonly (readonly Point[])[],
  bodies: readonly Area[],
  from: Point,
): (readonly Point[])[] {
  const seen = pipes.filter((pipe) => liesOn(pipe, from))
  for (const pipe of seen)
    for (const other of pipes)
      if (
        !seen.includes(other) &&
        (meet(pipe, other) || bodies.some((body) => endsAt(body, pipe) && endsAt(body, other)))
      )
        seen.push(other)
  return seen
}

function ends(pipe: readonly Point[]): Point[] {
  const [first, last] = [pipe[0], pipe.at(-1)]
  return first === undefined || last === undefined ? [] : [first, last]
}

function meet(a: readonly Point[], b: readonly Point[]): boolean {
  return ends(a).some((end) => liesOn(b, end)) || ends(b).some((end) => liesOn(a, end))
}

function endsAt(body: Area, pipe: readonly Point[]): boolean {
  return ends(pipe).some(
    ([x, y]) =>
      x > body.x0 - NEAR_MM && x < body.x1 + NEAR_MM && y > body.y0 - NEAR_MM && y < body.y1 + NEAR_MM,
  )
}

function liesOn(pipe: readonly Point[], [x, y]: Point): boolean {
  return pipe.some((a, index) => {
    const b = pipe[index + 1]
    return (
      b !== undefined &&
      x > Math.min(a[0], b[0]) - NEAR_MM &&
      x < Math.max(a[0], b[0]) + NEAR_MM &&
      y > Math.min(a[1], b[1]) - NEAR_MM &&
      y < Math.max(a[1], b[1]) + NEAR_MM
    )
  })
}
