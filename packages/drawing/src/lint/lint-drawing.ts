import type { Drawing } from '@edp/schemas'

import { furnitureOf } from '../sheet/furnish.ts'
import { FURNITURE_LAYERS } from '../sheet/layers.ts'
import type { DrawingProblem } from './drawing-problem.ts'
import { lintEnds } from './lint-ends.ts'
import { lintIdentity } from './lint-identity.ts'
import { lintLabels } from './lint-labels.ts'
import { lintNames } from './lint-names.ts'
import { lintNets } from './lint-nets.ts'
import { lintPlacement } from './lint-placement.ts'
import { lintSymbols } from './lint-symbols.ts'
import { lintTables } from './lint-tables.ts'
import { sheetShapes } from './sheet-shapes.ts'

/**
 * What a checker would mark on the print: texts and symbols over each other, lines through them, anything outside the
 * drawing area, unpaired off-page references, names that do not exist. The cost grows with the number of primitives.
 *
 * @example expect(lintDrawing(drawSld(site))).toEqual([])
 */
export function lintDrawing(drawing: Drawing): DrawingProblem[] {
  const layers = [...FURNITURE_LAYERS, ...drawing.layers]
  return [
    ...lintNames(drawing),
    ...lintIdentity(drawing),
    ...drawing.sheets.flatMap((sheet, index) => {
      const items = [...furnitureOf(drawing, sheet, index), ...sheet.items]
      const shapes = sheetShapes({ layers, symbols: drawing.symbols }, items)
      return [
        ...lintPlacement(drawing, sheet),
        ...lintLabels(sheet.sheet_id, shapes),
        ...lintSymbols(sheet.sheet_id, shapes),
        ...lintNets(sheet.sheet_id, shapes),
        ...lintTables(sheet.sheet_id, shapes),
        ...lintEnds(sheet.sheet_id, shapes),
      ]
    }),
  ]
}
