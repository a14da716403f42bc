import { engineerExample, examplePayload } from './index.ts'
import { drawSld, renderDxf, renderPdf } from '/work/main/packages/drawing/src/index.ts'
import { writeFileSync } from 'node:fs'
for (const p of process.argv.slice(2)) { const [n,g]=p.split(':'); const s=engineerExample(examplePayload(n!, g?{target_gpu_count:+g}:{})); const t=performance.now(); const d=drawSld(s); const x=renderDxf(d); const t1=performance.now(); const f=await renderPdf(d); console.log(p,d.sheets.length,x.length,f.length,Math.round(t1-t),Math.round(performance.now()-t1)); writeFileSync(`/tmp/sld-${n}.dxf`,x); writeFileSync(`/tmp/sld-${n}.pdf`,f) }
