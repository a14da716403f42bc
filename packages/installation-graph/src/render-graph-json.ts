import { jsonText, type InstallationGraph } from '@edp/schemas'

/** The graph as a JSON document: keys in the order of the schema, two spaces, LF; equal graphs give equal text. */
export function renderInstallationGraphJson(graph: InstallationGraph): string {
  return jsonText(graph)
}
