import { roundTo, type ConfiguratorPayload, type Loads, type ModuleResolution } from '@edp/schemas'

import { POWER_FACTOR } from '../electrical/system-voltages.ts'
import { TYPICAL_SHARE, type ContainerBudget } from './container-budget.ts'
import { DEMAND_FACTORS } from './demand-factors.ts'

/**
 * Auxiliaries of one grid container, kW: air conditioning, chargers, relays, EMS. Source: `assumption`. Where there is no
 * grid container the customer's switchgear room is fed by the customer.
 */
export const GRID_AUXILIARY_KW = 12

/** Loads of the site: containers with their demand factor, grid containers and battery auxiliaries without one. */
export function siteLoads(
  payload: ConfiguratorPayload,
  resolution: ModuleResolution,
  budget: ContainerBudget,
  counts: {
    readonly grids: number
    readonly bess_units: number
    readonly bess_unit_auxiliary_kw: number
    /** All spine switches with their air conditioning: in the grid containers, or in compute containers without them. */
    readonly spine_kw: number
    /** EMS and OT core with their air conditioning, where a compute container holds them; else they are grid auxiliaries. */
    readonly core_kw: number
  },
): Loads {
  const factor = DEMAND_FACTORS[payload.primary_workload]
  const compute = budget.max_kw * resolution.compute_container_count
  const grid = counts.grids * GRID_AUXILIARY_KW
  const bess = counts.bess_units * counts.bess_unit_auxiliary_kw
  const { grids } = counts
  const hosted_kw = counts.spine_kw + counts.core_kw
  const site = compute * factor + grid + bess + hosted_kw
  const source = payload.source_capacity_mw * 1000
  return {
    container_lines: budget.lines,
    container_max_kw: budget.max_kw,
    container_typical_kw: budget.typical_kw,
    container_kva: roundTo(budget.max_kw / POWER_FACTOR, 1),
    container_it_kw: roundTo(budget.it_kw, 1),
    power_factor: POWER_FACTOR,
    demand_factor: factor,
    compute_kw: roundTo(compute + (grids === 0 ? hosted_kw : 0), 1),
    grid_auxiliary_kw: roundTo(grid + (grids === 0 ? 0 : hosted_kw), 1),
    bess_auxiliary_kw: roundTo(bess, 1),
    site_kw: roundTo(site, 1),
    site_kva: roundTo(site / POWER_FACTOR, 1),
    site_typical_kw: roundTo(compute * TYPICAL_SHARE + grid + bess + hosted_kw, 1),
    pue: roundTo(budget.max_kw / budget.it_kw, 2),
    source_capacity_kw: roundTo(source, 1),
    source_margin_kw: roundTo(source - site, 1),
  }
}
