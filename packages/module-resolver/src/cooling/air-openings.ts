import type { AirOpening, AssemblySpec } from '@edp/schemas'

import { unitLetter } from './cooling-plan.ts'

/** Components of an assembly that are air units. */
const AIR_UNIT = 'hvac'

/** Openings of the container that the air units' condensers breathe through, as the assembly has them. */
export function airOpenings({ openings, components }: AssemblySpec): AirOpening[] {
  const units = components.filter(({ kind }) => kind === AIR_UNIT).map(({ id }) => id)
  return openings.flatMap(({ id, wall, size_mm: [width_mm, height_mm], serves }) => {
    const index = units.indexOf(serves ?? '')
    return index < 0 ? [] : [{ id, serves: `CRAC-301${unitLetter(index)}`, wall, width_mm, height_mm }]
  })
}
