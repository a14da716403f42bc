import type { ClimateZone } from '@edp/schemas'

/** Compute containers of one row; longer rows need a fire break. Source: BS 8629 as applied to container rows. */
export const PER_ROW = 8

/**
 * Compute rows, m: containers stand with their length north-south, interface end south. Pitch 6.0 is 2.438 of container and
 * a 3.56 aisle; row pitch 21.0 is 12.192 of container and an 8.8 lane. Source: design choice.
 */
export const COMPUTE_ROWS = { first_x: 8, pitch_x: 6, pitch_y: 21 } as const

/** Between the plate end of a container and its heat rejection unit, m: reach of a 3 m hose. Source: design choice. */
export const COOLER_GAP_M = 1

/** Required on the air side between two heat rejection units, m. Source: `assumption`, makers' manuals. */
export const COOLER_AIR_GAP_M = 3

/** Lane that a truck and the aisle at the plate end need, m. Source: design choice. */
export const LANE_M = { between_rows: 8, at_plate_end: 4 } as const

/** Liquid-filled transformer to a container or to the next one, m. Source: `assumption`, fire separation or 2 h barrier. */
export const TRANSFORMER_GAP_M = 3

/** Battery yard, m. Source: equipment clearances of a US utility project; NFPA 855 asks 0.9 m; authority to confirm. */
export const BATTERY_YARD = {
  /** South of the last row pitch of the compute rows. */
  offset: 12,
  per_row: 8,
  side_gap: 3,
  /** Between a row of skids and the next row of batteries. Source: fire break of BS 8629 as applied. */
  row_lane: 8,
  side_gap_required: 0.91,
} as const

/** Battery unit to its skid, m: 10 ft below and 14 ft above 40 degC ambient. Source: the same utility project. */
export const SKID_GAP_M = {
  subarctic: 3.05,
  temperate: 3.05,
  arid_hot: 4.27,
  tropical: 3.05,
} as const satisfies Record<ClimateZone, number>

/** Points of supply west of the switchgear, m; blocks apart; equipment to fence (25 ft). Source: design choice. */
export const SUPPLY_POINT = { west: 20, pitch_y: 4, size: 1 } as const
export const BLOCK_GAP_M = 20
export const FENCE_GAP_M = 7.62

/** Earth ring outside the equipment of its block, m. Source: design choice. */
export const RING_OFFSET_M = 2

/** Working space at 480Y/277 V gear that faces a grounded wall, m. Source: NEC 2023 Table 110.26(A)(1), condition 2. */
export const WORKING_SPACE_M = 1.07
