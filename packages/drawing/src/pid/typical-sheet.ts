import type { Primitive, SiteModel } from '@edp/schemas'

import { placeTable, type PlacedTable, type Table } from '../sheet/table.ts'
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
import { CONTROL_TABLE_X, CONTROL_TABLE_Y, PLATE_X } from './typical-layout.ts'
import { controlTable, designTable, interlockTable } from './typical-tables.ts'

/** Where the tables below the heat rejection unit stand, mm. */
const TABLES = { design_x: 28, interlocks_x: 118, y: 235, bottom: 84 } as const

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
  return [
    ...canvas.items,
    ...wholeTable(designTable(site), TABLES.design_x, TABLES.y).items,
    ...wholeTable(controlTable(site), CONTROL_TABLE_X, CONTROL_TABLE_Y).items,
    ...wholeTable(interlockTable(site), TABLES.interlocks_x, TABLES.y).items,
    ...wholeTable(tieInTable(site), PLATE_X + 15, 162).items,
  ]
}

/**
 * A table beside the diagram.
 *
 * @throws {RangeError} when rows of it would be lost.
 */
function wholeTable(table: Table, x0: number, y1: number): PlacedTable {
  const placed = placeTable(table, { x0, y0: TABLES.bottom, x1: x0 + 210, y1 }, TABLE_STYLE)
  if (placed.rest.length > 0) throw new RangeError(`no room for ${table.title}`)
  return placed
}
