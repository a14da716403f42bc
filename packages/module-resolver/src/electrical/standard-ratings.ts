/** A list of ratings that can be bought, ascending. */
export type RatingSteps = readonly [number, ...number[]]

/** Transformer ratings, kVA. Source: ANSI/IEEE C57.12 preferred ratings as listed by US makers. */
export const TRANSFORMER_KVA: RatingSteps = [75, 112.5, 150, 225, 300, 500, 750, 1000, 1500, 2000, 2500]

/** Transformer ratings of a skid, which may exceed a unit transformer's. Source: ANSI/IEEE C57.12. */
export const SKID_TRANSFORMER_KVA: RatingSteps = [500, 750, 1000, 1500, 2000, 2500, 3750, 5000]

/** Standard ampere ratings of overcurrent devices, A. Source: NEC 2023, 240.6(A). */
export const OVERCURRENT_A: RatingSteps = [
  15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 225, 250, 300, 350, 400, 450,
  500, 600, 700, 800, 1000, 1200, 1600, 2000, 2500, 3000, 4000, 5000, 6000,
]

/** Frames of moulded-case breakers, A. Source: `assumption`, common US product lines. */
export const MCCB_FRAME_A: RatingSteps = [125, 250, 400, 600, 800, 1200]

/** Frames of low-voltage power circuit breakers, A. Source: `assumption`, common US product lines (UL 1066). */
export const ACB_FRAME_A: RatingSteps = [800, 1600, 2000, 3200, 4000, 5000, 6000]

/**
 * Interrupting ratings at 480 V, kA, from the least that UL 489 lists above 100 A or 250 V. Source: UL 489 for the 10 kA, else
 * `assumption`, common US product lines (UL 489, UL 1066).
 */
export const LV_INTERRUPTING_KA: RatingSteps = [10, 14, 18, 22, 25, 35, 42, 50, 65, 85, 100, 150, 200]

/** Continuous ratings of metal-clad medium-voltage breakers and buses, A. Source: `assumption`, ANSI C37 series. */
export const MV_FRAME_A: RatingSteps = [600, 1200, 2000, 3000]

/**
 * Short-circuit ratings of medium-voltage switchgear, kA. Source: preferred ratings of IEEE C37.06 for 15 kV
 * and the smaller ones of IEC 62271-100; 50 kA and more are no product of a line-up in a container: `assumption`.
 */
export const MV_INTERRUPTING_KA: RatingSteps = [16, 20, 25, 31.5, 40]

/** Main bus ratings of switchboards, A. Source: `assumption`, UL 891 product lines. */
export const LV_BUS_A: RatingSteps = [800, 1200, 1600, 2000, 2500, 3000, 4000, 5000, 6000]

/** Primary currents of current transformers, A. Source: `assumption`, IEEE C57.13 multi-ratio steps. */
export const CT_PRIMARY_A: RatingSteps = [
  50, 75, 100, 150, 200, 250, 300, 400, 600, 800, 1000, 1200, 1500, 2000, 3000, 4000,
]

/** Converter ratings, kVA. Source: design choice of this product, see docs of the rule BESS-PCS-01. */
export const PCS_KVA: RatingSteps = [500, 1000, 1250, 1500, 2000, 2500, 3000, 3450, 4200]

/** DC fuse links for battery circuits, A. Source: `assumption`, gBat / UL 248-19 product lines. */
export const DC_FUSE_A: RatingSteps = [100, 125, 160, 200, 250, 315, 350, 400, 450, 500, 630, 700, 800, 1000]

/** Rated voltages of battery fuses and breakers, V DC. Source: UL 248-19 and UL 489B product lines. */
export const DC_VOLTAGE_V: RatingSteps = [1000, 1500, 2000]

/** Interrupting ratings of DC breakers and fuses at 1,500 V, kA. Source: `assumption`, gBat fuses and DC breakers. */
export const DC_INTERRUPTING_KA: RatingSteps = [10, 20, 25, 35, 50, 65, 100]

/** Smallest step that is at least `value`; `undefined` when the list ends below it. */
function nextRating(steps: RatingSteps, value: number): number | undefined {
  return steps.find((step) => step >= value)
}

/** Smallest step that is at least `value`, or the largest one; the caller raises a finding for the latter. */
export function nextRatingOrLargest(steps: RatingSteps, value: number): number {
  return nextRating(steps, value) ?? Math.max(...steps)
}
