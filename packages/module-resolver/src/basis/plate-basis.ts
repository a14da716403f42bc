import { roundTo, type AssemblySpec, type Basis, type Connection } from '@edp/schemas'

import { plateWay } from '../connections/plate-way.ts'

/** Ways of the cables of a grid container past its plates, one line for each plate and device that the site uses. */
export function plateBasis(grid: AssemblySpec | null, connections: readonly Connection[]): Basis[] {
  if (grid === null) return []
  const used = new Set(
    connections
      .filter(({ length }) => length.basis.includes('LE-PLATE-01'))
      .flatMap(({ from, to }) => [from, to])
      .map(({ plate_id, device }) => `${plate_id ?? ''}|${device}`),
  )
  const ways = new Map(
    grid.ports.flatMap((port) => {
      const way = plateWay(grid, port)
      const key = `${way?.inside.plate_id ?? ''}|${port.on}`
      return way !== null && used.has(key) ? [[key, way] as const] : []
    }),
  )
  return [...ways.values()].map(({ east_m, north_m, inside }) => ({
    rule_id: 'LE-PLATE-01',
    quantity: `Way inside from plate ${inside.plate_id} to ${inside.device}`,
    applies_to: 'grid containers',
    value: roundTo(inside.route_m + inside.rise_m, 1),
    unit: 'm',
    formula:
      'plan to the plate where it is farther than the south-west corner; inside in rectangular steps over the tray',
    inputs: {
      plate_east_m: roundTo(east_m, 2),
      plate_north_m: roundTo(north_m, 2),
      route_m: inside.route_m,
      rise_m: inside.rise_m,
    },
    source: 'assembly: mounts of its plates, terminals of its ports, height of its tray',
  }))
}
