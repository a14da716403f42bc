import type { AssemblySpec, Basis, BlockElectrical, Connection } from '@edp/schemas'

import {
  ENTRANCE_M,
  ENTRANCE_RULE,
  insideLength,
  secondaryEntrances,
} from '../connections/secondary-entrance.ts'

/** How far inside the mains of the unit transformers stand, one line for each plate and board that the site uses. */
export function entranceBasis(
  grid: AssemblySpec | null,
  blocks: readonly BlockElectrical[],
  connections: readonly Connection[],
): Basis[] {
  const ways = new Map(
    secondaryEntrances(grid, blocks, connections).map(({ inside }) => [
      `${inside.plate_id}|${inside.device}`,
      inside,
    ]),
  )
  return [...ways.values()].map((inside) => ({
    rule_id: 'EL-ENTRY-01',
    quantity: `Secondary inside from plate ${inside.plate_id} to its main in ${inside.device}`,
    applies_to: 'grid containers',
    value: insideLength(inside),
    unit: 'm',
    formula: `way inside by LE-PLATE-01, at most ${ENTRANCE_M} m; outside the container of any length`,
    inputs: { route_m: inside.route_m, rise_m: inside.rise_m, limit_m: ENTRANCE_M },
    source: `${ENTRANCE_RULE}: main nearest the point of entrance; limit 15 ft: assumption`,
  }))
}
