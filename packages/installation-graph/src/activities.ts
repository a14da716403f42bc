import type { InstallationGraph, InstallationTask } from '@edp/schemas'

/** Alike modules up to this number are shown one by one, more of them as one family. */
const SHOWN_ONE_BY_ONE_MAX = 4

/** A task as a sheet shows it: one task, or the same task of a family of alike modules. */
export interface Activity {
  readonly activity_id: string
  readonly library_id: string
  readonly name: string
  readonly lane: InstallationTask['lane']
  /** `C03`, `C01..C32`, empty for the site. */
  readonly designations: string
  /** Tasks that it stands for; more than one in a family. */
  readonly tasks: readonly InstallationTask[]
  /** Duration of one task. */
  readonly duration_d: number
  /** Of the first task of a family. */
  readonly early_start_d: number
  /** Of the last task of a family. */
  readonly early_finish_d: number
  readonly late_start_d: number
  readonly late_finish_d: number
  /** Least of a family. */
  readonly total_float_d: number
  readonly critical: boolean
  readonly hold_point: boolean
  readonly resource: string | null
  readonly predecessors: readonly ActivityLink[]
  /** Tasks that hand over a crew or machine; empty in a family. */
  readonly resource_predecessors: readonly string[]
}

/** A link between two activities. */
export interface ActivityLink {
  readonly activity_id: string
  readonly critical: boolean
}

/** Modules that are shown as one: `C01..C32`. */
export interface Family {
  readonly kind: ModuleLetter
  readonly designations: readonly string[]
  readonly range: string
}

type ModuleLetter = 'grid' | 'compute' | 'bess'

/** First letter of a library id to the kind of module that repeats it. */
const KIND_OF_LETTER: Readonly<Record<string, ModuleLetter>> = {
  G: 'grid',
  X: 'grid',
  C: 'compute',
  B: 'bess',
}

/** Families of modules that are too many to be shown one by one. */
export function collapsedFamilies(graph: InstallationGraph): Family[] {
  const designations = new Map<ModuleLetter, Set<string>>()
  for (const task of graph.tasks) {
    const kind = KIND_OF_LETTER[task.library_id.charAt(0)]
    if (kind === undefined || task.designation === null) continue
    const known = designations.get(kind)
    if (known === undefined) designations.set(kind, new Set([task.designation]))
    else known.add(task.designation)
  }
  return [...designations]
    .filter(([, known]) => known.size > SHOWN_ONE_BY_ONE_MAX)
    .map(([kind, known]) => {
      const list = [...known]
      return { kind, designations: list, range: `${list[0] ?? ''}..${list[list.length - 1] ?? ''}` }
    })
}

/** Order of the sheets: the site's opening tasks, then kind by kind of modules, then what closes the site. */
const KIND_ORDER = { grid: 1, compute: 2, bess: 3 } as const satisfies Record<ModuleLetter, number>
const CLOSING = 4

/** The tasks of a graph as its sheets show them: opening, grid, compute, battery, closing. */
export function activitiesOf(graph: InstallationGraph): Activity[] {
  const families = new Map(collapsedFamilies(graph).map((family) => [family.kind, family]))
  const groups = new Map<string, { tasks: InstallationTask[]; family: Family | undefined }>()
  const activityOf = new Map<string, string>()
  for (const task of graph.tasks) {
    const family = families.get(KIND_OF_LETTER[task.library_id.charAt(0)] ?? 'grid')
    const inFamily = task.designation !== null && family !== undefined
    const id = inFamily ? task.library_id : task.task_id
    activityOf.set(task.task_id, id)
    const group = groups.get(id)
    if (group === undefined) groups.set(id, { tasks: [task], family: inFamily ? family : undefined })
    else group.tasks.push(task)
  }
  const taskOf = new Map(graph.tasks.map((task) => [task.task_id, task]))
  const opening_end = graph.tasks.findIndex((task) => task.designation !== null)
  const rank = new Map(
    graph.tasks.map((task, index) => [
      task.task_id,
      task.designation === null
        ? index > opening_end
          ? CLOSING
          : 0
        : KIND_ORDER[KIND_OF_LETTER[task.library_id.charAt(0)] ?? 'grid'],
    ]),
  )
  const rankOf = (group: { tasks: readonly InstallationTask[] }): number =>
    rank.get(group.tasks[0]?.task_id ?? '') ?? 0
  const ordered = [...groups].sort(([, a], [, b]) => rankOf(a) - rankOf(b))
  return ordered.flatMap(([activity_id, { tasks, family }]) => {
    const first = tasks[0]
    if (first === undefined) return []
    return [
      {
        activity_id,
        library_id: first.library_id,
        name: first.name,
        lane: first.lane,
        designations: family?.range ?? first.designation ?? '',
        tasks,
        duration_d: longest(tasks, (task) => task.duration_d),
        early_start_d: least(tasks, (task) => task.early_start_d),
        early_finish_d: longest(tasks, (task) => task.early_finish_d),
        late_start_d: least(tasks, (task) => task.late_start_d),
        late_finish_d: longest(tasks, (task) => task.late_finish_d),
        total_float_d: least(tasks, (task) => task.total_float_d),
        critical: tasks.some((task) => task.critical),
        hold_point: first.hold_point,
        resource: first.resource,
        predecessors: linksOf(activity_id, tasks, taskOf, activityOf),
        resource_predecessors: family === undefined ? first.resource_predecessors : [],
      },
    ]
  })
}

function linksOf(
  activity_id: string,
  tasks: readonly InstallationTask[],
  taskOf: ReadonlyMap<string, InstallationTask>,
  activityOf: ReadonlyMap<string, string>,
): ActivityLink[] {
  const links = new Map<string, boolean>()
  for (const task of tasks) {
    for (const id of task.predecessors) {
      const before = taskOf.get(id)
      const from = activityOf.get(id)
      if (before === undefined || from === undefined || from === activity_id) continue
      const critical = task.critical && before.critical && before.early_finish_d === task.early_start_d
      links.set(from, critical || links.get(from) === true)
    }
  }
  return [...links].map(([id, critical]) => ({ activity_id: id, critical }))
}

function least(tasks: readonly InstallationTask[], of: (task: InstallationTask) => number): number {
  return tasks.reduce((value, task) => Math.min(value, of(task)), Number.POSITIVE_INFINITY)
}

function longest(tasks: readonly InstallationTask[], of: (task: InstallationTask) => number): number {
  return tasks.reduce((value, task) => Math.max(value, of(task)), 0)
}
