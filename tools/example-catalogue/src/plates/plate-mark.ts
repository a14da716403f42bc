import { textWidth } from '@edp/schemas'

/** Layers of a plate drawing: AutoCAD colour index, pen width in mm, colour on paper, line type. */
export const PLATE_LAYERS = {
  OUTLINE: { aci: 7, pen_mm: 0.5, rgb: [0, 0, 0], dashed: false },
  CUTOUT: { aci: 1, pen_mm: 0.35, rgb: [0.65, 0.08, 0.08], dashed: false },
  HOLE: { aci: 3, pen_mm: 0.25, rgb: [0, 0.35, 0.12], dashed: false },
  CONNECTOR: { aci: 8, pen_mm: 0.13, rgb: [0.55, 0.55, 0.55], dashed: false },
  CENTRE: { aci: 8, pen_mm: 0.13, rgb: [0.45, 0.45, 0.45], dashed: true },
  DIMENSION: { aci: 4, pen_mm: 0.18, rgb: [0.05, 0.25, 0.5], dashed: false },
  LABEL: { aci: 2, pen_mm: 0.25, rgb: [0.45, 0.25, 0], dashed: false },
  TABLE: { aci: 7, pen_mm: 0.18, rgb: [0.15, 0.15, 0.15], dashed: false },
  FRAME: { aci: 7, pen_mm: 0.7, rgb: [0, 0, 0], dashed: false },
  WARNING: { aci: 1, pen_mm: 0.35, rgb: [0.75, 0.05, 0.05], dashed: false },
} as const
export type PlateLayer = keyof typeof PLATE_LAYERS

export type Point = readonly [number, number]
/** One mark of the pen. `height` is the cap height of a text; all in millimetres of the drawn object, 1:1. */
export type Mark = { readonly layer: PlateLayer } & (
  | { readonly type: 'line'; readonly from: Point; readonly to: Point }
  | { readonly type: 'circle'; readonly centre: Point; readonly radius: number }
  | {
      readonly type: 'rounded'
      readonly corner: Point
      readonly width: number
      readonly height: number
      readonly radius: number
    }
  | { readonly type: 'arrow'; readonly tip: Point; readonly direction: Point; readonly length: number }
  | {
      readonly type: 'text'
      readonly at: Point
      readonly text: string
      readonly height: number
      readonly align: 'left' | 'centre' | 'right'
      readonly turned: boolean
    }
)

/** A drawing of one A3 sheet: marks 1:1 in mm, the lower left corner of the plate at the origin. */
export interface PlateDrawing {
  readonly title: string
  readonly marks: readonly Mark[]
  /** Millimetres of the object per millimetre of paper. */
  readonly scale: number
  /** Lower left corner of the paper in the drawing. */
  readonly paper: { readonly x: number; readonly y: number }
}

/** A3 landscape, mm. */
export const PAPER = { width: 420, height: 297 } as const
/** Cap height of the texts of a sheet and of its smallest ones, mm of paper. */
export const TEXT_MM = 2.5
export const SMALL_MM = 1.8

/** Marks from millimetres of paper. */
export interface PaperPen {
  readonly line: (layer: PlateLayer, from: Point, to: Point) => Mark
  readonly text: (
    layer: PlateLayer,
    place: Point,
    text: string,
    height?: number,
    align?: 'left' | 'centre' | 'right',
  ) => Mark
  readonly box: (layer: PlateLayer, left: number, bottom: number, right: number, top: number) => Mark
}

/** The pen of a sheet whose lower left corner lies at `paper`. */
export function paperPen(scale: number, paper: PlateDrawing['paper']): PaperPen {
  const at = ([x, y]: Point): Point => [paper.x + x * scale, paper.y + y * scale]
  return {
    line: (layer: PlateLayer, from: Point, to: Point): Mark => ({
      type: 'line',
      layer,
      from: at(from),
      to: at(to),
    }),
    text: (
      layer: PlateLayer,
      place: Point,
      text: string,
      height: number = TEXT_MM,
      align: 'left' | 'centre' | 'right' = 'left',
    ): Mark => ({ type: 'text', layer, at: at(place), text, height: height * scale, align, turned: false }),
    box: (layer: PlateLayer, left: number, bottom: number, right: number, top: number): Mark => ({
      type: 'rounded',
      layer,
      corner: at([left, bottom]),
      width: (right - left) * scale,
      height: (top - bottom) * scale,
      radius: 0,
    }),
  }
}
/** Width of a text mark, mm. */
export function markWidth(mark: Extract<Mark, { type: 'text' }>): number {
  return textWidth(mark.text, mark.height)
}
