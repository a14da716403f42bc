import type { ArrayPlugs } from '@edp/schemas'

import type { ConnectionSource } from './variant.ts'

type Cable = NonNullable<ConnectionSource['cable']>
/** A type of cable with the rating of its insulation. */
export type CableType = Pick<Cable, 'type' | 'voltage_rating_v'>

/** Multicore tray cable. */
export const TRAY_CABLE = { type: 'TC-ER Cu 600 V', voltage_rating_v: 600 } as const satisfies CableType
/** The same with a shield. */
export const SHIELDED = {
  type: 'TC-ER Cu 600 V shielded',
  voltage_rating_v: 600,
} as const satisfies CableType
/** Pairs, each with a shield of its own, and one over all. */
export const SHIELDED_PAIRS = {
  type: 'TC-ER Cu 600 V pairs, each and all shielded',
  voltage_rating_v: 600,
} as const satisfies CableType
/** Single conductors. */
export const SINGLES = { type: 'XHHW-2 Cu 600 V', voltage_rating_v: 600 } as const satisfies CableType
/** Single conductor of a bond or an electrode. */
export const GREEN = { type: 'XHHW-2 Cu 600 V green', voltage_rating_v: 600 } as const satisfies CableType
/** Power-limited fire alarm cable for air spaces. */
export const POWER_LIMITED = { type: 'FPLP Cu 300 V', voltage_rating_v: 300 } as const satisfies CableType
/** Cord of a node. Source: UL 62, flexible cord SJT, 300 V. */
export const CORD = { type: 'C19 to C20 cord', voltage_rating_v: 300 } as const satisfies CableType
/**
 * Plugs of a cable between transceivers, or from one to a panel with pins: types of TIA-568.3-E, angled as transceivers of 400 Gbit/s
 * over MPO-12 are made. Source: NVIDIA structured cabling requirements for NDR.
 */
export const UNPINNED_B: ArrayPlugs = { polarity: 'B', from_pinned: false, to_pinned: false, polish: 'APC' }
/** From the sockets inside a bulkhead to the cassette of a fibre panel, both with pins: positions as they are, duplex by duplex. */
export const UNPINNED_A: ArrayPlugs = { ...UNPINNED_B, polarity: 'A' }

/** End of a fibre cable outdoors at a sealed bulkhead, and what the cable of the container has on its inner side. */
export const SEALED_FIBRE = { outside: 'sealed multi-fibre plug, 12 fibres', inside: 'MPO-12' } as const

/** Lead of two fibres from a fibre panel to a switch; its plugs can be turned over, so that every channel crosses once. */
export const FIBRE_LEAD = { type: 'OS2 2F lead, LC duplex, reversible', fibres_count: 2 } as const
