/**
 * Neutral current of an earth fault on an island, A, and how long transformer and resistor pass it, s: what opens the sources
 * has to be faster. Far above the charging current of the cables (some amperes per kilometre), above the range of 51G, and
 * low against the damage at the fault. Source: `assumption`, IEEE 142 low-resistance practice; IEEE C57.32 for the time.
 */
export const NEUTRAL_A = 100
export const DURATION_S = 10

/** Core in a neutral or around all phases of a cable, A. Source: design choice: an earth fault is twice its primary current. */
export const EARTH_CORE_A = 50
