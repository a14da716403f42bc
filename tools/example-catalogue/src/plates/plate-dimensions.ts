import { roundTo, textWidth } from '@edp/schemas'

import { countHoles, type Hole } from './plate-holes.ts'
import { TEXT_MM, type Mark, type Point } from './plate-mark.ts'
import type { Plate } from './plate.ts'

export function dimensions(plate: Plate, holes: readonly Hole[], scale: number): Mark[] {
  const { width_mm: width, height_mm: height, corner_radius_mm: radius } = plate.outline
  const centres = plate.slots.flatMap((slot) => slot.at)
  const edge = plate.perimeter.edge_offset_mm
  const columns = distinct([edge, ...centres.map(({ x }) => x)])
  const rows = distinct([edge, ...centres.map(({ y }) => y)])
  const overall = 22 * scale
  const perimeter = holes.filter(({ use }) => use === 'perimeter')
  const pitch = (values: readonly number[]): number => roundTo((values[1] ?? 0) - (values[0] ?? 0), 1)
  const across = pitch(distinct(perimeter.filter(({ y }) => y === edge).map(({ x }) => x)))
  const up = pitch(distinct(perimeter.filter(({ x }) => x === edge).map(({ y }) => y)))
  const bolts = `${countHoles(holes, 'perimeter')} x \u00d8${plate.perimeter.hole_diameter_mm}, ${edge} from the edge, equal pitch ${across} across, ${up} up`
  // On a narrow plate the text reaches over the leader of the corner.
  const clear = textWidth(bolts, TEXT_MM * scale) > width - radius ? 14 : 3
  return [
    ...ordinates(columns, scale, 'x'),
    ...ordinates(rows, scale, 'y'),
    ...span([0, -overall], [width, -overall], scale, 'x'),
    ...span([-overall, 0], [-overall, height], scale, 'y'),
    ...leader([radius * 0.3, height - radius * 0.3], `R${radius}`, scale),
    {
      type: 'text',
      layer: 'DIMENSION',
      at: [width, height + clear * scale],
      text: bolts,
      height: TEXT_MM * scale,
      align: 'right',
      turned: false,
    },
  ]
}

const distinct = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b)

/** Ordinates from the lower left corner; neighbours are spread so that their figures do not touch. */
function ordinates(values: readonly number[], scale: number, axis: 'x' | 'y'): Mark[] {
  const least = 3.6 * scale
  const spread: number[] = []
  for (const value of values) spread.push(Math.max(value, (spread.at(-1) ?? -Infinity) + least))
  const turn = (along: number, across: number): Point => (axis === 'x' ? [along, across] : [across, along])
  return values.flatMap((value, index): Mark[] => {
    const place = spread[index] ?? value
    const [near, bend, far] = [-1.5 * scale, -4 * scale, -7 * scale]
    return [
      { type: 'line', layer: 'DIMENSION', from: turn(value, near), to: turn(value, bend) },
      { type: 'line', layer: 'DIMENSION', from: turn(value, bend), to: turn(place, far) },
      {
        type: 'text',
        layer: 'DIMENSION',
        at:
          axis === 'x'
            ? [place + (TEXT_MM / 2) * scale, far - 0.8 * scale]
            : [far - 0.8 * scale, place - (TEXT_MM / 2) * scale],
        text: String(roundTo(value, 2)),
        height: TEXT_MM * scale,
        align: 'right',
        turned: axis === 'x',
      },
    ]
  })
}

/** Dimension of a whole side with its extension lines and arrows. */
function span(from: Point, to: Point, scale: number, axis: 'x' | 'y'): Mark[] {
  const length = axis === 'x' ? to[0] - from[0] : to[1] - from[1]
  const direction: Point = axis === 'x' ? [1, 0] : [0, 1]
  const back: Point = [-direction[0], -direction[1]]
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const extension = ([x, y]: Point): Mark =>
    axis === 'x'
      ? { type: 'line', layer: 'DIMENSION', from: [x, -16 * scale], to: [x, y - 1.5 * scale] }
      : { type: 'line', layer: 'DIMENSION', from: [-16 * scale, y], to: [x - 1.5 * scale, y] }
  return [
    extension(from),
    extension(to),
    { type: 'line', layer: 'DIMENSION', from, to },
    { type: 'arrow', layer: 'DIMENSION', tip: from, direction, length: 3 * scale },
    { type: 'arrow', layer: 'DIMENSION', tip: to, direction: back, length: 3 * scale },
    {
      type: 'text',
      layer: 'DIMENSION',
      at: axis === 'x' ? [middle[0], middle[1] + 1 * scale] : [middle[0] - 1 * scale, middle[1]],
      text: String(roundTo(length, 2)),
      height: 3 * scale,
      align: 'centre',
      turned: axis === 'y',
    },
  ]
}

function leader([x, y]: Point, text: string, scale: number): Mark[] {
  const knee: Point = [x - 6 * scale, y + 6 * scale]
  const slope = Math.SQRT1_2
  return [
    { type: 'arrow', layer: 'DIMENSION', tip: [x, y], direction: [-slope, slope], length: 3 * scale },
    { type: 'line', layer: 'DIMENSION', from: [x, y], to: knee },
    { type: 'line', layer: 'DIMENSION', from: knee, to: [knee[0] - 7 * scale, knee[1]] },
    {
      type: 'text',
      layer: 'DIMENSION',
      at: [knee[0] - 1 * scale, knee[1] + 0.8 * scale],
      text,
      height: TEXT_MM * scale,
      align: 'right',
      turned: false,
    },
  ]
}
