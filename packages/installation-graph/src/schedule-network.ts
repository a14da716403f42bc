import { EdpError } from '@edp/schemas'

import { type NetworkTask, indexed, topologicalOrder, checkEnds } from './network-order.ts'

/** Dates of a task in working days from mobilisation. */
export interface TaskDates {
  readonly early_start_d: number
  readonly early_finish_d: number
  readonly late_start_d: number
  readonly late_finish_d: number
  readonly total_float_d: number
  readonly critical: boolean
  /** Task that frees the unit of the resource which this one takes over. */
  readonly resource_predecessors: readonly string[]
}

/** Dates by task_id, the end of the last task, and one longest path through the network. */
export interface NetworkSchedule {
  readonly dates: ReadonlyMap<string, TaskDates>
  readonly duration_d: number
  readonly critical_path: readonly string[]
}

/** A unit of a resource: when it is free again and who frees it. */
interface Unit {
  free_d: number
  last: string | null
}

/**
 * Critical path method with scarce resources. Tasks take a resource in the order of the list: each waits for its
 * predecessors and for the unit that is free first, and is never overtaken by a later one in the queue of its resource
 * (serial schedule generation without filling of gaps). The order does not depend on the durations, therefore a longer
 * task never makes the project shorter. The hand-over of a unit is a link like any other in the backward pass, so that
 * the float is the float that the crews really have. Linear in tasks and links.
 *
 * @throws {EdpError} `internal` for a link to a task that does not exist, a task id used twice, a cycle, and a task
 *   that is not on a way from the only start to the only end.
 */
export function scheduleNetwork(
  tasks: readonly NetworkTask[],
  units: ReadonlyMap<string, number>,
): NetworkSchedule {
  const byId = indexed(tasks)
  const order = topologicalOrder(tasks, byId)
  checkEnds(tasks)

  const { starts, finishes, handedOver } = forwardPass(order, units)
  const duration_d = finishes.reduce((latest, finish) => Math.max(latest, finish), 0)
  const links = order.map((task) => [...task.predecessors, ...(handedOver.get(task.task_id) ?? [])])
  const lateFinishes = backwardPass(order, links, duration_d)

  const dates = new Map<string, TaskDates>()
  order.forEach((task, index) => {
    const early_start_d = starts[index] ?? 0
    const late_finish_d = lateFinishes[index] ?? 0
    const late_start_d = late_finish_d - task.duration_d
    dates.set(task.task_id, {
      early_start_d,
      early_finish_d: early_start_d + task.duration_d,
      late_start_d,
      late_finish_d,
      total_float_d: late_start_d - early_start_d,
      critical: late_start_d === early_start_d,
      resource_predecessors: handedOver.get(task.task_id) ?? [],
    })
  })
  return { dates, duration_d, critical_path: longestPath(order, links, dates) }
}

function forwardPass(
  order: readonly NetworkTask[],
  units: ReadonlyMap<string, number>,
): { starts: number[]; finishes: number[]; handedOver: ReadonlyMap<string, readonly string[]> } {
  const finishOf = new Map<string, number>()
  const handedOver = new Map<string, readonly string[]>()
  const pools = new Map<string, Unit[]>()
  const starts: number[] = []
  const finishes: number[] = []
  for (const task of order) {
    const ready_d = task.predecessors.reduce((latest, id) => Math.max(latest, finishOf.get(id) ?? 0), 0)
    const unit = task.resource === null ? null : freeUnit(pools, task.resource, units)
    const start_d = Math.max(ready_d, unit?.free_d ?? 0)
    const finish_d = start_d + task.duration_d
    if (unit !== null) {
      if (unit.last !== null) handedOver.set(task.task_id, [unit.last])
      unit.free_d = finish_d
      unit.last = task.task_id
    }
    finishOf.set(task.task_id, finish_d)
    starts.push(start_d)
    finishes.push(finish_d)
  }
  return { starts, finishes, handedOver }
}

/** The unit that is free first; the first of the pool where several are. */
function freeUnit(pools: Map<string, Unit[]>, resource: string, units: ReadonlyMap<string, number>): Unit {
  let pool = pools.get(resource)
  if (pool === undefined) {
    const count = units.get(resource)
    if (count === undefined) {
      throw new EdpError('internal', `installation network: resource has no units, found '${resource}'`)
    }
    pool = Array.from({ length: count }, () => ({ free_d: 0, last: null }))
    pools.set(resource, pool)
  }
  return pool.reduce((first, unit) => (unit.free_d < first.free_d ? unit : first))
}

function backwardPass(
  order: readonly NetworkTask[],
  links: readonly (readonly string[])[],
  duration_d: number,
): number[] {
  const lateFinish = new Map<string, number>()
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const task = order[index]
    if (task === undefined) continue
    const late_start_d = (lateFinish.get(task.task_id) ?? duration_d) - task.duration_d
    for (const id of links[index] ?? []) {
      lateFinish.set(id, Math.min(lateFinish.get(id) ?? duration_d, late_start_d))
    }
  }
  return order.map((task) => lateFinish.get(task.task_id) ?? duration_d)
}

/** One chain of critical tasks from start to end; where several hold, the first in the order of the tasks. */
function longestPath(
  order: readonly NetworkTask[],
  links: readonly (readonly string[])[],
  dates: ReadonlyMap<string, TaskDates>,
): string[] {
  const linksOf = new Map(order.map((task, index) => [task.task_id, links[index] ?? []]))
  const path: string[] = []
  let current: string | undefined = order[order.length - 1]?.task_id
  while (current !== undefined) {
    path.push(current)
    const start_d = dates.get(current)?.early_start_d
    current = (linksOf.get(current) ?? []).find((id) => {
      const before = dates.get(id)
      return before?.critical === true && before.early_finish_d === start_d
    })
  }
  return path.reverse()
}
