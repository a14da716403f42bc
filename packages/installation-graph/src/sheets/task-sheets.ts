import { drawingArea, type InstallationGraph, type Sheet } from '@edp/schemas'

import { collapsedFamilies, type Activity } from '../activities.ts'
import { days } from '../drawing/pen.ts'
import { tablePages, type Column } from '../drawing/table.ts'

/** Room for a signature, mm. */
const ROW_HEIGHT_MIN = 8.5

const COLUMNS: readonly Column[] = [
  { title: 'Task', width: 24 },
  { title: 'Name', width: 72 },
  { title: 'Modules', width: 36 },
  { title: 'Days each', width: 15, halign: 'right' },
  { title: 'Persons, trade', width: 46 },
  { title: 'Crew or machine shared', width: 30 },
  { title: 'Cx', width: 9 },
  { title: 'Hold', width: 16 },
  { title: 'Early start', width: 16, halign: 'right' },
  { title: 'Early finish', width: 16, halign: 'right' },
  { title: 'Late finish', width: 16, halign: 'right' },
  { title: 'Float', width: 16, halign: 'right' },
  { title: 'Acceptance criterion', width: 170 },
  { title: 'Cables, hoses', width: 17, halign: 'right' },
  { title: 'Started (date)', width: 38 },
  { title: 'Finished (date)', width: 38 },
  { title: 'Record no.', width: 44 },
  { title: 'Contractor (signature)', width: 62 },
  { title: 'Witness (signature)', width: 62 },
  { title: 'Remarks', width: 62 },
]

/** The task list with acceptance criteria and blank columns for dates and signatures. */
export function taskSheets(graph: InstallationGraph, activities: readonly Activity[]): Sheet[] {
  const area = drawingArea('A1')
  const room = { ...area, x0: area.x0 + 3 }
  const total = COLUMNS.reduce((sum, column) => sum + column.width, 0)
  const scale = (room.x1 - room.x0) / total
  const columns = COLUMNS.map((column) => ({ ...column, width: column.width * scale }))
  const pages = tablePages(
    columns,
    activities.map((activity) => ({
      cells: cellsOf(activity),
      id: activity.activity_id,
      ...(activity.critical ? { marked: 'X-CRIT' } : {}),
    })),
    room,
    ROW_HEIGHT_MIN,
  )
  return pages.map((items, index) => ({
    sheet_id: `tasks-${index + 1}`,
    size: 'A1',
    title: pages.length === 1 ? 'Task list' : `Task list ${index + 1} of ${pages.length}`,
    items,
    notes: notesOf(graph),
  }))
}

function cellsOf(activity: Activity): string[] {
  const [first] = activity.tasks
  const count = activity.tasks.length
  const connections = activity.tasks.reduce((sum, task) => sum + task.connection_ids.length, 0)
  return [
    activity.activity_id,
    activity.name,
    count === 1 ? activity.designations : `${activity.designations} (${count})`,
    days(activity.duration_d),
    first === undefined || first.crew_size === 0 ? (first?.crew ?? '') : `${first.crew_size} ${first.crew}`,
    activity.resource ?? '',
    first?.cx_level ?? '',
    activity.hold_point ? 'HOLD' : '',
    days(activity.early_start_d),
    days(activity.early_finish_d),
    days(activity.late_finish_d),
    days(activity.total_float_d),
    first?.acceptance ?? '',
    connections === 0 ? '' : String(connections),
  ]
}

function notesOf(graph: InstallationGraph): string[] {
  const families = collapsedFamilies(graph)
  return [
    'Cx: commissioning level, L2 receipt and installation, L3 start-up, L4 functional performance, L5 integrated systems. L1 is the factory test.',
    'HOLD: nothing that follows starts before the witness has signed. Red bar at the left: critical path.',
    'Cables, hoses: number of rows of the cable and hose schedule that the task installs or tests; their numbers are in the task data.',
    ...(families.length === 0
      ? []
      : [
          `One row stands for the same task of every module of ${families.map((family) => family.range).join(', ')}: dates and signatures of single modules are on the sign-off sheets or, above 120 modules, in the schedule export.`,
        ]),
    'Durations and crews are planning assumptions to be confirmed by the contractor; acceptance limits of the manufacturer govern where they are stricter.',
  ]
}
