// A strict TypeScript project that has nothing but the published packages and their types.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { buildBom, renderBomXlsx } from '@edp/bom'
import { drawSld, renderDxf, renderPdf } from '@edp/drawing'
import { buildDtm, renderDtmJson, type Dtm } from '@edp/dtm'
import { parseAssemblySpec, parseAssemblyTopology } from '@edp/hardware-selector'
import { engineerSite, resolveModules } from '@edp/module-resolver'
import {
  parseConfiguratorPayload,
  type BomDocument,
  type ConfiguratorPayload,
  type Drawing,
  type SiteModel,
} from '@edp/schemas'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const payload: ConfiguratorPayload = parseConfiguratorPayload(JSON.parse(read('payload.json')))
const site: SiteModel = engineerSite({
  payload,
  resolution: resolveModules(payload),
  plate_ids: JSON.parse(read('plate-ids.json')) as string[],
  compute: parseAssemblySpec(read('compute-spec.yaml'), 'compute-spec.yaml'),
  grid: parseAssemblySpec(read('grid-spec.yaml'), 'grid-spec.yaml'),
})
const topologies = {
  compute: parseAssemblyTopology(read('compute-topology.yaml'), 'compute-topology.yaml'),
  grid: parseAssemblyTopology(read('grid-topology.yaml'), 'grid-topology.yaml'),
}
const dtm: Dtm = buildDtm(site, topologies)
const bom: BomDocument = buildBom(site)
const sld: Drawing = drawSld(site)
const files: Record<string, Uint8Array> = {
  'dtm.json': renderDtmJson(dtm),
  'bom.xlsx': await renderBomXlsx(bom),
  'sld.dxf': renderDxf(sld),
  'sld.pdf': await renderPdf(sld),
}
for (const [name, bytes] of Object.entries(files))
  console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`)
