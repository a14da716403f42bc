import type { AirOpening, AssemblySpec } from '@edp/schemas'

import { unitLetter } from './cooling-plan.ts'

/** Openings of the container that the air units' condensers breathe through, as the assembly has them; units from A on. */
export function airOpenings({ openings }: AssemblySpec, units: readonly string[]): AirOpening[] {
  return openings.flatMap(({ id, wall, size_mm: [width_mm, height_mm], serves }) => {
    const index = units.indexOf(serves ?? '')
    return index < 0 ? [] : [{ id, serves: `CRAC-301${unitLetter(index)}`, wall, width_mm, height_mm }]
  })
}
