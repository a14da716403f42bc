import { SUPPLY_Y } from './typical-layout.ts'

/** Manifolds right of the CDU; nodes stand between them. */
export const MANIFOLD = { supply_x: 735, return_x: 810, top: SUPPLY_Y, bottom: 362 } as const
/** Headers of the return path, from the manifold to the exchanger. */
export const FILTER_IN_X = 652
export const PUMP_IN_X = 582
export const PUMP_OUT_X = 496
/** The pumps, and the signal to their drives below them. */
export const PUMP_X = 549
export const DRIVE_Y = 266
/** Expansion and drain at the end of the suction header. */
export const EXPANSION_Y = 222
