import { LV_V, wyeText } from '../electrical/system-voltages.ts'
import { roundTo, type Layout, type ModuleKind } from '@edp/schemas'

import type { LayoutInput } from './layout-input.ts'
import type { Placed } from './placed.ts'
import {
  BATTERY_YARD,
  COMPUTE_ROWS,
  COOLER_AIR_GAP_M,
  LANE_M,
  SKID_GAP_M,
  TRANSFORMER_GAP_M,
  WORKING_SPACE_M,
} from './spacing.ts'

type Clearance = Layout['clearances'][number]

/** Clearances of a block, measured on its placed modules; pairs that do not exist are left out. */
export function clearancesOf(input: LayoutInput, block: readonly Placed[]): Clearance[] {
  const of = (kind: ModuleKind): Placed[] => block.filter((p) => p.kind === kind)
  const containers = of('compute_container')
  const coolers = of('heat_rejection_unit')
  const heads = [...of('grid_container'), ...of('customer_switchgear')]
  const transformers = of('unit_transformer')
  const batteries = of('bess_unit')
  const rows: (Clearance | null)[] = [
    clearance('Compute containers side to side', 3, sideGap(containers), 'design choice'),
    clearance(
      'Working space between compute containers',
      WORKING_SPACE_M,
      sideGap(containers),
      `NEC 110.26(A)(1), ${wyeText(LV_V)}, condition 2`,
    ),
    containers.length > 0
      ? clearance(
          'Lane between compute rows',
          LANE_M.between_rows,
          COMPUTE_ROWS.pitch_y - (containers[0]?.dy ?? 0),
          'design choice',
        )
      : null,
    clearance(
      'Lane past the heat rejection units',
      LANE_M.at_plate_end,
      laneGap(coolers, containers),
      'design choice',
    ),
    clearance(
      'Heat rejection units side to side',
      COOLER_AIR_GAP_M,
      sideGap(coolers),
      'assumption, air side',
    ),
    clearance(
      'Switchgear to first compute container',
      WORKING_SPACE_M,
      gap(heads, containers),
      'NEC 110.26(A)(1)',
    ),
    clearance(
      'Unit transformer to container',
      TRANSFORMER_GAP_M,
      gap(transformers, heads),
      'assumption, fire separation of liquid-filled transformers',
    ),
    clearance(
      'Unit transformers apart',
      TRANSFORMER_GAP_M,
      nearest(transformers),
      'assumption, fire separation',
    ),
    clearance(
      'Battery units side to side',
      BATTERY_YARD.side_gap_required,
      sideGap(batteries),
      'NFPA 855, 3 ft; authority to confirm',
    ),
    clearance(
      'Battery unit to skid',
      SKID_GAP_M[input.resolution.climate_zone],
      gap(batteries, of('bess_skid')),
      'utility project practice, 10 ft up to and 14 ft above 40 degC',
    ),
    clearance(
      'Battery units to compute containers',
      3,
      gap(batteries, [...containers, ...coolers]),
      'NFPA 855, 10 ft to other structures; authority to confirm',
    ),
  ]
  return rows.filter((row) => row !== null)
}

function clearance(
  name: string,
  required_m: number,
  provided: number | null,
  source: string,
): Clearance | null {
  return provided === null ? null : { name, required_m, provided_m: roundTo(provided, 2), source }
}

/** Gap between the first two neighbours of a row. */
function sideGap(placed: readonly Placed[]): number | null {
  const [first, second] = placed
  return first === undefined || second === undefined ? null : second.x - first.x - first.dx
}

/** From the southern edge of a cooler to the row of containers south of it; as if there were one when there is not. */
function laneGap(coolers: readonly Placed[], containers: readonly Placed[]): number | null {
  const [cooler, container] = [coolers[0], containers[0]]
  if (cooler === undefined || container === undefined) return null
  return COMPUTE_ROWS.pitch_y - container.dy + (cooler.y - container.y)
}

/** Smallest gap between two kinds. */
function gap(some: readonly Placed[], others: readonly Placed[]): number | null {
  const gaps = some.flatMap((a) => others.map((b) => distance(a, b)))
  return gaps.length === 0 ? null : Math.min(...gaps)
}

function nearest(placed: readonly Placed[]): number | null {
  const [first, second] = placed
  return first === undefined || second === undefined ? null : distance(first, second)
}

function distance(a: Placed, b: Placed): number {
  const dx = Math.max(a.x - b.x - b.dx, b.x - a.x - a.dx, 0)
  const dy = Math.max(a.y - b.y - b.dy, b.y - a.y - a.dy, 0)
  return Math.hypot(dx, dy)
}
