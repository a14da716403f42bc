import type { PidCanvas } from './pid-canvas.ts'
import { drawLoadShed } from './load-shed.ts'
import { drawTechnologyControl } from './technology-control.ts'
import { drawTechnologyExpansion } from './technology-expansion.ts'
import { drawTechnologyFill } from './technology-fill.ts'
import { drawFilters, drawTechnologyMains } from './technology-mains.ts'
import { drawSideStream, drawTechnologyPumps } from './technology-pumps.ts'

/** The technology loop between heat exchanger and manifolds: filters, pumps, expansion, fill, side stream. */
export function drawTechnologyLoop(canvas: PidCanvas): void {
  drawTechnologyMains(canvas)
  drawFilters(canvas)
  drawTechnologyPumps(canvas)
  drawSideStream(canvas)
  drawTechnologyExpansion(canvas)
  drawTechnologyFill(canvas)
  drawTechnologyControl(canvas)
  drawLoadShed(canvas)
}
