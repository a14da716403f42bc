import { roundTo } from '@edp/schemas'

import type { Connector, FittedSlot, Plate } from './plate.ts'

interface At {
  /** Centre from the lower left corner of the sheet, seen from outside, mm. */
  readonly x: number
  readonly y: number
  readonly slot: string
}

/** A round hole of the sheet. */
export interface RoundHole extends At {
  readonly shape: 'circle'
  readonly use: 'perimeter' | 'cutout' | 'fixing'
  readonly diameter: number
}

/** A rectangular cut-out of the sheet. */
export interface RectangularHole extends At {
  readonly shape: 'rectangle'
  readonly use: 'cutout'
  readonly width: number
  readonly height: number
  readonly radius: number
}

export type Hole = RoundHole | RectangularHole

/** Least web of sheet between two holes, and between a hole and the edge, mm. */
const LEAST_WEB = { holes: 2.5, edge: 6 } as const

/** Every hole of a plate, from its parameters alone: the solid, the DXF and the PDF are made from this list. */
export function plateHoles(plate: Plate): Hole[] {
  return [...perimeterHoles(plate), ...plate.slots.flatMap(slotHoles)].map((hole) => ({
    ...hole,
    x: roundTo(hole.x, 3),
    y: roundTo(hole.y, 3),
  }))
}

/** Mass of the drilled sheet, kg. */
export function sheetMass(plate: Plate): number {
  const { width_mm, height_mm, corner_radius_mm, thickness_mm } = plate.outline
  const area =
    roundedArea(width_mm, height_mm, corner_radius_mm) -
    plateHoles(plate).reduce((sum, hole) => sum + holeArea(hole), 0)
  return roundTo((area * thickness_mm * plate.material.density_kg_m3) / 1e9, 2)
}

/** Places where the sheet is too thin between two holes or at its edge; empty when the plate can be made. */
export function plateFaults(plate: Plate): string[] {
  const holes = plateHoles(plate)
  const { width_mm, height_mm } = plate.outline
  return holes.flatMap((hole, index) => {
    const [halfX, halfY] = halfExtents(hole)
    const edge = Math.min(
      hole.x - halfX,
      hole.y - halfY,
      width_mm - hole.x - halfX,
      height_mm - hole.y - halfY,
    )
    const faults =
      edge < LEAST_WEB.edge
        ? [`${plate.plate_id}: ${label(hole)} is ${roundTo(edge, 1)} mm from the edge`]
        : []
    for (const other of holes.slice(index + 1)) {
      const web = webBetween(hole, other)
      if (web < LEAST_WEB.holes)
        faults.push(
          `${plate.plate_id}: ${label(hole)} and ${label(other)} leave ${roundTo(web, 1)} mm of sheet`,
        )
    }
    return faults
  })
}

function perimeterHoles({ outline, perimeter }: Plate): Hole[] {
  const { edge_offset_mm: offset, pitch_max_mm, hole_diameter_mm: diameter } = perimeter
  const along = (length: number): number[] => {
    const count = Math.ceil((length - 2 * offset) / pitch_max_mm)
    return Array.from({ length: count + 1 }, (_, index) => offset + (index * (length - 2 * offset)) / count)
  }
  const hole = (x: number, y: number): Hole => ({
    shape: 'circle',
    use: 'perimeter',
    slot: '',
    x,
    y,
    diameter,
  })
  const { width_mm, height_mm } = outline
  return [
    ...along(width_mm).flatMap((x) => [hole(x, offset), hole(x, height_mm - offset)]),
    ...along(height_mm)
      .slice(1, -1)
      .flatMap((y) => [hole(offset, y), hole(width_mm - offset, y)]),
  ]
}

function slotHoles({ id: slot, fitted, at }: FittedSlot): Hole[] {
  return at.flatMap(({ x, y }): Hole[] => [
    fitted.cutout.shape === 'circle'
      ? { shape: 'circle', use: 'cutout', slot, x, y, diameter: fitted.cutout.diameter_mm }
      : {
          shape: 'rectangle',
          use: 'cutout',
          slot,
          x,
          y,
          width: fitted.cutout.width_mm,
          height: fitted.cutout.height_mm,
          radius: fitted.cutout.corner_radius_mm,
        },
    ...fixingPoints(fitted.fixings).map(([dx, dy, diameter]): Hole => ({
      shape: 'circle',
      use: 'fixing',
      slot,
      x: x + dx,
      y: y + dy,
      diameter,
    })),
  ])
}

/** Offsets from the centre of the cut-out and diameter of the fixing holes, mm. */
export function fixingPoints(fixings: Connector['fixings']): [number, number, number][] {
  if (fixings.pattern === 'none') return []
  if (fixings.pattern === 'square') {
    const half = fixings.pitch_mm / 2
    return [-half, half].flatMap((dx) =>
      [-half, half].map((dy): [number, number, number] => [dx, dy, fixings.diameter_mm]),
    )
  }
  if (fixings.pattern === 'circle')
    return Array.from({ length: fixings.count }, (_, index) => {
      const angle = Math.PI / 4 + (index * 2 * Math.PI) / fixings.count
      const radius = fixings.pitch_mm / 2
      return [radius * Math.cos(angle), radius * Math.sin(angle), fixings.diameter_mm]
    })
  const { pitch_x_mm, pitch_y_mm, columns_count, rows_count, diameter_mm } = fixings
  const spread = (pitch: number, count: number): number[] =>
    Array.from({ length: count }, (_, index) => (index / (count - 1) - 0.5) * pitch)
  const [columns, rows] = [spread(pitch_x_mm, columns_count), spread(pitch_y_mm, rows_count)]
  return columns.flatMap((dx, column) =>
    rows
      .filter((_, row) => column === 0 || column === columns_count - 1 || row === 0 || row === rows_count - 1)
      .map((dy): [number, number, number] => [dx, dy, diameter_mm]),
  )
}

const roundedArea = (width: number, height: number, radius: number): number =>
  width * height - (4 - Math.PI) * radius * radius

const holeArea = (hole: Hole): number =>
  hole.shape === 'circle'
    ? (Math.PI * hole.diameter * hole.diameter) / 4
    : roundedArea(hole.width, hole.height, hole.radius)

const halfExtents = (hole: Hole): [number, number] =>
  hole.shape === 'circle' ? [hole.diameter / 2, hole.diameter / 2] : [hole.width / 2, hole.height / 2]

const label = (hole: Hole): string =>
  hole.use === 'perimeter' ? `perimeter hole at ${hole.x},${hole.y}` : `${hole.use} of ${hole.slot}`

/** Least distance between the edges of two holes; a rectangle counts without its rounding. */
function webBetween(a: Hole, b: Hole): number {
  if (a.shape === 'circle' && b.shape === 'circle')
    return Math.hypot(a.x - b.x, a.y - b.y) - (a.diameter + b.diameter) / 2
  const core = (hole: Hole): [number, number] =>
    hole.shape === 'circle' ? [0, 0] : [hole.width / 2, hole.height / 2]
  const gap = (distance: number, half: number): number => Math.max(0, Math.abs(distance) - half)
  const [ax, ay] = core(a)
  const [bx, by] = core(b)
  const radius = (hole: Hole): number => (hole.shape === 'circle' ? hole.diameter / 2 : 0)
  return Math.hypot(gap(a.x - b.x, ax + bx), gap(a.y - b.y, ay + by)) - radius(a) - radius(b)
}

/** How many of the holes have one use. */
export function countHoles(holes: readonly Hole[], use: Hole['use']): number {
  return holes.filter((hole) => hole.use === use).length
}
