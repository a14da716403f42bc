import type { PidCanvas } from './pid-canvas.ts'
import { drawCooler } from './cooler.ts'
import { drawExpansionAndFill } from './facility-expansion.ts'
import { drawFacilityHoses } from './facility-hoses.ts'
import { drawFacilityPumps } from './facility-pumps.ts'

/** The heat rejection unit: dry cooler, facility pumps, expansion, relief, and what its climate adds. */
export function drawHeatRejection(canvas: PidCanvas): void {
  drawFacilityHoses(canvas)
  drawCooler(canvas)
  drawFacilityPumps(canvas)
  drawExpansionAndFill(canvas)
}
