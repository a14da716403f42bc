import type { Drawing, InstallationGraph } from '@edp/schemas'

import { activitiesOf } from './activities.ts'
import { LAYERS, LINETYPES, SYMBOLS } from './drawing/layers.ts'
import { barSheets } from './sheets/bar-sheets.ts'
import { crewSheet } from './sheets/crew-sheet.ts'
import { liftSheets } from './sheets/lift-sheets.ts'
import { precedenceSheets } from './sheets/precedence-sheets.ts'
import { signOffSheets } from './sheets/sign-off-sheets.ts'
import { taskSheets } from './sheets/task-sheets.ts'

/**
 * Draws the installation graph as a neutral drawing on A1 sheets: precedence diagram in swim-lanes, bar chart, task
 * list with blank columns for dates and signatures, sign-off sheets of families, crane and lift table, crew histogram. More than four alike modules
 * are shown as one family with their range and number. Frame, title block, notes and legend are drawn by the writers
 * of `@edp/drawing`.
 *
 * @example
 * const drawing = drawInstallationGraph(buildInstallationGraph(site))
 * drawing.sheets[0]?.title // 'Precedence diagram'
 */
export function drawInstallationGraph(graph: InstallationGraph): Drawing {
  const activities = activitiesOf(graph)
  return {
    schema: 'edp.drawing/1',
    drawing_id: 'installation_graph',
    title_block: {
      legal_owner: graph.operator_org,
      site_name: graph.site_name,
      document_number: `EDP-${graph.deployment_id.slice(0, 8)}-X-IGR`,
      document_type: 'Installation graph',
      title: 'Installation precedence network',
      revision: graph.design_revision,
      status: 'PRELIMINARY - NOT FOR CONSTRUCTION',
      creator: 'EDP generator',
      approval: 'PENDING PE REVIEW',
      responsible_department: 'Construction and commissioning',
      language: 'en',
    },
    layers: LAYERS,
    linetypes: LINETYPES,
    symbols: SYMBOLS,
    sheets: [
      ...precedenceSheets(graph, activities),
      ...barSheets(graph, activities),
      ...taskSheets(graph, activities),
      ...signOffSheets(graph),
      ...liftSheets(graph),
      crewSheet(graph),
    ],
  }
}
