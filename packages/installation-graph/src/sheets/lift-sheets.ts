import { drawingArea, roundTo, type InstallationGraph, type Lift, type Sheet } from '@edp/schemas'

import { days } from '../drawing/pen.ts'
import { tablePages, type Column, type Row } from '../drawing/table.ts'

const ROW_HEIGHT_MIN = 8
/** More lifts than this are listed by kind and mass. */
const LIFTS_ONE_BY_ONE_MAX = 120

const COLUMNS: readonly Column[] = [
  { title: 'Lift', width: 12, halign: 'right' },
  { title: 'Task', width: 28 },
  { title: 'Modules', width: 40 },
  { title: 'What', width: 92 },
  { title: 'Crane', width: 26 },
  { title: 'Early day', width: 30, halign: 'right' },
  { title: 'Mass to lift t', width: 20, halign: 'right' },
  { title: 'Gross mass t', width: 20, halign: 'right' },
  { title: 'x m (east)', width: 34, halign: 'right' },
  { title: 'y m (north)', width: 34, halign: 'right' },
  { title: 'Weighed mass t', width: 26 },
  { title: 'Radius m', width: 24 },
  { title: 'Chart capacity t', width: 28 },
  { title: 'Use of chart %', width: 24 },
  { title: 'Mat pressure kPa', width: 28 },
  { title: 'Wind m/s', width: 22 },
  { title: 'Date', width: 34 },
  { title: 'Lift supervisor (signature)', width: 60 },
]

/** Crane and lift table. */
export function liftSheets(graph: InstallationGraph): Sheet[] {
  if (graph.lifts.length === 0) return []
  const area = drawingArea('A1')
  const scale = (area.x1 - area.x0) / COLUMNS.reduce((sum, column) => sum + column.width, 0)
  const columns = COLUMNS.map((column) => ({ ...column, width: column.width * scale }))
  const grouped = graph.lifts.length > LIFTS_ONE_BY_ONE_MAX
  const pages = tablePages(columns, grouped ? groupRows(graph) : liftRows(graph), area, ROW_HEIGHT_MIN)
  return pages.map((items, index) => ({
    sheet_id: `lifts-${index + 1}`,
    size: 'A1',
    title:
      pages.length === 1 ? 'Crane and lift table' : `Crane and lift table ${index + 1} of ${pages.length}`,
    items,
    notes: notesOf(graph, grouped),
  }))
}

function liftRows(graph: InstallationGraph): Row[] {
  const start = new Map(graph.tasks.map((task) => [task.task_id, task.early_start_d]))
  return graph.lifts.map((lift, index) => ({
    id: lift.module_id,
    cells: [
      String(index + 1),
      lift.task_id,
      lift.designation,
      lift.description ?? '',
      lift.crane ?? '',
      days(start.get(lift.task_id) ?? 0),
      tonnes(lift.lift_mass_kg),
      tonnes(lift.gross_mass_kg),
      fixed(lift.x_m, 1),
      fixed(lift.y_m, 1),
    ],
  }))
}

/** One row for all lifts of one crane, thing and mass. */
function groupRows(graph: InstallationGraph): Row[] {
  const start = new Map(graph.tasks.map((task) => [task.task_id, task.early_start_d]))
  const libraryId = new Map(graph.tasks.map((task) => [task.task_id, task.library_id]))
  const groups = new Map<string, Lift[]>()
  for (const lift of graph.lifts) {
    const key = `${libraryId.get(lift.task_id) ?? ''}|${lift.designation.charAt(0)}|${lift.lift_mass_kg}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [lift])
    else group.push(lift)
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0]
    const last = group[group.length - 1]
    if (first === undefined || last === undefined) return []
    const range = (values: readonly number[], decimals: number): string => {
      const low = values.reduce((a, b) => Math.min(a, b))
      const high = values.reduce((a, b) => Math.max(a, b))
      return low === high ? fixed(low, decimals) : `${fixed(low, decimals)} to ${fixed(high, decimals)}`
    }
    return [
      {
        cells: [
          String(group.length),
          libraryId.get(first.task_id) ?? '',
          group.length === 1
            ? first.designation
            : `${first.designation}..${last.designation} (${group.length})`,
          group.every((lift) => lift.description === first.description)
            ? (first.description ?? '')
            : `${first.description ?? ''} and alike`,
          first.crane ?? '',
          range(
            group.map((lift) => roundTo(start.get(lift.task_id) ?? 0, 2)),
            2,
          ),
          tonnes(first.lift_mass_kg),
          tonnes(first.gross_mass_kg),
          range(
            group.map((lift) => lift.x_m),
            1,
          ),
          range(
            group.map((lift) => lift.y_m),
            1,
          ),
        ],
      },
    ]
  })
}

function tonnes(kg: number): string {
  return fixed(kg / 1000, 2)
}

/** A number with fixed decimals and no negative zero. */
function fixed(value: number, decimals: number): string {
  return roundTo(value, decimals).toFixed(decimals)
}

function notesOf(graph: InstallationGraph, grouped: boolean): string[] {
  const heaviest = graph.lifts.reduce((a, b) => (b.gross_mass_kg > a.gross_mass_kg ? b : a))
  return [
    `Gross mass = 1.1 x mass to lift + 2 t rigging. Heaviest: ${heaviest.designation}, ${tonnes(heaviest.gross_mass_kg)} t gross. Blank columns are for the lift plan and the day of the lift.`,
    'x and y: centre of the footprint on the site plan. Masses are of the catalogue; weigh before the lift, the weighed mass governs.',
    'Four-leg chain with spreader at the corner castings, sling angle >= 60 deg; stop at 9 m/s wind; never over energised or occupied equipment.',
    'Outrigger mat pressure <= 250 kPa unless the ground is verified. At 10 to 12 m radius a 40 t load asks for a mobile crane of the 200 to 250 t class: the lift plan decides.',
    ...(grouped
      ? ['Alike lifts stand in one row: the first column is their number, day and place are ranges.']
      : []),
  ]
}
