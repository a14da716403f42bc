import type { InstallationGraph, InstallationTask } from '@edp/schemas'

/** Programs whose import a schedule file is made for. */
export type ScheduleDialect = 'ms_project' | 'primavera'

const HOURS_PER_DAY = 8

/** What a cell is made from. */
interface TaskRow {
  readonly task: InstallationTask
  /** Row number of the task, from 1, and of all others. */
  readonly row_no: number
  readonly rowOf: ReadonlyMap<string, number>
}

interface ScheduleColumn {
  readonly header: readonly string[]
  readonly cell: (row: TaskRow) => string
}

/**
 * Columns that an import wizard maps by name. Microsoft Project takes the field names of its task table; Primavera P6
 * takes the field names of its activity sheet in the first row and captions, which it ignores, in the second.
 */
const COLUMNS = {
  ms_project: [
    { header: ['ID'], cell: ({ row_no }) => String(row_no) },
    { header: ['Name'], cell: ({ task }) => nameOf(task) },
    { header: ['Duration'], cell: ({ task }) => `${task.duration_d} days` },
    { header: ['Predecessors'], cell: predecessorRows },
    { header: ['Resource Names'], cell: ({ task }) => task.resource ?? task.crew },
    { header: ['Milestone'], cell: ({ task }) => (task.duration_d === 0 ? 'Yes' : 'No') },
    { header: ['Notes'], cell: ({ task }) => task.acceptance },
    { header: ['Text1'], cell: ({ task }) => task.task_id },
    { header: ['Text2'], cell: ({ task }) => (task.cx_level === '-' ? '' : task.cx_level) },
    { header: ['Text3'], cell: ({ task }) => task.lane },
    { header: ['Text4'], cell: ({ task }) => `${task.crew_size} ${task.crew}` },
    { header: ['Flag1'], cell: ({ task }) => (task.hold_point ? 'Yes' : 'No') },
    { header: ['Number1'], cell: ({ task }) => String(task.early_start_d) },
    { header: ['Number2'], cell: ({ task }) => String(task.total_float_d) },
  ],
  primavera: [
    { header: ['task_code', 'Activity ID'], cell: ({ task }) => task.task_id },
    { header: ['status_code', 'Activity Status'], cell: () => 'Not Started' },
    { header: ['wbs_id', 'WBS Code'], cell: ({ task }) => `INST.${task.lane.toUpperCase()}` },
    { header: ['task_name', 'Activity Name'], cell: ({ task }) => nameOf(task) },
    {
      header: ['target_drtn_hr_cnt', 'Original Duration(h)'],
      cell: ({ task }) => String(task.duration_d * HOURS_PER_DAY),
    },
  ],
} as const satisfies Record<ScheduleDialect, readonly ScheduleColumn[]>

/** Columns of the relationship sheet of Primavera P6. */
const LINK_HEADERS = [
  ['pred_task_id', 'task_id', 'pred_type', 'lag_hr_cnt'],
  ['Predecessor', 'Successor', 'Relationship Type', 'Lag(h)'],
] as const

/**
 * The tasks as a CSV file that a scheduling program imports: RFC 4180, CRLF, every cell quoted, a cell that a
 * spreadsheet would run as a formula is made text. Hand-overs of crews and machines are links like all others, so that
 * the program finds the same dates without levelling.
 *
 * @example
 * toScheduleCsv(graph, 'ms_project').split('\r\n')[1] // '"1","Mobilise, survey, ...","5 days","",...'
 */
export function toScheduleCsv(graph: InstallationGraph, dialect: ScheduleDialect): string {
  const columns: readonly ScheduleColumn[] = COLUMNS[dialect]
  const rowOf = new Map(graph.tasks.map((task, index) => [task.task_id, index + 1]))
  const headers = Array.from({ length: columns[0]?.header.length ?? 0 }, (_, level) =>
    columns.map((column) => column.header[level] ?? ''),
  )
  const rows = graph.tasks.map((task, index) =>
    columns.map((column) => column.cell({ task, row_no: index + 1, rowOf })),
  )
  return csv([...headers, ...rows])
}

/** The links as a CSV file for the relationship sheet of Primavera P6, which keeps them apart from the activities. */
export function toRelationshipCsv(graph: InstallationGraph): string {
  const rows = graph.tasks.flatMap((task) => linksOf(task).map((before) => [before, task.task_id, 'FS', '0']))
  return csv([...LINK_HEADERS, ...rows])
}

function nameOf(task: InstallationTask): string {
  return task.designation === null ? task.name : `${task.designation} ${task.name}`
}

function predecessorRows({ task, rowOf }: TaskRow): string {
  return linksOf(task)
    .flatMap((id) => rowOf.get(id) ?? [])
    .join(',')
}

function linksOf(task: InstallationTask): string[] {
  return [...new Set([...task.predecessors, ...task.resource_predecessors])]
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
}

/** A quoted cell. An apostrophe before `= + - @`, tab and line ends keeps spreadsheets from running it. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
  return `"${safe.replaceAll('"', '""')}"`
}
