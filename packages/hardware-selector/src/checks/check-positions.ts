import type { AssemblySpec, Problem } from '@edp/schemas'

import { componentIds } from './check-components.ts'
import { inconsistent, repeatedIds } from './consistency-problem.ts'

/** Positions: ids once and not those of a component, inside the envelope. */
export function checkPositions(spec: AssemblySpec): Problem[] {
  const taken = new Set(componentIds(spec).flat())
  const { length_mm, width_mm, height_mm } = spec.envelope
  const limits = [length_mm, width_mm, height_mm]
  return [
    ...repeatedIds(
      ['positions'],
      spec.positions.map(({ id }) => [id]),
    ),
    ...spec.positions.flatMap(({ id, origin_mm, size_mm }, index) => [
      ...(taken.has(id)
        ? [inconsistent(['positions', index, 'id'], `${id} is a component already, expected another id`, id)]
        : []),
      ...(limits.every((limit, axis) => {
        const low = origin_mm[axis] ?? 0
        return low >= 0 && low + (size_mm[axis] ?? 0) <= limit
      })
        ? []
        : [
            inconsistent(
              ['positions', index, 'origin_mm'],
              `${id} leaves the envelope, expected inside ${limits.join(' x ')} mm`,
              id,
            ),
          ]),
    ]),
  ]
}
