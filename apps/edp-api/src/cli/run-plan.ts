import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { parseAssemblySpec } from '@edp/hardware-selector'
import {
  buildInstallationGraph,
  renderInstallationGraphJson,
  toRelationshipCsv,
  toScheduleCsv,
} from '@edp/installation-graph'
import { engineerSite, resolveModules } from '@edp/module-resolver'
import type { InstallationGraph } from '@edp/schemas'

import type { Config } from '../config/config.ts'
import { Catalogue } from '../pipeline/catalogue.ts'
import { openStores } from '../storage/open-store.ts'
import { orderOf, readPayload } from './run-generate.ts'
import type { Terminal } from './terminal.ts'

/** Files of a plan: the graph itself, and what the imports of scheduling programs take. */
const PLAN_FILES = {
  'installation_graph.json': renderInstallationGraphJson,
  'installation_graph_ms_project.csv': (graph: InstallationGraph) => toScheduleCsv(graph, 'ms_project'),
  'installation_graph_primavera_task.csv': (graph: InstallationGraph) => toScheduleCsv(graph, 'primavera'),
  'installation_graph_primavera_taskpred.csv': toRelationshipCsv,
} as const

/**
 * `edp plan`: writes the installation graph of a payload as data for planners.
 *
 * @throws {EdpError} `invalid_payload` or `size_limit` before anything is made, `missing_file` when the catalogue is not whole.
 */
export async function runPlan(
  config: Config,
  command: { readonly payload: string; readonly out: string },
  terminal: Terminal,
): Promise<void> {
  const payload = await readPayload(command.payload)
  const { selection } = orderOf(config, payload)
  const inputs = await new Catalogue((await openStores(config)).catalogue).inputs(selection)
  const graph = buildInstallationGraph(
    engineerSite({
      payload,
      resolution: resolveModules(payload),
      plate_ids: inputs.plate_ids,
      compute: parseAssemblySpec(inputs.compute.spec.text, inputs.compute.spec.name),
      grid: inputs.grid === null ? null : parseAssemblySpec(inputs.grid.spec.text, inputs.grid.spec.name),
    }),
  )
  await mkdir(command.out, { recursive: true })
  for (const [name, render] of Object.entries(PLAN_FILES)) {
    await writeFile(join(command.out, name), render(graph))
    terminal.out(join(command.out, name))
  }
}
