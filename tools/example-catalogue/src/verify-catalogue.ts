import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { validateBytes } from 'gltf-validator'
import { importSTEP, type Shape3D } from 'replicad'

import { buildCatalogue, CATALOGUE, type CatalogueFile } from './build-catalogue.ts'
import { LOCK_FILE, lockText, type LockedFile } from './catalogue-lock.ts'
import { measuresOf } from './kernel/measure.ts'

// Rebuilds the CAD files and compares them with the committed ones byte for byte, then reads every STEP file back, with the kernel and,
// where it is installed (with EDP_REQUIRE_TOOLS=1 it has to be), with gmsh, and every GLB file with Khronos' validator. Ends with
// status 1 and the list of differences.
const faults: string[] = []
const lock: Record<string, LockedFile> = {}
const started = performance.now()

for await (const file of buildCatalogue()) {
  lock[file.key] = file.locked
  const committed = read(file.key)
  if (committed === null) faults.push(`${file.key}: missing, run the target catalogue`)
  else if (!committed.equals(file.content)) faults.push(`${file.key}: differs from what the sources make`)
  if (file.key.endsWith('.step')) faults.push(...(await readBack(file)))
  if (file.key.endsWith('.glb')) faults.push(...(await glbFaults(file)))
}
if (read(LOCK_FILE)?.toString('utf8') !== lockText(lock))
  faults.push(`${LOCK_FILE}: differs from what the sources make`)

console.log(
  `${Object.keys(lock).length} files in ${Math.round((performance.now() - started) / 1000)} s, ${faults.length} faults`,
)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0

function read(key: string): Buffer | null {
  try {
    return readFileSync(new URL(key, CATALOGUE))
  } catch {
    return null
  }
}

/** Solids, volume and box of the file must be those of the model. */
async function readBack({ key, content, locked }: CatalogueFile): Promise<string[]> {
  const shape = (await importSTEP(new Blob([new Uint8Array(content)]))) as Shape3D
  const measures = measuresOf(shape)
  shape.delete()
  const expected = { solids: locked.solids, volume_l: locked.volume_l, box_mm: locked.box_mm }
  const found = JSON.stringify(measures)
  const problems =
    found === JSON.stringify(expected)
      ? []
      : [`${key}: read back as ${found}, made as ${JSON.stringify(expected)}`]
  return [...problems, ...gmshFaults(key, content, locked.solids ?? 0)]
}

/** Number of volumes that gmsh counts; nothing when gmsh is not installed. */
function gmshFaults(key: string, content: Uint8Array, solids: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'edp-cad-'))
  try {
    writeFileSync(join(folder, 'model.step'), content)
    writeFileSync(
      join(folder, 'count.geo'),
      [
        'SetFactory("OpenCASCADE");',
        'Merge "model.step";',
        'v() = Volume{:};',
        'Printf("volumes %g", #v());',
        '',
      ].join('\n'),
    )
    const { error, stdout } = spawnSync('gmsh', ['-0', 'count.geo'], { cwd: folder, encoding: 'utf8' })
    if (error) return process.env['EDP_REQUIRE_TOOLS'] === '1' ? [`${key}: gmsh is not installed`] : []
    const counted = Number(/volumes (\d+)/.exec(stdout)?.[1])
    return counted === solids ? [] : [`${key}: gmsh counts ${counted} solids, the model has ${solids}`]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What Khronos' validator objects to, warnings included. */
async function glbFaults({ key, content }: CatalogueFile): Promise<string[]> {
  const { issues } = await validateBytes(new Uint8Array(content))
  return issues.messages.map(
    ({ code, message, pointer }) => `${key}: ${code} at ${pointer ?? '-'}: ${message}`,
  )
}
