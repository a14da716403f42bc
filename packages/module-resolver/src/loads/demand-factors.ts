import type { PrimaryWorkload } from '@edp/schemas'

/**
 * Demand factor on the compute load. Training loads all GPUs at once, so nothing is taken off.
 * Source: `assumption` for 0.9; to be confirmed with the operator's load profile.
 */
export const DEMAND_FACTORS = {
  ai_training: 1,
  ai_inference: 0.9,
  mixed: 0.9,
} as const satisfies Record<PrimaryWorkload, number>
