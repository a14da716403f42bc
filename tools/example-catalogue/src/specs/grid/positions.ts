import type { SpecSource } from '../variant.ts'

/** Floor that is kept for what a site sets into it: spine racks between their transformer and the charger, their board above the transformer. */
export const POSITIONS: SpecSource['positions'] = [
  ...([1, 2] as const).map((rack) => ({
    id: `SPN${rack}`,
    origin_mm: [8420 + 610 * rack, 1260, 170] as [number, number, number],
    size_mm: [600, 1000, 2350] as [number, number, number],
    description: `Rack of spine switches ${rack}, 52U`,
  })),
  {
    id: 'SPB',
    origin_mm: [8420, 2148, 1320],
    size_mm: [500, 170, 1000],
    description: 'Board of the spine racks on the wall',
  },
]
