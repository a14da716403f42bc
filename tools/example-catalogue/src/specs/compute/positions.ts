import type { SpecSource } from '../variant.ts'

/** Floor that is kept for what a site sets into one container. Racks of spines find none: the row of the nodes fills the container. */
export const POSITIONS: SpecSource['positions'] = [
  {
    id: 'EMS',
    origin_mm: [11430, 120, 170],
    size_mm: [600, 1200, 2350],
    description: 'Rack of EMS and OT core, in the container that holds them',
  },
  {
    id: 'TX2',
    origin_mm: [2900, 1710, 170],
    size_mm: [800, 600, 1100],
    description: 'Step-down transformer of the spine racks, in the container that holds them',
  },
  {
    id: 'SPB',
    origin_mm: [3800, 2148, 900],
    size_mm: [500, 170, 1000],
    description: 'Board of the spine racks on the wall, in the container that holds them',
  },
]
