// Writes docs/artifacts.md from the schemas: node --conditions=@edp/source --import tsx scripts/make-docs.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs'

import { artifactRefs, CONTENT_TYPES } from '@edp/schemas'

const MADE_BY = {
  bom: '`buildBom` of @edp/bom',
  compute_container_3d: 'copied from the catalogue',
  grid_container_3d: 'copied from the catalogue; absent without a battery',
  interface_plate: 'copied from the catalogue',
  sld: '`drawSld` of @edp/drawing',
  pid_cooling: '`drawPid` of @edp/drawing',
  comms_diagram: '`drawComms` of @edp/drawing',
  cable_hose_schedule: '`buildSchedule` of @edp/bom',
  installation_graph: '`buildInstallationGraph` of @edp/installation-graph',
  dtm: '`buildDtm` of @edp/dtm',
}
const urls = { step: '', glb: '', spec_yaml: '', topology_yaml: '' }
const refs = artifactRefs(
  { deployment_id: '{deployment_id}' },
  {
    compute_container: urls,
    grid_container: urls,
    interface_plates: [{ id: '{PLATE_ID}', step: '', dxf: '', pdf: '' }],
  },
)
const rows = refs.map((ref) => {
  const key = ref.url.replace('s3://arcnode-artifacts/', '').replace('{plate_id}', '{plate_id in lower case}')
  if (!MADE_BY[ref.kind]) throw new Error(`MADE_BY does not say who makes ${ref.kind}`)
  return `| ${ref.kind} | ${ref.format} | \`${key}\` | ${CONTENT_TYPES[ref.format]} | ${MADE_BY[ref.kind]} |`
})
const text = `# Artifacts

Made by \`scripts/make-docs.mjs\` from \`@edp/schemas\`. Bucket \`arcnode-artifacts\`; the order is that of \`edp_artifact_urls\`. The manifest
\`edp/{deployment_id}/manifest.json\` is written last and makes the package complete; it stands in no URL list.

| kind | format | key | content type | made by |
|---|---|---|---|---|
${rows.join('\n')}
`
const file = new URL('../docs/artifacts.md', import.meta.url)
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('docs/artifacts.md is not what scripts/make-docs.mjs writes')
    process.exit(1)
  }
} else writeFileSync(file, text)
