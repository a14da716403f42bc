import type { SymbolDefinition } from '@edp/schemas'

import { defineSymbol } from '../../sheet/define-symbol.ts'
import { OFF_PAGE } from '../../sheet/off-page.ts'
import { INHERIT, pen } from '../../sheet/pen.ts'
import { MACHINES } from './machines.ts'
import { measuringSymbols } from './measuring.ts'
import { SWITCHGEAR } from './switchgear.ts'

const ink = pen(INHERIT)

/** Symbols of the single line diagram for a text height; loads are as wide as a feeder lane allows. */
export function sldSymbols(text_mm: number, load_width_mm: number): SymbolDefinition[] {
  const height = loadHeight(text_mm)
  return [
    ...MACHINES,
    ...SWITCHGEAR,
    ...measuringSymbols(text_mm),
    defineSymbol({
      name: 'LOAD',
      description: 'Load, with its design-maximum power',
      source: 'IEEE 315-1975, 1.2.2: equipment as a block with its name',
      attributes: ['TAG', 'RATING', 'MODULE_ID', 'CABLE'],
      items: [
        ink.box([-load_width_mm / 2, -height], load_width_mm, height),
        ink.polygon(
          [
            [-1, 2],
            [1, 2],
            [0, 0],
          ],
          { filled: true },
        ),
      ],
    }),
    OFF_PAGE,
  ]
}

/** Height of a load's box: two lines of text. */
export function loadHeight(text_mm: number): number {
  return text_mm * 4.6
}
