import type { Primitive, SiteModel } from '@edp/schemas'

import { placeTable } from '../sheet/table.ts'
import { drawBoundaries } from './boundaries.ts'
import { drawFacilityLoop } from './facility-loop.ts'
import { drawHeatRejection } from './heat-rejection.ts'
import { drawLeakRopes } from './leak-ropes.ts'
import { tieInTable } from './tie-in-table.ts'
import { PidCanvas } from './pid-canvas.ts'
import { TABLE_STYLE } from './pid-tables.ts'
import { drawRacks } from './racks.ts'
import { drawResidualAir } from './residual-air.ts'
import { drawTechnologyLoop } from './technology-loop.ts'
import { controlTable, designTable, interlockTable } from './typical-tables.ts'

/** The typical loop of one compute container with its heat rejection unit, on A1. */
export function typicalSheetItems(site: SiteModel): Primitive[] {
  const canvas = new PidCanvas(site)
  drawBoundaries(canvas)
  drawHeatRejection(canvas)
  drawFacilityLoop(canvas)
  drawTechnologyLoop(canvas)
  drawRacks(canvas)
  drawResidualAir(canvas)
  drawLeakRopes(canvas)
  const place = (table: Parameters<typeof placeTable>[0], x0: number, y1: number): Primitive[] => [
    ...placeTable(table, { x0, y0: 80, x1: x0 + 200, y1 }, TABLE_STYLE).items,
  ]
  return [
    ...canvas.items,
    ...place(designTable(site), 28, 235),
    ...place(interlockTable(site), 126, 235),
    ...place(controlTable(site), 28, 139),
    ...place(tieInTable(site), 340, 162),
  ]
}
