/**
 * Lock-out relay that emergency power off sets, and the panel of the grid container that it stands in: after a pulse of the buttons nothing
 * closes by itself before somebody has reset it. Source: design choice after NFPA 70, 645.10; device number of IEEE C37.2.
 */
export const EMERGENCY_LOCK_OUT = '86E'
export const LOCK_OUT_PANEL = 'RLY'
