import { yardUnit, type LayoutInput } from './layout-input.ts'
import { type Placed, POINT } from './placed.ts'
import { BATTERY_YARD, COMPUTE_ROWS, SKID_GAP_M } from './spacing.ts'

export function battery(input: LayoutInput, index: number, rows: number, self: number): Placed[] {
  const { bess } = input
  if (bess === null) return []
  const skid = yardUnit(input, input.grid, 'bess_skid')
  const [dx, dy, height] = bess.size_m
  const row = Math.floor(index / BATTERY_YARD.per_row)
  const column = index % BATTERY_YARD.per_row
  const gap = SKID_GAP_M[input.resolution.climate_zone]
  const [skidX, skidY] = [skid?.size_m[0] ?? 0, skid?.size_m[1] ?? 0]
  const x = COMPUTE_ROWS.first_x + column * (Math.max(dx, skidX) + BATTERY_YARD.side_gap)
  const pitchY = dy + gap + skidY + BATTERY_YARD.row_lane
  const y = -COMPUTE_ROWS.pitch_y * rows - BATTERY_YARD.offset - dy - row * pitchY
  const unit: Placed = {
    ...POINT,
    kind: 'bess_unit',
    x,
    y,
    dx,
    dy,
    height,
    row,
    column,
    parent: 0,
    mass_kg: bess.mass_kg,
    scope: 'bought_in',
    description: `Battery unit ${bess.manufacturer} ${bess.model}`,
  }
  if (skid === undefined) return [unit]
  return [
    unit,
    {
      ...POINT,
      kind: 'bess_skid',
      x,
      y: y - gap - skidY,
      dx: skidX,
      dy: skidY,
      height: skid.size_m[2],
      row,
      column,
      parent: self,
      mass_kg: skid.mass_kg,
      scope: skid.scope,
      description: skid.description,
    },
  ]
}
