import type { ModuleKind } from '@edp/schemas'

import { EARTH_RING } from '../electrical/earth-ring.ts'
import { LV_V, wyeText } from '../electrical/system-voltages.ts'
import { battery } from './battery-yard.ts'
import { yardUnit, type LayoutInput } from './layout-input.ts'
import { type Placed, POINT } from './placed.ts'
import {
  COMPUTE_ROWS,
  COOLER_GAP_M,
  PER_ROW,
  RING_OFFSET_M,
  SUPPLY_POINT,
  TRANSFORMER_GAP_M,
} from './spacing.ts'
import { holds } from '../site/conditions.ts'
import { supplyKindsOf } from './supply-kinds.ts'

/** Counts of one block. */
export interface BlockCounts {
  readonly compute: number
  readonly bess: number
  readonly transformers: number
  /** Mass that its grid container, or its first compute container without one, holds besides the catalogue's, kg. */
  readonly hosted_kg: number
}

/**
 * Places the modules of one block. Origin: south-west corner of the grid container or customer switchgear, where the LV
 * feeders leave; x east, y north. Compute rows go east and south, the battery yard south of them, transformers and supply
 * points west. `rows` is the number of compute rows that every block of the site leaves room for.
 */
export function placeBlock(input: LayoutInput, counts: BlockCounts, rows: number): Placed[] {
  const hosted = {
    grid: input.grid === null ? 0 : counts.hosted_kg,
    compute: input.grid === null ? counts.hosted_kg : 0,
  }
  const placed: Placed[] = [head(input, hosted.grid)]
  for (let i = 0; i < counts.compute; i += 1)
    placed.push(...computeContainer(input, i, placed.length, i === 0 ? hosted.compute : 0))
  placed.push(...transformers(input, counts.transformers))
  for (let i = 0; i < counts.bess; i += 1) placed.push(...battery(input, i, rows, placed.length))
  supplyKindsOf(input.payload).forEach((kind, i) => {
    placed.push(point(kind, -SUPPLY_POINT.west, i * SUPPLY_POINT.pitch_y, SUPPLY_TEXT[kind] ?? ''))
  })
  placed.push(point('site_drain', 4, -2, 'Site drain with a gully at each container, BY OTHERS'))
  if (takesWater(input)) placed.push(point('site_water', 6, -2, 'Make-up water of the site, BY OTHERS'))
  placed.push(ring(placed))
  return placed
}

/** Whether the heat rejection units of this climate have a connection for make-up water. */
function takesWater(input: LayoutInput): boolean {
  const ports = yardUnit(input, input.compute, 'heat_rejection_unit')?.ports ?? []
  return ports.some((port) => port.interface?.with === 'site_water' && holds(port.when, input.facts))
}

const SUPPLY_TEXT: Partial<Record<ModuleKind, string>> = {
  utility_supply: 'Point of supply of the utility, 13.8 kV, BY OTHERS',
  generator_supply: 'Point of supply of the generator plant, 13.8 kV, BY OTHERS',
  solar_supply: 'Point of supply of the solar plant, 13.8 kV, BY OTHERS',
  nuclear_supply: 'Point of supply of the nuclear plant, 13.8 kV, BY OTHERS',
}

function point(kind: ModuleKind, x: number, y: number, description: string): Placed {
  return { ...POINT, kind, x, y, dx: SUPPLY_POINT.size, dy: SUPPLY_POINT.size, height: 1, description }
}

function head(input: LayoutInput, hosted_kg: number): Placed {
  const { grid, compute } = input
  const envelope = (grid ?? compute).envelope
  const box = {
    x: 0,
    y: 0,
    dx: envelope.width_mm / 1000,
    dy: envelope.length_mm / 1000,
    height: envelope.height_mm / 1000,
  }
  return grid === null
    ? {
        ...POINT,
        ...box,
        kind: 'customer_switchgear',
        description: `Customer switchgear ${wyeText(LV_V)}, BY OTHERS`,
      }
    : {
        ...POINT,
        ...box,
        kind: 'grid_container',
        scope: 'supply',
        mass_kg: grid.mass.dry_declared_kg + hosted_kg,
        description: grid.title,
      }
}

function computeContainer(input: LayoutInput, index: number, self: number, hosted_kg: number): Placed[] {
  const { compute } = input
  const row = Math.floor(index / PER_ROW)
  const column = index % PER_ROW
  const x = COMPUTE_ROWS.first_x + COMPUTE_ROWS.pitch_x * column
  const y = -COMPUTE_ROWS.pitch_y * row
  const container: Placed = {
    kind: 'compute_container',
    x,
    y,
    dx: compute.envelope.width_mm / 1000,
    dy: compute.envelope.length_mm / 1000,
    height: compute.envelope.height_mm / 1000,
    row,
    column,
    parent: null,
    mass_kg: compute.mass.dry_declared_kg + hosted_kg,
    scope: 'supply',
    description: compute.title,
  }
  const cooler = yardUnit(input, compute, 'heat_rejection_unit')
  if (cooler === undefined) return [container]
  const [dx, dy, height] = cooler.size_m
  return [
    container,
    {
      ...POINT,
      kind: 'heat_rejection_unit',
      x: x + (container.dx - dx) / 2,
      y: y - COOLER_GAP_M - dy,
      dx,
      dy,
      height,
      parent: self,
      mass_kg: cooler.mass_kg,
      scope: cooler.scope,
      description: cooler.description,
    },
  ]
}

function transformers(input: LayoutInput, count: number): Placed[] {
  const unit = yardUnit(input, input.grid, 'unit_transformer')
  if (unit === undefined) return []
  const [dx, dy, height] = unit.size_m
  return Array.from({ length: count }, (_, i) => ({
    ...POINT,
    kind: 'unit_transformer',
    x: -TRANSFORMER_GAP_M - dx,
    y: i * (dy + TRANSFORMER_GAP_M),
    dx,
    dy,
    height,
    parent: 0,
    mass_kg: unit.mass_kg,
    scope: unit.scope,
    description: unit.description,
  }))
}

/** Ring around everything of the block that is bonded to it. */
function ring(placed: readonly Placed[]): Placed {
  const bonded = placed.filter((p) => p.scope !== 'by_others')
  const x0 = Math.min(...bonded.map((p) => p.x)) - RING_OFFSET_M
  const y0 = Math.min(...bonded.map((p) => p.y)) - RING_OFFSET_M
  const x1 = Math.max(...bonded.map((p) => p.x + p.dx)) + RING_OFFSET_M
  const y1 = Math.max(...bonded.map((p) => p.y + p.dy)) + RING_OFFSET_M
  return {
    ...POINT,
    kind: 'earth_ring',
    x: x0,
    y: y0,
    dx: x1 - x0,
    dy: y1 - y0,
    height: 0,
    scope: 'supply',
    description: `Earth ring of the block, bare copper ${EARTH_RING.awg} AWG with rods`,
  }
}
