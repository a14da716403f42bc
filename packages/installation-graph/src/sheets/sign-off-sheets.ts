import { drawingArea, type InstallationGraph, type InstallationTask, type Sheet } from '@edp/schemas'

import { collapsedFamilies } from '../activities.ts'
import { days } from '../drawing/pen.ts'
import { tablePages, type Column } from '../drawing/table.ts'

/** Families up to this number of modules get a line per module to sign. */
const SIGN_OFF_MODULES_MAX = 120
/** A date above, initials below. */
const ROW_HEIGHT = 12
const FIRST_COLUMN = 20

/** For each family of modules: a line per module and a column per task, with the early finish and room for initials. */
export function signOffSheets(graph: InstallationGraph): Sheet[] {
  const area = drawingArea('A1')
  return collapsedFamilies(graph).flatMap((family): Sheet[] => {
    if (family.designations.length > SIGN_OFF_MODULES_MAX) return []
    const own = new Set(family.designations)
    const byModule = new Map<string, Map<string, InstallationTask>>()
    const steps = new Map<string, InstallationTask>()
    for (const task of graph.tasks) {
      if (task.designation === null || !own.has(task.designation)) continue
      steps.set(task.library_id, steps.get(task.library_id) ?? task)
      const tasks = byModule.get(task.designation) ?? new Map<string, InstallationTask>()
      byModule.set(task.designation, tasks.set(task.library_id, task))
    }
    const width = (area.x1 - area.x0 - FIRST_COLUMN) / steps.size
    const columns: Column[] = [
      { title: 'Module', width: FIRST_COLUMN },
      ...[...steps.values()].map((step) => ({
        title: `${step.library_id}${step.hold_point ? ' HOLD' : ''} ${step.name}`,
        width,
      })),
    ]
    const rows = family.designations.map((designation) => ({
      id: designation,
      cells: [
        designation,
        ...[...steps.keys()].map((step) => {
          const task = byModule.get(designation)?.get(step)
          return task === undefined ? 'none' : `${days(task.early_start_d)} - ${days(task.early_finish_d)}`
        }),
      ],
    }))
    const pages = tablePages(columns, rows, area, ROW_HEIGHT)
    return pages.map((items, index) => ({
      sheet_id: `sign-off-${family.kind}-${index + 1}`,
      size: 'A1',
      title: `Sign-off ${family.range}${pages.length === 1 ? '' : `, ${index + 1} of ${pages.length}`}`,
      items,
      notes: [
        'Early start and early finish in working days; date of completion and initials go below.',
        'HOLD: the witness initials too before the next task starts.',
        'Acceptance criteria are in the task list.',
      ],
    }))
  })
}
