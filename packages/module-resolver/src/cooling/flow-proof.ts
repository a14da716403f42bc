import { roundTo } from '@edp/schemas'

import type { CoolingPlan } from './cooling-plan.ts'

/**
 * Share of the flow of the pumps below which a trim chiller is not run (design choice; the maker of the evaporator confirms it).
 * Above what BV-102 alone passes, so that a shut TCV-101 stops it; below the share of the heat up to which the cooler
 * holds the supply alone, because its approach falls with the heat.
 */
const PROVEN_SHARE = 0.5

/** How long the flow has to stand before the chiller runs again, s (design choice). */
export const FLOW_PROVEN_S = 60

/** Flow below which the chiller is stopped, L/min. */
export function provenFlow(plan: Pick<CoolingPlan, 'pumped_flow_lpm'>): number {
  return roundTo(plan.pumped_flow_lpm * PROVEN_SHARE, 0)
}
