import { writeFileSync } from 'node:fs'
import { loadPlates } from './plates/plate.ts'
import { drawPlate } from './plates/plate-drawing.ts'
import { renderPlateDxf } from './plates/plate-dxf.ts'
import { renderPlatePdf } from './plates/plate-pdf.ts'
for (const p of loadPlates().values()) {
  const d = drawPlate(p)
  const a = renderPlateDxf(d)
  if (a !== renderPlateDxf(d)) console.log('DXF differs on second call')
  writeFileSync(`/tmp/cad/${p.plate_id}.dxf`, a)
  const b = await renderPlatePdf(d)
  writeFileSync(`/tmp/cad/${p.plate_id}.pdf`, b)
  console.log(p.plate_id, d.scale, a.length, b.length)
}
