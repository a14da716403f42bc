import type { SpecSource } from '../variant.ts'

type Opening = SpecSource['openings'][number]

/** Centre of each packaged air unit along the wall behind it, mm, by component. */
const UNITS = { 'air-01': 9725, 'air-02': 10405, 'air-03': 11085 } as const

/**
 * Condenser air of each unit, in below and out above, mm. Source: assumption; a unit of 20 kW that rejects 26 kW into air 15 K warmer
 * moves 1.4 m3/s, 2.5 m/s in 0.57 m2.
 */
const SIZE_MM: [number, number] = [600, 950]
const LEVELS_MM = { IN: 780, OUT: 1790 } as const

/** Louvres in the wall behind the air units. */
export const CONDENSER_LOUVRES: Opening[] = Object.entries(UNITS).flatMap(([serves, x], index) =>
  Object.entries(LEVELS_MM).map(([way, z]): Opening => ({
    id: `LV-${index + 1}-${way}`,
    kind: 'louvre',
    wall: 'y_min',
    centre_mm: [x, z],
    size_mm: SIZE_MM,
    serves,
  })),
)
