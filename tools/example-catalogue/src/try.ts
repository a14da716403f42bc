import { readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { parseAssemblySpec } from '@edp/hardware-selector'
import { Stock } from './kernel/stock.ts'
import { renderStep } from './kernel/step-writer.ts'
import { renderGlb } from './kernel/glb-writer.ts'
import { assemblyModel } from './assembly-model.ts'
import { loadPlates } from './plates/plate.ts'
import { plateModel } from './plates/plate-model.ts'
import { plateFaults, sheetMass } from './plates/plate-holes.ts'
const plates = loadPlates()
mkdirSync('/tmp/cad', { recursive: true })
for (const p of plates.values()) {
  console.log(p.plate_id, plateFaults(p), sheetMass(p))
}
const t0 = performance.now()
for (const k of ['compute', 'grid']) {
  const spec = parseAssemblySpec(
    readFileSync(`/work/main/examples/catalogue/assemblies/${k}-container/commercial-ac/spec.yaml`, 'utf8'),
    'x',
  )
  const model = assemblyModel(new Stock(), spec, plates)
  const t1 = performance.now()
  const step = renderStep(model, spec.assembly_id)
  const t2 = performance.now()
  const glb = await renderGlb(model)
  writeFileSync(`/tmp/cad/${k}.step`, step)
  writeFileSync(`/tmp/cad/${k}.glb`, glb)
  console.log(k, step.length, glb.length, t1 - t0, t2 - t1, performance.now() - t2)
}
for (const p of plates.values()) {
  const t = performance.now()
  const step = renderStep(plateModel(new Stock(), p), p.plate_id)
  writeFileSync(`/tmp/cad/${p.plate_id}.step`, step)
  writeFileSync(`/tmp/cad/${p.plate_id}.glb`, await renderGlb(plateModel(new Stock(), p)))
  console.log(p.plate_id, step.length, performance.now() - t)
}
console.log(process.memoryUsage().rss / 1e6)
