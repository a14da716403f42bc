import { roundTo } from '@edp/schemas'

import type { CoolingPlan } from './cooling-plan.ts'

/** Technology supply at which the heat exchanger is shut off from the cold, degC (design choice, above the ice point of water). */
export const FREEZE_TRIP_C = 5

/**
 * Technology supply that is told before that, however dry the air is, degC (design choice, 3 K above the trip), and at which the
 * control valve that closed on it opens again.
 */
export const COLD_ALARM_C = FREEZE_TRIP_C + 3
export const COLD_ALARM_BACK_C = COLD_ALARM_C + 1

/**
 * Technology supply that the cold is let in again at, degC (design choice). The loop indoors reaches it by its nodes and pumps
 * alone, whatever it is outdoors.
 */
export const FREEZE_RELEASE_C = 10

/**
 * Share of the design flow that TIC-201 lets in while TT-101 is below the trip. At 5 degC it carries the whole heat, because
 * against a technology return of 45 degC or more it warms up by 40 K instead of 10 K; at -40 degC it cools what
 * returns with 30 degC to 12.5 degC, so that nothing freezes on the way (heat balance of equal duties, all heat exchanged).
 */
const COLD_SHARE = 0.25

/** How long the flow is held after XV-101 has opened, s: longer than the hose of 18 L takes to bring what is outdoors to TT-101. */
export const COLD_HOLD_S = 60

/**
 * What FT-101 tells of a control valve that lets in more than TIC-201 asks for, as a multiple of the limit in the cold, and for how
 * long, s (design choice). XV-101 opens slowly, so that the flow passes it early in the stroke; up to it nothing freezes.
 */
const COLD_EXCESS = 1.5
export const COLD_EXCESS_S = 5

/** Stroke of XV-101/102, s: driven open slowly, shut by the spring (makers' ranges of spring return drives). */
export const ISOLATION_STROKE_S = { open: 60, close: 20 } as const

/** Whether what comes from outdoors may freeze the technology loop: it needs more glycol than that has. */
export function mayFreeze(plan: Pick<CoolingPlan, 'facility' | 'technology'>): boolean {
  return plan.facility.glycol_vol_pct > plan.technology.glycol_vol_pct
}

/** Flow that is let in while it is cold, L/min. */
export function coldFlow(plan: Pick<CoolingPlan, 'facility_flow_lpm'>): number {
  return roundTo(plan.facility_flow_lpm * COLD_SHARE, 0)
}

/** Flow above which the control valve has failed while it is cold, L/min. */
export function coldExcess(plan: Pick<CoolingPlan, 'facility_flow_lpm'>): number {
  return roundTo(coldFlow(plan) * COLD_EXCESS, 0)
}
