import { drawComms, drawPid, drawSld } from '@edp/drawing'
import { buildDtm } from '@edp/dtm'
import { buildInstallationGraph, drawInstallationGraph } from '@edp/installation-graph'
import type { ConfiguratorPayload, Drawing, Dtm, SiteModel } from '@edp/schemas'
import { engineerExample, exampleTopologies } from '@edp/testing'

/** What is drawn of a payload, beside the site model and the manifest that it is drawn from. */
export interface Documents {
  readonly site: SiteModel
  readonly dtm: Dtm
  readonly drawings: Readonly<Record<'sld' | 'pid_cooling' | 'comms' | 'installation_graph', Drawing>>
}

/** All drawings of a payload with the example catalogue. */
export function documentsOf(payload: ConfiguratorPayload): Documents {
  const site = engineerExample(payload)
  const dtm = buildDtm(site, exampleTopologies(payload))
  return {
    site,
    dtm,
    drawings: {
      sld: drawSld(site),
      pid_cooling: drawPid(site),
      comms: drawComms(site, dtm),
      installation_graph: drawInstallationGraph(buildInstallationGraph(site)),
    },
  }
}

/** Every text of a drawing, one string. */
export function textOf(drawing: Drawing): string {
  return drawing.sheets
    .flatMap((sheet) => sheet.items)
    .flatMap((item) => (item.kind === 'text' ? [item.value] : []))
    .join('\n')
}
