// A CommonJS module of a project that has nothing but the published packages.
const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')

const { buildBom, renderBomXlsx } = require('@edp/bom')
const { drawSld, renderDxf, renderPdf } = require('@edp/drawing')
const { buildDtm, renderDtmJson } = require('@edp/dtm')
const { parseAssemblySpec, parseAssemblyTopology } = require('@edp/hardware-selector')
const { engineerSite, resolveModules } = require('@edp/module-resolver')
const { parseConfiguratorPayload } = require('@edp/schemas')

const read = (name) => readFileSync(join(__dirname, name), 'utf8')
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

async function make() {
  const sld = drawSld(site)
  const files = {
    'dtm.json': renderDtmJson(buildDtm(site, topologies)),
    'bom.xlsx': await renderBomXlsx(buildBom(site)),
    'sld.dxf': renderDxf(sld),
    'sld.pdf': await renderPdf(sld),
  }
  for (const [name, bytes] of Object.entries(files))
    console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`)
}
make()
