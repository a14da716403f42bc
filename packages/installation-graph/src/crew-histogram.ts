import type { InstallationGraph, InstallationTask } from '@edp/schemas'

/** Shortest duration of the task library: every date is a multiple of it. */
const STEP_D = 0.25
const STEPS_PER_DAY = 1 / STEP_D

type Timed = Pick<InstallationTask, 'crew' | 'crew_size' | 'early_start_d' | 'early_finish_d'>

/**
 * Persons on site per working day at early dates: the most that work at the same time on that day. Day 1 is the first
 * working day.
 */
export function crewHistogram(
  tasks: readonly Timed[],
  duration_d: number,
): InstallationGraph['crew_histogram'] {
  const persons = personsPerStep(tasks, duration_d)
  return Array.from({ length: Math.ceil(duration_d) }, (_, day) => ({
    day: day + 1,
    persons: Math.max(0, ...persons.slice(day * STEPS_PER_DAY, (day + 1) * STEPS_PER_DAY)),
  }))
}

/** Most persons at the same time and person-days of each trade, in the order in which the trades first appear. */
export function tradeSummary(
  tasks: readonly Timed[],
  duration_d: number,
): { crew: string; persons_max: number; person_days: number }[] {
  const trades = new Map<string, Timed[]>()
  for (const task of tasks) {
    if (task.crew_size === 0) continue
    const list = trades.get(task.crew)
    if (list === undefined) trades.set(task.crew, [task])
    else list.push(task)
  }
  return [...trades].map(([crew, list]) => ({
    crew,
    persons_max: personsPerStep(list, duration_d).reduce((most, persons) => Math.max(most, persons), 0),
    person_days: list.reduce(
      (sum, task) => sum + task.crew_size * (task.early_finish_d - task.early_start_d),
      0,
    ),
  }))
}

function personsPerStep(tasks: readonly Timed[], duration_d: number): number[] {
  const change = new Array<number>(Math.ceil(duration_d) * STEPS_PER_DAY + 1).fill(0)
  const add = (at_d: number, persons: number): void => {
    const step = Math.round(at_d * STEPS_PER_DAY)
    change[step] = (change[step] ?? 0) + persons
  }
  for (const task of tasks) {
    add(task.early_start_d, task.crew_size)
    add(task.early_finish_d, -task.crew_size)
  }
  let persons = 0
  return change.map((step) => (persons += step))
}
