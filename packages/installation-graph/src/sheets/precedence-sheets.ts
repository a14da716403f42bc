import type { InstallationGraph, Sheet } from '@edp/schemas'

import { collapsedFamilies, type Activity } from '../activities.ts'
import { days } from '../drawing/pen.ts'
import { drawDiagram } from '../precedence/draw-diagram.ts'
import { diagramPages } from '../precedence/diagram-pages.ts'

/** The precedence diagram: activities on nodes in swim-lanes, one or more sheets. */
export function precedenceSheets(graph: InstallationGraph, activities: readonly Activity[]): Sheet[] {
  const pages = diagramPages(activities)
  return pages.map((page, index) => ({
    sheet_id: `precedence-${index + 1}`,
    size: 'A1',
    title: pages.length === 1 ? 'Precedence diagram' : `Precedence diagram ${index + 1} of ${pages.length}`,
    items: drawDiagram(page),
    notes: notesOf(graph, pages.length),
    legend: true,
    legend_layers: ['X-CRIT', 'X-TASK', 'X-MILE', 'X-LINK', 'X-REFR', 'X-GRID'],
  }))
}

function notesOf(graph: InstallationGraph, pages_count: number): string[] {
  const families = collapsedFamilies(graph)
  return [
    `Duration ${days(graph.duration_d)} working days of 8 h (${days(graph.duration_weeks)} weeks of 5 days), day 0 at mobilisation. Delivery times of equipment are not included.`,
    'Box: early start, duration, early finish above; late start, total float, late finish below. Links are finish to start.',
    'Red and heavy: critical path, total float 0. Under a box: crew or machine that it needs, and the task that hands it over.',
    ...(families.length === 0
      ? []
      : [
          `Alike modules stand in one box: ${families.map((family) => `${family.range} (${family.designations.length})`).join(', ')}. Starts are of the first, finishes of the last module, duration of one, float the least of all.`,
        ]),
    ...(pages_count === 1
      ? []
      : [
          'Dashed boxes stand on the sheet named below them; links to modules of another sheet are drawn there.',
        ]),
    ...(graph.tasks.some((task) => task.library_id === 'X190')
      ? [
          'Switchgear and its energisation are BY OTHERS: the dates of X110 and X190 are interface milestones to be agreed.',
        ]
      : []),
  ]
}
