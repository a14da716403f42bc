import { roundTo, type SiteModule } from '@edp/schemas'

import { onPlan, routeBetween, type Route } from './lengths.ts'
import { plateWay } from './plate-way.ts'
import { mate, type Mating } from './ports.ts'
import type { Wiring } from './wiring.ts'

/**
 * Route of a cable between the head of a block and another module. At a grid container it passes the plate of its port and ends on a
 * device inside: the plan is counted to the corner that the container is placed by or to that plate, whichever is farther, east to west
 * and north to south by itself. The other end is the corner: the plates of a compute container stand at it, and what is bought in or BY
 * OTHERS has no place of its terminals yet.
 *
 * @throws {EdpError} `dangling_port` when the head has no port for the slot.
 */
export function headRoute({ ports, head, grid }: Wiring, module: SiteModule, mating: Mating): Route {
  const { port } = mate(ports, head, module, mating)
  const way = port === null || grid === null ? null : plateWay(grid, port)
  if (way === null) return onPlan(routeBetween(head, module))
  const east = farther(module.x_m, head.x_m, head.x_m + way.east_m)
  const north = farther(module.y_m, head.y_m, head.y_m + way.north_m)
  return { plan_m: roundTo(east + north, 1), inside: way.inside }
}

function farther(from: number, corner: number, plate: number): number {
  return Math.max(Math.abs(from - corner), Math.abs(from - plate))
}
