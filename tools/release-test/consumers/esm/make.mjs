// An ES module of a project that has nothing but the published packages.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { buildBom, renderBomXlsx } from '@edp/bom'
import { drawSld, renderDxf, renderPdf } from '@edp/drawing'
import { buildDtm, renderDtmJson } from '@edp/dtm'
import { parseAssemblySpec, parseAssemblyTopology } from '@edp/hardware-selector'
import { engineerSite, resolveModules } from '@edp/module-resolver'
import { parseConfiguratorPayload } from '@edp/schemas'

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8')
const payload = parseConfiguratorPayload(JSON.parse(read('payload.json')))
const site = engineerSite({
  payload,
  resolution: resolveModules(payload),
  plate_ids: JSON.parse(read('plate-ids.json')),
  compute: parseAssemblySpec(read('compute-spec.yaml'), 'compute-spec.yaml'),
  grid: parseAssemblySpec(read('grid-spec.yaml'), 'grid-spec.yaml'),
})
const topologies = {
  compute: parseAssemblyTopology(read('compute-topology.yaml'), 'compute-topology.yaml'),
  grid: parseAssemblyTopology(read('grid-topology.yaml'), 'grid-topology.yaml'),
}
const sld = drawSld(site)
const files = {
  'dtm.json': renderDtmJson(buildDtm(site, topologies)),
  'bom.xlsx': await renderBomXlsx(buildBom(site)),
  'sld.dxf': renderDxf(sld),
  'sld.pdf': await renderPdf(sld),
}
for (const [name, bytes] of Object.entries(files))
  console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`)
