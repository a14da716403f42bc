import type { Drawing } from '@edp/schemas'

import { checkDrawing } from '../check-drawing.ts'
import { furnish } from './furnish.ts'

/** Drawings that have been checked and furnished; a drawing is read only, and every one is written at least twice. */
const ready = new WeakMap<Drawing, Drawing>()

/**
 * A drawing as the writers need it: checked and furnished, once for all of them.
 *
 * @throws {EdpError} `invalid_drawing` with every problem at once.
 */
export function furnished(drawing: Drawing): Drawing {
  const known = ready.get(drawing)
  if (known !== undefined) return known
  checkDrawing(drawing)
  const made = furnish(drawing)
  ready.set(drawing, made)
  return made
}
