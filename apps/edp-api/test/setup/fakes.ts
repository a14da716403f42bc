import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { splitUrl, type AssemblyUrls } from '@edp/schemas'

import type { Generate } from '../../src/pipeline/generate.ts'
import type { ArtifactStore } from '../../src/storage/artifact-store.ts'
import { fakeGenerate, HARDWARE } from './fake-generate.ts'

export { fakeGenerate, HARDWARE }

/** Every url of the selector map. */
function catalogueUrls(): string[] {
  const ofAssembly = (urls: AssemblyUrls | null): string[] => (urls === null ? [] : Object.values(urls))
  const urls = Object.values(HARDWARE.profiles).flatMap((selection) => [
    ...ofAssembly(selection.compute_container),
    ...ofAssembly(selection.grid_container),
    ...selection.interface_plates.flatMap(({ step, dxf, pdf }) => [step, dxf, pdf]),
  ])
  return [...new Set(urls)]
}

/** Fills a store with a catalogue whose files say which they are: enough for everything around the generators. */
export async function fillCatalogue(store: ArtifactStore): Promise<void> {
  await Promise.all(
    catalogueUrls().map((url) => store.put(splitUrl(url).key, new TextEncoder().encode(`content of ${url}`))),
  )
}

/** A directory with such a catalogue, made once for a test file and removed with its process. */
export function catalogueDirectory(): string {
  return (shared ??= makeCatalogueDirectory())
}

let shared: string | undefined

function makeCatalogueDirectory(): string {
  const root = mkdtempSync(join(tmpdir(), 'edp-catalogue-'))
  process.once('exit', () => {
    rmSync(root, { recursive: true, force: true })
  })
  for (const url of catalogueUrls()) {
    const path = join(root, splitUrl(url).key)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `content of ${url}`)
  }
  return root
}

/** A stand-in whose jobs wait until the test lets them go. */
export function gatedGenerate(): { generate: Generate; open: () => void; started: () => number } {
  let open = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  let started = 0
  return {
    open: () => {
      open()
    },
    started: () => started,
    generate: async (payload, inputs, signal) => {
      started++
      await Promise.race([
        gate,
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(signal.reason as Error)
          })
        }),
      ])
      return fakeGenerate(payload, inputs)
    },
  }
}
