import { drawingArea, type Area, type Sheet } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import type { TableStyle } from '../sheet/table.ts'
import { TEXT_HEIGHTS } from '../sheet/title-block.ts'

/** The pens of the single line diagram, by what they draw. */
export const ink = {
  mv: pen('E-POWR-MV'),
  lv: pen('E-POWR-LV'),
  dc: pen('E-POWR-DC'),
  bus: pen('E-POWR-BUSB'),
  equipment: pen('E-SYMB-EQPT'),
  relay: pen('E-PROT-RELY'),
  metering: pen('E-METR-INST'),
  earth: pen('E-GRND'),
  boundary: pen('E-BNDY'),
  text: pen('E-ANNO-TEXT'),
  tag: pen('E-ANNO-TAGS'),
} as const

/** Sizes that depend on the paper: texts, lanes and tiers, mm. */
export interface SldStyle {
  readonly size: Sheet['size']
  readonly area: Area
  readonly data: number
  readonly tag: number
  readonly heading: number
  /** From line to line of a label. */
  readonly pitch: number
  /** Lengths of wires relative to the smallest that their labels allow. */
  readonly stretch: number
  /** From feeder to feeder. */
  readonly feeder: number
  /** From battery unit to battery unit. */
  readonly unit: number
  /** Room left of a breaker column for its labels. */
  readonly left: number
  /** Room right of a breaker column for its protection. */
  readonly right: number
  /** Room at the end of a bus for a tie or an off-page connector. */
  readonly end: number
  /** Whether feeders hang below the transformers on the same sheet. */
  readonly stacked: boolean
  /** Medium-voltage bus, from the lower edge of the sheet. */
  readonly bus_y: number
}

/** Sizes for A3, where a block takes a sheet for medium voltage and one for low voltage, and for A1, where it takes one. */
export function sldStyle(size: 'A1' | 'A3'): SldStyle {
  const { data, tag, heading } = TEXT_HEIGHTS[size]
  const common = { size, area: drawingArea(size), data, tag, heading, pitch: data * 1.6 }
  return size === 'A1'
    ? {
        ...common,
        stretch: 1.6,
        feeder: 26,
        unit: 80,
        left: 58,
        right: 62,
        end: 46,
        stacked: true,
        bus_y: 456,
      }
    : {
        ...common,
        stretch: 1,
        feeder: 20,
        unit: 60,
        left: 43,
        right: 46,
        end: 34,
        stacked: false,
        bus_y: 184,
      }
}

/** Areas that a diagram is tried in, smallest first: on A1 also what an A2 sheet has, in the upper left corner. */
export function papersOf({ size, area }: SldStyle): readonly Area[] {
  if (size !== 'A1') return [area]
  const { x0, y0, x1, y1 } = drawingArea('A2')
  return [{ ...area, x1: area.x0 + x1 - x0, y0: area.y1 - (y1 - y0) }, area]
}

/** Pens and text height of the tables. */
export function tableStyle(style: SldStyle): TableStyle {
  return { layer: 'E-ANNO-TABL', text_layer: 'E-ANNO-TEXT', text_mm: style.data }
}
