import { readFileSync } from 'node:fs'

import { parseAssemblySpec } from '@edp/hardware-selector'
import { compareText } from '@edp/schemas'

import { assemblyModel } from './assembly-model.ts'
import { lockedFile, type LockedFile } from './catalogue-lock.ts'
import { renderGlb } from './kernel/glb-writer.ts'
import { measureModel } from './kernel/measure.ts'
import { renderStep } from './kernel/step-writer.ts'
import { Stock } from './kernel/stock.ts'
import { renderPlateDxf } from './plates/plate-dxf.ts'
import { drawPlate } from './plates/plate-drawing.ts'
import { plateFaults } from './plates/plate-holes.ts'
import { plateModel } from './plates/plate-model.ts'
import { renderPlatePdf } from './plates/plate-pdf.ts'
import { loadPlates, type Plate } from './plates/plate.ts'

/** The catalogue that is committed: its keys are those of the bucket. */
export const CATALOGUE = new URL('../../../examples/catalogue/', import.meta.url)

const ROLES = ['compute-container', 'grid-container'] as const
const FAMILIES = [
  'commercial-ac',
  'commercial-dc',
  'defense-ac',
  'defense-dc',
  'federal-ac',
  'federal-dc',
] as const

/** Folders of the assemblies, from which `assembly.step` and `assembly.glb` are made. */
const ASSEMBLY_KEYS: readonly string[] = ROLES.flatMap((role) =>
  FAMILIES.map((family) => `assemblies/${role}/${family}`),
)

/** Folder of a plate in the catalogue. */
const plateKey = ({ plate_id, plate_version }: Pick<Plate, 'plate_id' | 'plate_version'>): string =>
  `plates/${plate_id}/v${plate_version.split('.')[0] ?? ''}`

/** A generated file of the catalogue. */
export interface CatalogueFile {
  readonly key: string
  readonly content: Uint8Array
  readonly locked: LockedFile
}

/**
 * Builds the CAD files of the example catalogue, one folder after the other. Every folder starts from an empty stock of parts, so that
 * its files are the same whether it is built alone or with others.
 */
export async function* buildCatalogue(
  isWanted: (folder: string) => boolean = () => true,
): AsyncGenerator<CatalogueFile> {
  const plates = loadPlates()
  for (const plate of plates.values()) {
    const faults = plateFaults(plate)
    if (faults.length > 0) throw new Error(`plate cannot be made: ${faults.join('; ')}`)
    if (isWanted(plateKey(plate))) yield* plateFiles(plate)
  }
  for (const folder of [...ASSEMBLY_KEYS].sort(compareText))
    if (isWanted(folder)) yield* assemblyFiles(folder, plates)
}

async function* plateFiles(plate: Plate): AsyncGenerator<CatalogueFile> {
  const folder = plateKey(plate)
  const drawing = drawPlate(plate)
  const model = plateModel(new Stock(), plate)
  const step = utf8(renderStep(model, `plate-${plate.plate_id}`))
  yield file(`${folder}/plate.step`, step, lockedFile(step, measureModel(model)))
  const dxf = utf8(renderPlateDxf(drawing))
  yield file(`${folder}/plate.dxf`, dxf, lockedFile(dxf))
  const pdf = await renderPlatePdf(drawing)
  yield file(`${folder}/plate.pdf`, pdf, lockedFile(pdf))
}

async function* assemblyFiles(
  folder: string,
  plates: ReadonlyMap<string, Plate>,
): AsyncGenerator<CatalogueFile> {
  const key = `${folder}/spec.yaml`
  const spec = parseAssemblySpec(readFileSync(new URL(key, CATALOGUE), 'utf8'), key)
  const model = assemblyModel(new Stock(), spec, plates)
  const measures = measureModel(model)
  const step = utf8(renderStep(model, spec.assembly_id))
  yield file(`${folder}/assembly.step`, step, lockedFile(step, measures))
  const glb = await renderGlb(model)
  yield file(`${folder}/assembly.glb`, glb, lockedFile(glb, measures))
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const file = (key: string, content: Uint8Array, locked: LockedFile): CatalogueFile => ({
  key,
  content,
  locked,
})
