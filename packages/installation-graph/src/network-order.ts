import { EdpError, type Problem } from '@edp/schemas'

/** A task as the network calculation sees it. */
export interface NetworkTask {
  readonly task_id: string
  readonly duration_d: number
  readonly predecessors: readonly string[]
  /** Resource that it occupies, `null` for none. */
  readonly resource: string | null
}

export function indexed(tasks: readonly NetworkTask[]): ReadonlyMap<string, NetworkTask> {
  const byId = new Map(tasks.map((task) => [task.task_id, task]))
  if (byId.size !== tasks.length) {
    const seen = new Set<string>()
    const twice = tasks.find((task) => seen.size === seen.add(task.task_id).size)
    throw new EdpError(
      'internal',
      `installation network: task id used twice, found '${twice?.task_id ?? ''}'`,
    )
  }
  const problems = tasks.flatMap((task): Problem[] =>
    task.predecessors
      .filter((id) => !byId.has(id))
      .map((id) => ({
        path: ['tasks', task.task_id, 'predecessors'],
        type: 'dangling',
        message: `predecessor does not exist, found '${id}'`,
        input: id,
      })),
  )
  if (problems.length > 0) throw new EdpError('internal', 'installation network: dangling links', problems)
  return byId
}

/** Predecessors first, otherwise in the order of the list. Iterative, because chains are longer than a call stack. */
export function topologicalOrder(
  tasks: readonly NetworkTask[],
  byId: ReadonlyMap<string, NetworkTask>,
): NetworkTask[] {
  const order: NetworkTask[] = []
  const state = new Map<string, 'open' | 'done'>()
  for (const root of tasks) {
    const stack: { task: NetworkTask; next: number }[] = [{ task: root, next: 0 }]
    while (stack.length > 0) {
      const top = stack[stack.length - 1]
      if (top === undefined) break
      if (top.next === 0) {
        if (state.get(top.task.task_id) === 'done') {
          stack.pop()
          continue
        }
        state.set(top.task.task_id, 'open')
      }
      const before = byId.get(top.task.predecessors[top.next] ?? '')
      top.next += 1
      if (before === undefined) {
        state.set(top.task.task_id, 'done')
        order.push(top.task)
        stack.pop()
      } else if (state.get(before.task_id) === 'open') {
        throw new EdpError('internal', `installation network: cycle through '${before.task_id}'`)
      } else if (state.get(before.task_id) === undefined) {
        stack.push({ task: before, next: 0 })
      }
    }
  }
  return order
}

/** One start and one end: a task that waits for nothing, or that nothing waits for, was forgotten. */
export function checkEnds(tasks: readonly NetworkTask[]): void {
  const followed = new Set(tasks.flatMap((task) => task.predecessors))
  const starts = tasks.filter((task) => task.predecessors.length === 0)
  const ends = tasks.filter((task) => !followed.has(task.task_id))
  const problems = [
    ...starts.slice(1).map((task) => ({ task, message: 'task is not reached from the start' })),
    ...ends.slice(0, -1).map((task) => ({ task, message: 'task does not lead to the end' })),
  ].map(({ task, message }) => ({
    path: ['tasks', task.task_id],
    type: 'unreachable',
    message,
    input: task.task_id,
  }))
  if (problems.length > 0) throw new EdpError('internal', 'installation network: unreachable tasks', problems)
}
